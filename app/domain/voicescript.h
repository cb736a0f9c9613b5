#pragma once

#include "app/domain/channel.h"
#include "app/domain/language.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace accueil {

// Something that is said in a call: words that a machine can speak, and the clip that says the same.
struct SpokenLine
{
    QString text; // French or English; empty: only the clip says it
    Language language = Language::French; // French or English: the voice that speaks `text`
    QString clip; // name of the recording in the patient's language; empty: there is none

    friend bool operator==(const SpokenLine &, const SpokenLine &) = default;
};

enum class Clips { None, Recorded };

// What a call is about.
struct VoiceCall
{
    QString hospital;
    QString deskPhone; // as people dial it; empty: not said
    Language language = Language::French; // the patient's
    QString message; // the reminder; heard only after a key press
    Purpose purpose = Purpose::Appointment;
    std::optional<QDateTime> appointmentTime; // UTC
    QByteArray zone = "Africa/Douala"; // IANA; the time is said in it
    Clips clips = Clips::None;
};

// What a person says with a key: 1, 2, 3, 9. While the greeting asks whether to go on, 9 is the only other one.
enum class VoiceKey { Confirm, Cancel, Repeat, Stop };
std::optional<VoiceKey> voiceKey(QStringView digits);

// Product.md section 4: whoever takes the call, or a machine, hears nothing personal before a key press. French where
// no words are known to be right (Duala, Basaa, Ewondo), unless there are recordings.
QList<SpokenLine> voiceGreeting(const VoiceCall &call); // who calls; 1 to listen, 9 for no more calls
QList<SpokenLine> voiceNeutral(const VoiceCall &call); // for a machine and for those who press nothing
QList<SpokenLine> voiceOneWay(const VoiceCall &call); // where no key press can be answered
QList<SpokenLine> voiceMessage(const VoiceCall &call); // after the greeting's key press
QList<SpokenLine> voiceMenu(const VoiceCall &call); // 1 confirm, 2 cancel, 3 repeat, 9 stop
QList<SpokenLine> voiceReply(const VoiceCall &call, VoiceKey key); // empty for Repeat: say the message again
QList<SpokenLine> voiceFarewell(const VoiceCall &call);

// Every recording there may be, for whoever makes them.
QStringList voiceClips();

} // namespace accueil
