#pragma once

#include <QSemaphore>
#include <QString>

#include <atomic>
#include <optional>

namespace accueil {

// Password hashing with a bound on how much of it goes on at once: every computation takes 32 MB and 150 ms of one
// core, so that a flood of logins would otherwise take the memory and the threads of everybody else. Thread-safe;
// blocks.
class PasswordWork
{
public:
    // Nothing: too many are waiting already; try again in a second. `stored` empty: takes as long, and is false.
    std::optional<bool> matches(const QString &password, const QString &stored);
    std::optional<QString> hash(const QString &password);

private:
    bool enter();
    void leave();

    QSemaphore m_slots{2};
    std::atomic<int> m_waiting{0};
};

} // namespace accueil
