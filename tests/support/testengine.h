#pragma once

#include "app/understanding/understandingengine.h"

namespace accueil {

// One for all tests of a program: reading the word lists takes longer than most tests.
inline const UnderstandingEngine &testEngine()
{
    static const UnderstandingEngine engine;
    return engine;
}

} // namespace accueil
