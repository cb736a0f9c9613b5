#pragma once

#include "app/domain/reminder.h"
#include "ui/icons/icon.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <array>

namespace accueil {

// What a person can do with a reminder from its row.
enum class ReminderAction { WasSent, SendAgain, Send, Cancel, CorrectRecipient, Retry, Call, Settle };
inline constexpr std::array allReminderActions{ReminderAction::WasSent, ReminderAction::SendAgain, ReminderAction::Send,
    ReminderAction::Cancel, ReminderAction::CorrectRecipient, ReminderAction::Retry, ReminderAction::Call,
    ReminderAction::Settle};

class ReminderActions
{
    Q_DECLARE_TR_FUNCTIONS(accueil::ReminderActions)
public:
    static QList<ReminderAction> of(const Reminder &reminder); // all of them, the most useful one first
    // Those that are buttons in its row; the rest are in the menu and beside the list.
    static QList<ReminderAction> inRow(const Reminder &reminder);
    static QString text(ReminderAction action, Channel channel);
    static Icon icon(ReminderAction action);
    static QKeySequence key(ReminderAction action); // in the list; two that never go together share one
};

} // namespace accueil
