#pragma once

#include "db/storecipher.h"

#include <QVariant>

namespace accueil {

// reminders.number_tag: finds a reminder by the number that it names itself (E.164), which is encrypted. Null where it
// names none, as its patient's is meant.
inline QVariant reminderNumberTag(const StoreCipher &cipher, const QString &phoneNumber)
{
    return phoneNumber.isEmpty() ? QVariant() : QVariant(cipher.index.tagOf("reminder number", phoneNumber));
}

} // namespace accueil
