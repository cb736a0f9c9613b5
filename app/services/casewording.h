#pragma once

#include "app/domain/casenews.h"
#include "app/domain/language.h"

#include <QString>

namespace accueil {

// The words of letters about cases, for people of the hospital: numbers of cases and wards, nothing of patients. French
// where the hospital's first language is not English.
QString caseLetterSubject(const QList<CaseNews> &news, Language language, const QString &hospital);
QString caseLetterText(const QList<CaseNews> &news, Language language);

} // namespace accueil
