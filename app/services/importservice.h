#pragma once

#include "app/domain/language.h"
#include "app/domain/session.h"
#include "app/services/csvreader.h"

#include <QChar>
#include <QMap>
#include <QStringList>

#include <functional>

namespace accueil {

class DomainEvents;
class FeedbackService;
class PatientService;

enum class ImportKind { Patients, Feedback };

// What the first lines of a file look like and which column seems to be which field.
struct ImportPreview
{
    QStringList header;
    QList<QStringList> rows; // the first 20
    QMap<QString, int> mapping; // wire name -> column
    QStringList fields; // wire names that can be mapped, in the order in which a person would look for them
    QChar separator = u',';
    Language language = Language::French; // of the header's words: the guess for rows that do not say theirs
};

struct ImportProgress
{
    qint64 bytesRead = 0;
    qint64 bytesTotal = 0;
    qint64 accepted = 0;
    qint64 repeated = 0; // were in the store already
    qint64 refused = 0;
    double rowsPerSecond = 0;

    qint64 rows() const { return accepted + repeated + refused; }
};

struct ImportOptions
{
    QMap<QString, int> mapping; // wire name -> column
    Language language = Language::French; // for rows that do not say theirs
    std::function<QString(const FieldError &)> describe; // words for the report; the stable key when there is none
};

struct ImportReport
{
    ImportProgress progress;
    QString reportFile; // CSV next to the file: line, column, value, reason; empty when nothing was refused
    bool interrupted = false;
};

// Takes CSV files in, in batches of one transaction each. A row with any broken value is refused whole and listed. Rows
// are recognised again, so that an import may be interrupted and repeated without doubling: feedback by a client_id
// made from the file's own row number, else from the row's content and its place among equal rows; patients by their
// number, else by equal name, telephone and birth. Blocks; call off the GUI thread. Errors: `fileUnreadable`,
// `fileEmpty`, `badEncoding`.
class ImportService
{
public:
    ImportService(PatientService &patients, FeedbackService &feedback, DomainEvents &events);

    Result<ImportPreview> preview(const Session &who, ImportKind kind, const QString &file);
    // `onProgress` is told after each batch and returns false to stop there.
    Result<ImportReport> import(const Session &who, ImportKind kind, const QString &file, const ImportOptions &options,
        const std::function<bool(const ImportProgress &)> &onProgress);

    static constexpr int batchRows = 500;

private:
    PatientService &m_patients;
    FeedbackService &m_feedback;
    DomainEvents &m_events;
};

} // namespace accueil
