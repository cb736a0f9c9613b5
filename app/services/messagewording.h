#pragma once

#include "app/domain/language.h"

#include <QString>

namespace accueil {

struct HospitalSettings;

// The hospital's name for the subject of an email and for a call before a key is pressed: the short one, or none, where
// the name itself gives an illness away.
QString discreetHospitalName(const HospitalSettings &settings, Language language);

// The subject of a reminder by email. It names the hospital and nothing else: a subject is read by whoever sees the
// screen.
QString reminderSubject(Language language, const QString &hospital);

// Likewise of the letters that say that an appointment was moved, or is off.
QString movedSubject(Language language, const QString &hospital);
QString cancelledSubject(Language language, const QString &hospital);

// What an entry in the patient's calendar is called: likewise.
QString appointmentTitle(Language language, const QString &hospital);

// How to get no more emails, at the foot of each: by writing to `address`.
QString unsubscribeNote(Language language, const QString &address);

// At the foot of emails to people of the hospital.
QString staffNote(Language language);

} // namespace accueil
