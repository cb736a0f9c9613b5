#pragma once

#include "app/domain/reminderplan.h"

namespace accueil {

// Steps of a plan as the columns `steps` hold them: a JSON array of {hours_before, channel, template, only_unconfirmed,
// fallback}.
QString stepsText(const QList<PlanStep> &steps);
QList<PlanStep> stepsOf(const QString &text);

} // namespace accueil
