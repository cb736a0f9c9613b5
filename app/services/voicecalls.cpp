#include "app/services/voicecalls.h"

#include "app/domain/webhookpaths.h"
#include "app/services/messagewording.h"

namespace accueil {

VoiceCall voiceCall(const HospitalSettings &settings, Language language)
{
    return {.hospital = discreetHospitalName(settings, language),
        .deskPhone = settings.deskPhone,
        .language = language,
        .zone = settings.timeZone.toLatin1(),
        .clips = settings.audioUrl.isEmpty() ? Clips::None : Clips::Recorded};
}

VoiceAddresses voiceAddresses(const HospitalSettings &settings, const QString &reference)
{
    return {.answer = reference.isEmpty() ? QString() : settings.publicAddress(twilioVoicePath + reference),
        .audio = settings.audioUrl};
}

} // namespace accueil
