#pragma once

#include "app/services/appointmentservice.h"
#include "ui/widgets/chip.h"

#include <QCoreApplication>

namespace accueil {

// The window's words for appointments and for what their plans send.
class AppointmentWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::AppointmentWords)
public:
    static QString status(AppointmentStatus status);
    static Chip chip(const Appointment &appointment); // confirmed ones say so
    static QString outcome(AppointmentStatus status); // what the button says; with a mnemonic
    static Icon icon(AppointmentStatus status);
    static QString distance(int hoursBefore); // "72 h before", "at the time of the appointment"
    static Icon icon(Channel channel);
    static QString obstacle(const ReasonKey &obstacle);
    static QString about(const Appointment &appointment); // ward and with whom
};

} // namespace accueil
