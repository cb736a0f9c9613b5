#pragma once

#include "app/settings.h"

#include <QTemporaryDir>

#include <memory>

class QLockFile;

namespace accueil {

class Application;
struct DemoAccount;

// The place of a drill: a folder of its own under the system's one for temporary files, gone with this object; one that
// was left by a program that was killed goes when the next drill begins. Nothing of the environment, of `.env` or of
// the hospital's data directory is read for it.
class DrillPlace
{
public:
    DrillPlace();
    ~DrillPlace();

    bool isThere() const { return m_folder.isValid(); }
    // A new store, listening on this machine only, with short waiting times. `port` 0: any that is free.
    ProgramSettings settings(quint16 port) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QLockFile> m_lock; // says that somebody is there; gone before the folder
};

// Makes the store of a drill and fills it with invented records; who may sign in there. Takes some seconds; opens the
// application.
Result<QList<DemoAccount>> makeDrillStore(Application &application);

} // namespace accueil
