#pragma once

#include "app/domain/twiml.h"
#include "app/services/hospitalsettings.h"

namespace accueil {

// What is the same in every call of the hospital; the message, its purpose and the appointment's time are the caller's.
VoiceCall voiceCall(const HospitalSettings &settings, Language language);

// `reference` names the reminder that is called about: letters, digits and dashes. Key presses are asked for only where
// there is a public address to answer them.
VoiceAddresses voiceAddresses(const HospitalSettings &settings, const QString &reference);

} // namespace accueil
