#include "ui/reminders/reminderaction.h"

namespace accueil {

using namespace Qt::StringLiterals;

QList<ReminderAction> ReminderActions::of(const Reminder &reminder)
{
    switch (reminder.status) {
    case ReminderStatus::Unknown:
        return {ReminderAction::WasSent, ReminderAction::SendAgain};
    case ReminderStatus::Late:
        return {ReminderAction::SendAgain, ReminderAction::Cancel};
    case ReminderStatus::Expired:
    case ReminderStatus::Failed:
        return reminder.channel == Channel::Email ? QList{ReminderAction::Retry}
                                                  : QList{ReminderAction::CorrectNumber, ReminderAction::Retry};
    case ReminderStatus::Pending:
        return {ReminderAction::Cancel};
    case ReminderStatus::Sending:
    case ReminderStatus::Sent:
    case ReminderStatus::Delivered:
    case ReminderStatus::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

QString ReminderActions::text(ReminderAction action)
{
    switch (action) {
    case ReminderAction::WasSent:
        return tr("It left");
    case ReminderAction::SendAgain:
        return tr("Send again");
    case ReminderAction::Retry:
        return tr("Retry");
    case ReminderAction::CorrectNumber:
        return tr("Correct the number");
    case ReminderAction::Cancel:
        return tr("Cancel", "a reminder");
    }
    Q_UNREACHABLE();
}

Icon ReminderActions::icon(ReminderAction action)
{
    switch (action) {
    case ReminderAction::WasSent:
        return Icon::Check;
    case ReminderAction::SendAgain:
        return Icon::Send;
    case ReminderAction::Retry:
        return Icon::Refresh;
    case ReminderAction::CorrectNumber:
        return Icon::Pencil;
    case ReminderAction::Cancel:
        return Icon::Ban;
    }
    Q_UNREACHABLE();
}

} // namespace accueil
