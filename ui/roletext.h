#pragma once

#include "app/domain/role.h"

#include <QString>

namespace accueil {

QString roleText(Role role); // "Reception", in the person's language
QString roleExplanation(Role role); // what the role may do, one line

} // namespace accueil
