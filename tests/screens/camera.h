#pragma once

#include <QDir>
#include <QWidget>

#include <functional>

namespace accueil {

// Takes pictures of a window with the dialogs that lie over it.
class Camera
{
public:
    explicit Camera(const QString &folder);

    QString suffix; // "fr-light": part of every name
    QStringList only; // names to take; empty: all
    bool wants(const QString &name) const { return only.isEmpty() || only.contains(name); }
    void take(const QWidget &window, const QString &name) const;

    // Lets the event loop run until `ready`, at most a minute; says what did not happen.
    static bool wait(const std::function<bool()> &ready, const char *what);
    static void settle(); // answers of the store and repaints that are on their way

private:
    QDir m_folder;
};

} // namespace accueil
