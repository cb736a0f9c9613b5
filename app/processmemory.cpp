#include "app/processmemory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace accueil {

// Recordings and long answers come and go. glibc would move its limit for blocks of their own up to the largest that
// was ever given back, take the next ones from the heap and keep that; a limit that is set stays (mallopt(3)).
void keepMemoryShort()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
#endif
}

void returnFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace accueil
