#include "app/services/callanswerservice.h"

#include "app/domain/webhookpaths.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/voicecalls.h"

namespace accueil {

namespace {

VoiceCall callAbout(const Reminder &reminder, const HospitalSettings &settings)
{
    VoiceCall call = voiceCall(settings, reminder.language);
    call.message = reminder.message;
    call.purpose = reminder.purpose;
    call.appointmentTime = reminder.appointmentTime;
    return call;
}

VoiceAddresses menuAddresses(const HospitalSettings &settings, const QString &reference)
{
    VoiceAddresses addresses = voiceAddresses(settings, reference);
    addresses.answer += voiceMenuPath;
    return addresses;
}

std::optional<ReplyWord> wordOf(VoiceKey key)
{
    switch (key) {
    case VoiceKey::Confirm:
        return ReplyWord::Confirm;
    case VoiceKey::Cancel:
        return ReplyWord::Cancel;
    case VoiceKey::Stop:
        return ReplyWord::Stop;
    case VoiceKey::Repeat:
        break;
    }
    return std::nullopt;
}

} // namespace

CallAnswerService::CallAnswerService(Database &database, const StoreCipher &cipher,
    std::function<HospitalSettings()> settings, InboundMessageService &inbound)
    : m_settings(std::move(settings))
    , m_inbound(inbound)
    , m_reminders(database, cipher)
{
}

std::optional<QString> CallAnswerService::afterGreeting(const CallKey &key)
{
    return answer(key.reference, [&](const Reminder &reminder, const VoiceCall &call, const VoiceAddresses &addresses) {
        if (key.digits.isEmpty())
            return twimlEnd(call, voiceNeutral(call), addresses);
        if (voiceKey(key.digits) != VoiceKey::Stop)
            return twimlMessage(call, addresses);
        m_inbound.keyPressed(key.callId, reminder, ReplyWord::Stop);
        return twimlEnd(call, voiceReply(call, VoiceKey::Stop), addresses);
    });
}

std::optional<QString> CallAnswerService::afterMenu(const CallKey &key)
{
    return answer(key.reference, [&](const Reminder &reminder, const VoiceCall &call, const VoiceAddresses &addresses) {
        if (key.digits.isEmpty())
            return twimlEnd(call, voiceFarewell(call), addresses);
        const std::optional<VoiceKey> pressed = voiceKey(key.digits);
        const std::optional<ReplyWord> word = pressed ? wordOf(*pressed) : std::nullopt;
        if (!word)
            return twimlMessage(call, addresses);
        m_inbound.keyPressed(key.callId, reminder, *word);
        return twimlEnd(call, voiceReply(call, *pressed), addresses);
    });
}

std::optional<QString> CallAnswerService::answer(const QString &reference, const Next &next)
{
    const auto known = m_reminders.findRequest(reference);
    const std::optional<Reminder> reminder = known ? m_reminders.find(known->id) : std::nullopt;
    if (!reminder)
        return std::nullopt;
    const HospitalSettings settings = m_settings();
    return next(*reminder, callAbout(*reminder, settings), menuAddresses(settings, reference));
}

} // namespace accueil
