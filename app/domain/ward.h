#pragma once

#include <QString>

namespace accueil {

// A ward or service of the hospital, and how many records carry its name.
struct Ward
{
    QString name;
    bool isListed = false; // in the settings, so that forms and tablets offer it; otherwise only records name it
    qint64 patients = 0;
    qint64 feedback = 0;
    qint64 appointments = 0;
    qint64 devices = 0;

    qint64 records() const { return patients + feedback + appointments + devices; }
    friend bool operator==(const Ward &, const Ward &) = default;
};

inline constexpr int longestWardName = 80; // characters

} // namespace accueil
