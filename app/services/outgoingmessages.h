#pragma once

#include "app/domain/patient.h"
#include "app/domain/reminder.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagesender.h"
#include "db/storecipher.h"

namespace accueil {

// What leaves for a reminder. The same at every try, but for the link that ends emails.
OutgoingMessage outgoingMessage(
    const Reminder &reminder, const Patient &patient, const HospitalSettings &settings, const StoreCipher &cipher);

} // namespace accueil
