#include "ui/appointments/appointmentwords.h"

#include "ui/errortext.h"

namespace accueil {

using namespace Qt::StringLiterals;

QString AppointmentWords::status(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Planned:
        return tr("Planned");
    case AppointmentStatus::Moved:
        return tr("Moved");
    case AppointmentStatus::Cancelled:
        return tr("Cancelled");
    case AppointmentStatus::Attended:
        return tr("Came");
    case AppointmentStatus::Late:
        return tr("Came late");
    case AppointmentStatus::Missed:
        return tr("Did not come");
    }
    Q_UNREACHABLE();
}

Chip AppointmentWords::chip(const Appointment &appointment)
{
    if (appointment.isOpen() && appointment.confirmedAt)
        return {tr("Confirmed"), Tone::Success, Icon::CheckCheck};
    const QString word = status(appointment.status);
    switch (appointment.status) {
    case AppointmentStatus::Planned:
    case AppointmentStatus::Moved:
        return {word, Tone::Info, Icon::Clock};
    case AppointmentStatus::Cancelled:
        return {word, Tone::Neutral, Icon::Ban};
    case AppointmentStatus::Attended:
        return {word, Tone::Success, Icon::Check};
    case AppointmentStatus::Late:
        return {word, Tone::Warning, Icon::Clock};
    case AppointmentStatus::Missed:
        return {word, Tone::Danger, Icon::UserX};
    }
    Q_UNREACHABLE();
}

QString AppointmentWords::outcome(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Attended:
        return tr("Came");
    case AppointmentStatus::Late:
        return tr("Late");
    case AppointmentStatus::Missed:
        return tr("Did not come");
    case AppointmentStatus::Cancelled:
        return tr("Cancelled");
    case AppointmentStatus::Planned:
    case AppointmentStatus::Moved:
        return tr("Undo");
    }
    Q_UNREACHABLE();
}

Icon AppointmentWords::icon(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Attended:
        return Icon::UserCheck;
    case AppointmentStatus::Late:
        return Icon::Clock;
    case AppointmentStatus::Missed:
        return Icon::UserX;
    case AppointmentStatus::Cancelled:
        return Icon::Ban;
    case AppointmentStatus::Planned:
    case AppointmentStatus::Moved:
        return Icon::Undo;
    }
    Q_UNREACHABLE();
}

QString AppointmentWords::distance(int hoursBefore)
{
    if (hoursBefore == 0)
        return tr("at the time of the appointment");
    return tr("%n h before", nullptr, hoursBefore);
}

Icon AppointmentWords::icon(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return Icon::MessageCircle;
    case Channel::Ivr:
        return Icon::Phone;
    case Channel::Email:
        return Icon::Mail;
    }
    Q_UNREACHABLE();
}

QString AppointmentWords::obstacle(const ReasonKey &obstacle)
{
    if (obstacle == "tooLate"_L1)
        return tr("Too late for it: it is not sent.");
    if (obstacle == "noRecipient"_L1)
        return tr("The record has no number or address for it yet.");
    if (obstacle == "consentRefused"_L1)
        return tr("The patient does not want such messages.");
    return reasonText(obstacle);
}

QString AppointmentWords::about(const Appointment &appointment)
{
    QStringList parts{appointment.ward, appointment.withWhom};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace accueil
