#include "ui/records/recordchips.h"

#include "ui/records/recordwords.h"

namespace accueil {

using namespace Qt::StringLiterals;

Chip RecordChips::of(ReminderStatus status)
{
    const QString word = RecordWords::status(status);
    switch (status) {
    case ReminderStatus::Pending:
        return {word, Tone::Info, Icon::Clock};
    case ReminderStatus::Sending:
        return {word, Tone::Info, Icon::Send};
    case ReminderStatus::Sent:
        return {word, Tone::Success, Icon::Check};
    case ReminderStatus::Delivered:
        return {word, Tone::Success, Icon::CheckCheck};
    case ReminderStatus::Failed:
        return {word, Tone::Danger, Icon::CircleAlert};
    case ReminderStatus::Expired:
        return {word, Tone::Neutral, Icon::Hourglass};
    case ReminderStatus::Late:
        return {word, Tone::Warning, Icon::Clock};
    case ReminderStatus::Cancelled:
        return {word, Tone::Neutral, Icon::Ban};
    case ReminderStatus::Unknown:
        return {word, Tone::Warning, Icon::CircleQuestion};
    }
    Q_UNREACHABLE();
}

Chip RecordChips::of(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Sending:
        return of(ReminderStatus::Sending);
    case AttemptOutcome::Accepted:
    case AttemptOutcome::Sent:
        return of(ReminderStatus::Sent);
    case AttemptOutcome::Delivered:
        return of(ReminderStatus::Delivered);
    case AttemptOutcome::Undelivered:
        return {tr("Not delivered"), Tone::Danger, Icon::CircleAlert};
    case AttemptOutcome::Failed:
        return of(ReminderStatus::Failed);
    case AttemptOutcome::Unknown:
        return of(ReminderStatus::Unknown);
    }
    Q_UNREACHABLE();
}

Chip RecordChips::of(Language language)
{
    return {RecordWords::language(language), Tone::Accent, Icon::Languages};
}

Chip RecordChips::consent(const Patient &patient, Channel channel)
{
    const QString name = RecordWords::channel(channel);
    qsizetype refused = 0;
    for (auto entry = patient.consent.cbegin(); entry != patient.consent.cend(); ++entry) {
        if (entry.key().first != channel)
            continue;
        if (entry.value() == ConsentState::Granted)
            return {name, Tone::Success, Icon::Check};
        ++refused;
    }
    if (refused == qsizetype(purposeTable.rows.size()))
        return {tr("%1: stop").arg(name), Tone::Danger, Icon::Ban};
    if (refused > 0)
        return {tr("%1: refused").arg(name), Tone::Danger, Icon::Ban};
    return {tr("%1: not asked").arg(name), Tone::Neutral, Icon::CircleQuestion};
}

} // namespace accueil
