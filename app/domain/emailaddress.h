#pragma once

#include <QString>

namespace accueil {

// One mailbox by the rules of RFC 5321 as far as a hospital meets them: a dot-atom local part of at most 64 characters,
// a domain with at least one dot (or a bracketed literal refused), at most 254 in all; international domains allowed.
bool isEmailAddress(QStringView text);

} // namespace accueil
