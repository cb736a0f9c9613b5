#pragma once

#include "app/domain/feedback.h"
#include "app/services/changedfields.h"

namespace accueil {

// In what two versions of a feedback differ, of all that people and tablets say in one.
ChangedFields changedFields(const Feedback &before, const Feedback &after);

} // namespace accueil
