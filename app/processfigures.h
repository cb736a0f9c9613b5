#pragma once

#include "server/operationfigures.h"

namespace accueil {

// Memory, processor time and open files of this process, from /proc; nothing where there is none.
std::optional<OperationFigures::Process> processFigures();

} // namespace accueil
