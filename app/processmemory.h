#pragma once

namespace accueil {

// Sets from which size on a block of memory is one of its own and goes back to the system at once. First thing in
// main().
void keepMemoryShort();

// Gives what was freed and kept for later back to the system (malloc_trim(3)): after a start, which migrates, builds
// the OpenAPI document and lets it all go again, that is about 4 MB. Takes about a millisecond. Does nothing where the
// C library is not glibc.
void returnFreeMemory();

// Lets the system have the pages of code back that only the start needed: what is still run is read again from the
// system's cache of files, page by page, and the rest, as that of the window in a program without one, is not. Takes
// about 5 ms. Does nothing where the system is not Linux.
void releaseStartCode();

} // namespace accueil
