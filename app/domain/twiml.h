#pragma once

#include "app/domain/voicescript.h"

#include <QString>

namespace accueil {

// Where a call finds what it needs outside.
struct VoiceAddresses
{
    QString answer; // that key presses are posted to; empty: none can be answered
    QString audio; // folder of the recordings: <audio>/<fr, en, dua, bas, ewo>/<clip>.mp3; empty: there are none
};

inline constexpr qsizetype longestTwiml = 4000; // characters that Calls takes inline

// TwiML: what Twilio says and does in a call. Nothing that stands in a name or a message can add an instruction.

// The beginning: the greeting with a question for a key where it can be answered; whoever presses none, or is a
// machine, hears the neutral text. At most `longestTwiml`.
QString twimlBeginning(const VoiceCall &call, const VoiceAddresses &addresses);
// After the greeting's key press: the message, and the menu twice.
QString twimlMessage(const VoiceCall &call, const VoiceAddresses &addresses);
// The last word.
QString twimlEnd(const VoiceCall &call, const QList<SpokenLine> &lines, const VoiceAddresses &addresses);

} // namespace accueil
