#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace accueil {

enum class SmsAlphabet { Gsm7, Ucs2 };

// What a text costs as an SMS. A unit is a septet in GSM-7, 16 bits in UCS-2.
struct SmsCount
{
    SmsAlphabet alphabet = SmsAlphabet::Gsm7;
    int units = 0; // of the text alone, without what is left empty at the end of a segment
    int segments = 0;
    int unitsLeft = 160; // that the last segment still takes
    QStringList dearCharacters; // those outside GSM-7, which make the whole message UCS-2; each once, in order

    friend bool operator==(const SmsCount &, const SmsCount &) = default;
};

// 3GPP TS 23.038: GSM-7 with its extension table (two septets each), otherwise UCS-2. One segment takes 160 septets or
// 70 units; each of several 153 or 67, because 6 octets say which one it is (3GPP TS 23.040). Neither an escape nor a
// surrogate pair is split between two segments.
SmsCount countSms(QStringView text);

// The same words in GSM-7 where it has a look-alike (ô: o, œ: oe, ’: ', ɓ: b); letters that GSM-7 has stay (é), and so
// does what has no look-alike.
QString plainSpelling(QStringView text);

} // namespace accueil
