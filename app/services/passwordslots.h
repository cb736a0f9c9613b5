#pragma once

#include <QSemaphore>

#include <atomic>
#include <optional>

namespace accueil {

// Lets one password at a time be hashed: each takes 32 MB and 150 ms of one core, so that a flood of logins would
// otherwise take the threads of everybody else and more memory than the program may have (tests/bench/memory.sh).
// Thread-safe.
class PasswordSlots
{
public:
    // Waits for a free slot for up to 3 s and holds it as long as the answer lives. Nothing: too many are waiting
    // already, or it took too long; try again in a second.
    std::optional<QSemaphoreReleaser> enter();

private:
    QSemaphore m_free{1};
    std::atomic<int> m_waiting{0};
};

} // namespace accueil
