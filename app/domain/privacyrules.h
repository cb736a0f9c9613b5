#pragma once

#include "app/domain/enumtable.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace accueil {

// A part of a text that gives away what a patient suffers from.
struct SensitiveWords
{
    QString words; // as they stand in the text
    qsizetype position = 0; // UTF-16 units from its beginning

    friend bool operator==(const SensitiveWords &, const SensitiveWords &) = default;
};

// What becomes of an SMS that gives something away.
enum class PrivacyCheck {
    Refuse,
    Warn, // the editor marks the words, nothing is refused
};

inline constexpr EnumTable<PrivacyCheck, 2> privacyCheckTable{{{
    {PrivacyCheck::Refuse, u"refuse"},
    {PrivacyCheck::Warn, u"warn"},
}}};

// Diagnoses, tests, treatments and clinics, in French and English, that must not stand where others read or hear them:
// in an SMS, in the subject of an email, in a call before a key is pressed. `condition` is the patient's own, of which
// no word may appear either; `name` is the patient's, whose words give nothing away. In the order of the text.
QList<SensitiveWords> sensitiveWords(QStringView text, QStringView condition = {}, QStringView name = {});

} // namespace accueil
