#pragma once

#include "app/domain/reminder.h"
#include "ui/icons/icon.h"

#include <QCoreApplication>

namespace accueil {

// What a person can do with a reminder from its row.
enum class ReminderAction { WasSent, SendAgain, Retry, CorrectNumber, Cancel };

class ReminderActions
{
    Q_DECLARE_TR_FUNCTIONS(accueil::ReminderActions)
public:
    static QList<ReminderAction> of(const Reminder &reminder);
    static QString text(ReminderAction action);
    static Icon icon(ReminderAction action);
};

} // namespace accueil
