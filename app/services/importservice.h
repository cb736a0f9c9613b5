#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"

#include <QMap>

#include <functional>

namespace accueil {

enum class ImportKind { Patients, Feedback };

// What the first lines of a file look like and which column seems to be which field.
struct ImportPreview {
    QStringList header;
    QList<QStringList> rows; // the first 20
    QMap<QString, int> mapping; // wire name -> column
    QStringList fields; // wire names that can be mapped
    QChar separator = u',';
};

struct ImportProgress {
    qint64 bytesRead = 0;
    qint64 bytesTotal = 0;
    qint64 accepted = 0;
    qint64 repeated = 0; // were in the store already
    qint64 refused = 0;
    double rowsPerSecond = 0;
};

struct ImportReport {
    ImportProgress progress;
    QString reportFile; // CSV next to the file: line, column, value, reason; only when something was refused
    bool interrupted = false;
};

// Takes CSV files in, in batches of one transaction each. Rows are recognised again (client_id derived from the file's own
// row id, or from the row's content and its place among equal rows), so that an import may be interrupted and repeated
// without doubling. Blocks; call off the GUI thread.
class ImportService
{
public:
    ImportService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    Result<ImportPreview> preview(const Session &who, ImportKind kind, const QString &file);
    // `onProgress` returns false to stop after the present batch.
    Result<ImportReport> import(const Session &who, ImportKind kind, const QString &file,
                                const QMap<QString, int> &mapping,
                                const std::function<bool(const ImportProgress &)> &onProgress);

private:
    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
};

} // namespace accueil
