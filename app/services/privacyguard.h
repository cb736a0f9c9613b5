#pragma once

#include "app/domain/patient.h"
#include "app/domain/result.h"
#include "app/services/hospitalsettings.h"

#include <optional>

namespace accueil {

// Whether words go by SMS, at once or in place of a channel that is refused.
bool goesBySms(Channel channel, const QList<Channel> &fallback);

// What an SMS of these words would give away of the patient (nobody: of whoever gets it), as an error of `field`.
// Nothing where it is discreet, or where the hospital wants no more than a warning.
std::optional<FieldError> privacyProblem(
    const QString &field, const QString &text, const std::optional<Patient> &patient, const HospitalSettings &settings);

} // namespace accueil
