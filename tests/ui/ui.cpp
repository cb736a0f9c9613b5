// The precompiled header of the window's tests needs a source to be compiled with.
#include "tests/ui/pageroom.h"
