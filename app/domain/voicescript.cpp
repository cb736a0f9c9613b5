#include "app/domain/voicescript.h"

#include "app/domain/messagetemplate.h"

#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct Phrase
{
    QStringView clip;
    QStringView french;
    QStringView english;
};

// {hospital} and {desk} are put in; the latter is "the reception" or its number.
constexpr Phrase greeting{u"greeting",
    u"Bonjour, ici {hospital}. Nous avons un message pour vous. Pour l'écouter, appuyez sur 1. Pour ne plus recevoir "
    "d'appels, appuyez sur 9.",
    u"Hello, this is {hospital}. We have a message for you. To listen to it, press 1. To get no more calls, press 9."};
constexpr Phrase neutral{u"neutral",
    u"Ici {hospital}. Nous avons un message pour vous. Merci d'appeler {desk}. Au revoir.",
    u"This is {hospital}. We have a message for you. Please call {desk}. Goodbye."};
constexpr Phrase oneWay{u"one-way",
    u"Bonjour, ici {hospital}. Nous avons un message pour vous. Pour le connaître, merci d'appeler {desk}.",
    u"Hello, this is {hospital}. We have a message for you. To hear it, please call {desk}."};
constexpr Phrase menu{u"menu",
    u"Pour confirmer, appuyez sur 1. Pour annuler, appuyez sur 2. Pour réécouter, appuyez sur 3. Pour ne plus recevoir "
    "d'appels, appuyez sur 9.",
    u"To confirm, press 1. To cancel, press 2. To hear it again, press 3. To get no more calls, press 9."};
constexpr Phrase confirmed{u"confirmed", u"Merci, c'est confirmé. Au revoir.", u"Thank you, it is confirmed. Goodbye."};
constexpr Phrase cancelled{u"cancelled",
    u"C'est noté : c'est annulé. Pour un autre jour, merci d'appeler {desk}. Au revoir.",
    u"It is cancelled. For another day, please call {desk}. Goodbye."};
constexpr Phrase stopped{
    u"stopped", u"C'est noté : nous ne vous appellerons plus. Au revoir.", u"We will not call you any more. Goodbye."};
constexpr Phrase farewell{u"farewell", u"Merci d'avoir écouté. Au revoir.", u"Thank you for listening. Goodbye."};
constexpr std::array phrases{greeting, neutral, oneWay, menu, confirmed, cancelled, stopped, farewell};

constexpr std::array purposes{
    Purpose::Appointment, Purpose::Medication, Purpose::FollowUp, Purpose::Results, Purpose::Survey, Purpose::Other};

bool isSpoken(Language language)
{
    return language == Language::French || language == Language::English;
}

Language voiceOf(Language language)
{
    return language == Language::English ? Language::English : Language::French;
}

// A number that is written without spaces would be read as millions.
QString deskWords(const VoiceCall &call)
{
    const bool english = voiceOf(call.language) == Language::English;
    if (call.deskPhone.isEmpty())
        return english ? u"the reception of the hospital"_s : u"l'accueil de l'hôpital"_s;
    QString number = call.deskPhone.simplified();
    if (!number.contains(u' ')) {
        QStringList digits;
        for (const QChar digit : number)
            digits << QString(digit);
        number = digits.join(u' ');
    }
    return (english ? u"the reception on %1"_s : u"l'accueil au %1"_s).arg(number);
}

SpokenLine line(const VoiceCall &call, const Phrase &phrase)
{
    const Language voice = voiceOf(call.language);
    QString text = (voice == Language::English ? phrase.english : phrase.french).toString();
    // The number first: a hospital's name may hold anything.
    text.replace("{desk}"_L1, deskWords(call)).replace("{hospital}"_L1, call.hospital);
    return {text, voice, call.clips == Clips::Recorded ? phrase.clip.toString() : QString()};
}

QString messageClip(Purpose purpose)
{
    return u"message-"_s + purposeTable.key(purpose).replace(u'_', u'-');
}

} // namespace

std::optional<VoiceKey> voiceKey(QStringView digits)
{
    if (digits == u"1")
        return VoiceKey::Confirm;
    if (digits == u"2")
        return VoiceKey::Cancel;
    if (digits == u"3")
        return VoiceKey::Repeat;
    if (digits == u"9")
        return VoiceKey::Stop;
    return std::nullopt;
}

QList<SpokenLine> voiceGreeting(const VoiceCall &call)
{
    return {line(call, greeting)};
}

QList<SpokenLine> voiceNeutral(const VoiceCall &call)
{
    return {line(call, neutral)};
}

QList<SpokenLine> voiceOneWay(const VoiceCall &call)
{
    return {line(call, oneWay)};
}

// In a language that no machine speaks the recording says what it is about, and a French voice the day and the hour.
QList<SpokenLine> voiceMessage(const VoiceCall &call)
{
    const Language voice = voiceOf(call.language);
    if (isSpoken(call.language) || call.clips == Clips::None)
        return {{call.message, voice, {}}};
    QList<SpokenLine> lines{{{}, voice, messageClip(call.purpose)}};
    if (call.appointmentTime) {
        const TemplateValues values{.appointment = call.appointmentTime, .zone = call.zone};
        // Its own time for "now": the year would only be noise.
        lines.append({fillTemplate(u"{date}, {time}", voice, values, *call.appointmentTime).text, voice, {}});
    }
    return lines;
}

QList<SpokenLine> voiceMenu(const VoiceCall &call)
{
    return {line(call, menu)};
}

QList<SpokenLine> voiceReply(const VoiceCall &call, VoiceKey key)
{
    switch (key) {
    case VoiceKey::Confirm:
        return {line(call, confirmed)};
    case VoiceKey::Cancel:
        return {line(call, cancelled)};
    case VoiceKey::Repeat:
        return {};
    case VoiceKey::Stop:
        return {line(call, stopped)};
    }
    Q_UNREACHABLE();
}

QList<SpokenLine> voiceFarewell(const VoiceCall &call)
{
    return {line(call, farewell)};
}

QStringList voiceClips()
{
    QStringList names;
    for (const Phrase &phrase : phrases)
        names << phrase.clip.toString();
    for (const Purpose purpose : purposes)
        names << messageClip(purpose);
    return names;
}

} // namespace accueil
