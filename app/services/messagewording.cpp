#include "app/services/messagewording.h"

#include "app/services/hospitalsettings.h"

namespace accueil {

using namespace Qt::StringLiterals;

QString discreetHospitalName(const HospitalSettings &settings, Language language)
{
    for (const QString &name : {settings.name, settings.shortName}) {
        if (!name.isEmpty() && sensitiveWords(name).isEmpty())
            return name;
    }
    return language == Language::English ? u"your hospital"_s : u"votre hôpital"_s;
}

QString reminderSubject(Language language, const QString &hospital)
{
    // French where no wording is known to be right (product.md section 6).
    return language == Language::English ? u"Reminder from %1"_s.arg(hospital) : u"Rappel de %1"_s.arg(hospital);
}

QString movedSubject(Language language, const QString &hospital)
{
    return language == Language::English ? u"Appointment moved: %1"_s.arg(hospital)
                                         : u"Rendez-vous déplacé : %1"_s.arg(hospital);
}

QString cancelledSubject(Language language, const QString &hospital)
{
    return language == Language::English ? u"Appointment cancelled: %1"_s.arg(hospital)
                                         : u"Rendez-vous annulé : %1"_s.arg(hospital);
}

QString appointmentTitle(Language language, const QString &hospital)
{
    return language == Language::English ? u"Appointment: %1"_s.arg(hospital) : u"Rendez-vous : %1"_s.arg(hospital);
}

QString unsubscribeNote(Language language, const QString &address)
{
    return language == Language::English
        ? u"To get no more emails like this one, write STOP to %1."_s.arg(address)
        : u"Pour ne plus recevoir de tels courriels, écrivez STOP à %1."_s.arg(address);
}

QString staffNote(Language language)
{
    return language == Language::English ? u"Accueil sent this to you because of your account at the hospital."_s
                                         : u"Accueil vous écrit en raison de votre compte à l'hôpital."_s;
}

} // namespace accueil
