#include "ui/reminders/reminderaction.h"

#include "app/domain/deliveryrules.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Whether what is wrong is the number or the address: only a correction helps.
bool isRecipientWrong(const Reminder &reminder)
{
    return causeOf(reminder.reason) == Cause::BadNumber || reminder.reason == "numberFlagged"_L1
        || reminder.reason == "noRecipient"_L1;
}

QList<ReminderAction> ofFailed(const Reminder &reminder)
{
    QList<ReminderAction> actions{ReminderAction::Retry, ReminderAction::CorrectRecipient};
    if (isRecipientWrong(reminder))
        actions.swapItemsAt(0, 1);
    return actions;
}

} // namespace

QList<ReminderAction> ReminderActions::of(const Reminder &reminder)
{
    QList<ReminderAction> actions;
    switch (reminder.status) {
    case ReminderStatus::Unknown:
        return {ReminderAction::WasSent, ReminderAction::SendAgain};
    case ReminderStatus::Late:
        return {ReminderAction::Send, ReminderAction::Cancel};
    case ReminderStatus::Pending:
        return {ReminderAction::Cancel};
    case ReminderStatus::Failed:
        actions = ofFailed(reminder);
        break;
    case ReminderStatus::Expired:
        break;
    case ReminderStatus::Sending:
    case ReminderStatus::Sent:
    case ReminderStatus::Delivered:
    case ReminderStatus::Cancelled:
        return {};
    }
    if (reminder.settledAt)
        return actions;
    if (!reminder.phoneNumber.isEmpty())
        actions += ReminderAction::Call;
    return actions << ReminderAction::Settle;
}

QList<ReminderAction> ReminderActions::inRow(const Reminder &reminder)
{
    const QList<ReminderAction> actions = of(reminder);
    if (actions.size() <= 2)
        return actions;
    return {actions.first(), ReminderAction::Settle};
}

QString ReminderActions::text(ReminderAction action, Channel channel)
{
    switch (action) {
    case ReminderAction::WasSent:
        return tr("It left");
    case ReminderAction::SendAgain:
        return tr("Send again");
    case ReminderAction::Send:
        return tr("Send");
    case ReminderAction::Cancel:
        return tr("Cancel", "a reminder");
    case ReminderAction::CorrectRecipient:
        return channel == Channel::Email ? tr("Correct the address") : tr("Correct the number");
    case ReminderAction::Retry:
        return tr("Retry");
    case ReminderAction::Call:
        return tr("Call from the desk");
    case ReminderAction::Settle:
        return tr("Done", "a reminder");
    }
    Q_UNREACHABLE();
}

Icon ReminderActions::icon(ReminderAction action)
{
    switch (action) {
    case ReminderAction::WasSent:
    case ReminderAction::Settle:
        return Icon::Check;
    case ReminderAction::SendAgain:
    case ReminderAction::Send:
        return Icon::Send;
    case ReminderAction::Cancel:
        return Icon::Ban;
    case ReminderAction::CorrectRecipient:
        return Icon::Pencil;
    case ReminderAction::Retry:
        return Icon::Refresh;
    case ReminderAction::Call:
        return Icon::Phone;
    }
    Q_UNREACHABLE();
}

QKeySequence ReminderActions::key(ReminderAction action)
{
    switch (action) {
    case ReminderAction::WasSent:
        return Qt::Key_O;
    case ReminderAction::SendAgain:
    case ReminderAction::Retry:
        return Qt::Key_R;
    case ReminderAction::Send:
        return Qt::Key_S;
    case ReminderAction::Cancel:
        return Qt::Key_Delete;
    case ReminderAction::CorrectRecipient:
        return Qt::Key_N;
    case ReminderAction::Call:
        return Qt::Key_T;
    case ReminderAction::Settle:
        return Qt::Key_D;
    }
    Q_UNREACHABLE();
}

} // namespace accueil
