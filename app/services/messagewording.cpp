#include "app/services/messagewording.h"

namespace accueil {

using namespace Qt::StringLiterals;

QString reminderSubject(Language language, const QString &hospital)
{
    // French where no wording is known to be right (product.md section 6).
    return language == Language::English ? u"Reminder from %1"_s.arg(hospital) : u"Rappel de %1"_s.arg(hospital);
}

} // namespace accueil
