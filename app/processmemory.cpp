#include "app/processmemory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
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

#ifdef __linux__

namespace {

// A part of the address space that holds code of a file, as it is there.
struct CodeMapping
{
    std::uintptr_t first = 0;
    std::uintptr_t last = 0;

    // Pages of the file come back by themselves; what was written to would be lost (madvise(2), MADV_DONTNEED).
    void release() const { madvise(reinterpret_cast<void *>(first), last - first, MADV_DONTNEED); }
};

// The head of a mapping in /proc/self/smaps, as in "7f00-7f01 r-xp 0000 08:01 1234 /usr/lib/libc.so.6".
bool isCode(const std::string &line, CodeMapping &mapping)
{
    unsigned long first = 0;
    unsigned long last = 0;
    char rights[5] = {};
    char path[2] = {};
    const int read = std::sscanf(line.c_str(), "%lx-%lx %4s %*s %*s %*s %1s", &first, &last, rights, path);
    mapping = {first, last};
    return read == 4 && std::string(rights) == "r-xp" && path[0] == '/';
}

} // namespace

void releaseStartCode()
{
    std::ifstream smaps("/proc/self/smaps");
    CodeMapping mapping;
    bool isInCode = false;
    for (std::string line; std::getline(smaps, line);) {
        unsigned long start = 0;
        if (std::sscanf(line.c_str(), "%lx-", &start) == 1 && line.find(" kB") == std::string::npos) {
            isInCode = isCode(line, mapping);
        } else if (isInCode && line.rfind("Anonymous:", 0) == 0) {
            long kilobytes = -1;
            if (std::sscanf(line.c_str(), "Anonymous: %ld", &kilobytes) == 1 && kilobytes == 0)
                mapping.release();
            isInCode = false;
        }
    }
}

#else

void releaseStartCode() { }

#endif

} // namespace accueil
