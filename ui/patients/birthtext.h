#pragma once

#include "app/domain/patient.h"

#include <QStringView>

namespace accueil {

// What people answer to "born when?": a date (12/03/1990), a year (1990) or an age (34).
struct Birth
{
    std::optional<QDate> date = {};
    std::optional<int> year = {};
    std::optional<int> age = {};

    friend bool operator==(const Birth &, const Birth &) = default;
};

// Day before month, as in Cameroon in both languages; also 1990-03-12. Nothing when it is none of the three; an empty
// text is an empty answer.
std::optional<Birth> parseBirth(QStringView text);
QString birthText(const Patient &patient, const QDate &today); // what parseBirth reads back

} // namespace accueil
