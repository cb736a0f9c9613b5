#pragma once

#include "app/domain/tabletfile.h"
#include "app/services/syncservice.h"

#include <functional>

namespace accueil {

// Brings in what a tablet that is taken out of use still held, from the file that it wrote: each answer on the way of
// POST /api/sync, so that what arrived otherwise is known and nothing is doubled, however often a file is brought in.
// All of it needs ManageDevices and blocks. Thread-safe; throws DatabaseError and CipherError.
class TabletFileService
{
public:
    TabletFileService(Database &database, const Clock &clock, DeviceService &devices, SyncService &sync);

    // Errors, all with the field `file`: `fileUnreadable`, `fileEmpty`, `tooLarge`, and those of readTabletFile().
    Result<TabletFile> read(const Session &who, const QString &path);
    // `onProgress` is told how many answers are done after each, and returns false to stop there.
    Result<TabletFileReport> take(
        const Session &who, const TabletFile &file, const std::function<bool(qsizetype done)> &onProgress);

private:
    Session sender(const Session &who, const TabletFile &file);
    TabletFileLine takeOne(const Session &who, const SyncBatch &batch, const LeftAnswer &answer);

    Database &m_database;
    const Clock &m_clock;
    DeviceService &m_devices;
    SyncService &m_sync;
    AuditRepository m_audit;
};

} // namespace accueil
