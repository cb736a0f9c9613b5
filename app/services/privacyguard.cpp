#include "app/services/privacyguard.h"

namespace accueil {

using namespace Qt::StringLiterals;

bool goesBySms(Channel channel, const QList<Channel> &fallback)
{
    return channel == Channel::Sms || fallback.contains(Channel::Sms);
}

std::optional<FieldError> privacyProblem(
    const QString &field, const QString &text, const std::optional<Patient> &patient, const HospitalSettings &settings)
{
    if (settings.privacyCheck == PrivacyCheck::Warn)
        return std::nullopt;
    const QList<SensitiveWords> found
        = patient ? sensitiveWords(text, patient->condition, patient->name) : sensitiveWords(text);
    if (found.isEmpty())
        return std::nullopt;
    return FieldError{field, u"givesAwayHealth"_s, {{u"word"_s, found.constFirst().words}}};
}

} // namespace accueil
