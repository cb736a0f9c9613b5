#include "app/services/importservice.h"

#include "app/domain/phonenumber.h"
#include "app/domain/textfolding.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "app/services/importcolumns.h"
#include "app/services/importreport.h"
#include "app/services/importrow.h"
#include "app/services/patientservice.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

enum class RowFate { Accepted, Repeated, Refused };

struct RowOutcome
{
    RowFate fate = RowFate::Accepted;
    QList<FieldError> errors;
};

RowOutcome refused(QList<FieldError> errors)
{
    return {RowFate::Refused, std::move(errors)};
}

Result<void> readable(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, {{u"file"_s, u"fileUnreadable"_s}});
    const QByteArray start = file.peek(4096);
    if (start.isEmpty())
        return fail(ErrorCode::Invalid, {{u"file"_s, u"fileEmpty"_s}});
    // UTF-16 and binary files hold NUL bytes; text as spreadsheets export it does not.
    if (start.contains('\0'))
        return fail(ErrorCode::Invalid, {{u"file"_s, u"badEncoding"_s}});
    return {};
}

// Feedback rows are known again by a UUID made from the file's own row number or from the content (RFC 4122 version 5).
class FeedbackRows
{
public:
    using Row = ImportedRow<FeedbackDraft>;
    FeedbackRows(FeedbackService &feedback, const Session &who)
        : m_feedback(feedback)
        , m_who(who)
    {
    }

    Row read(const CsvRow &csv, const ImportOptions &options)
    {
        Row row = feedbackFromRow(csv, options.mapping, options.language);
        row.draft.clientId = clientId(row);
        return row;
    }

    QList<FieldError> brokenRules(const Row &row) const { return m_feedback.brokenRules(row.draft); }

    QList<RowOutcome> store(const QList<Row> &rows)
    {
        QList<FeedbackDraft> drafts;
        for (const Row &row : rows)
            drafts.append(row.draft);
        const QList<Result<Submission>> answers = m_feedback.submitBatch(m_who, drafts);
        QList<RowOutcome> outcomes;
        for (qsizetype i = 0; i < rows.size(); ++i)
            outcomes.append(outcome(answers.at(i)));
        return outcomes;
    }

private:
    QString clientId(const Row &row)
    {
        static const QUuid importedRows(u"{5d5a4f0c-3c0e-5b8e-9c57-2a3f8f0f6a11}"_s);
        const QString own = row.draft.clientId;
        if (!own.isEmpty()) {
            const QUuid given = QUuid::fromString(own);
            return (given.isNull() ? QUuid::createUuidV5(importedRows, u"row:"_s + own) : given)
                .toString(QUuid::WithoutBraces);
        }
        const QByteArray content = row.cells.join(QChar(0x1f)).toUtf8();
        const int place = m_equalRows[QCryptographicHash::hash(content, QCryptographicHash::Sha256)]++;
        return QUuid::createUuidV5(importedRows, "content:" + QByteArray::number(place) + ':' + content)
            .toString(QUuid::WithoutBraces);
    }

    static RowOutcome outcome(const Result<Submission> &answer)
    {
        if (!answer && answer.error().fields.value(0).key == u"repeatDiffers"_s)
            return refused({{u"client_id"_s, u"differsFromStored"_s}});
        if (!answer)
            return refused(answer.error().fields);
        return {answer->created ? RowFate::Accepted : RowFate::Repeated, {}};
    }

    FeedbackService &m_feedback;
    const Session &m_who;
    QHash<QByteArray, int> m_equalRows;
};

// Patients are known again by their number, else by equal name, telephone and birth.
class PatientRows
{
public:
    using Row = ImportedRow<PatientDraft>;
    PatientRows(PatientService &patients, const Session &who)
        : m_patients(patients)
        , m_who(who)
    {
    }

    Row read(const CsvRow &csv, const ImportOptions &options)
    {
        return patientFromRow(csv, options.mapping, options.language);
    }

    QList<FieldError> brokenRules(const Row &row) const { return m_patients.brokenRules(row.draft); }

    QList<RowOutcome> store(const QList<Row> &rows)
    {
        QList<RowOutcome> outcomes(rows.size());
        QList<PatientDraft> fresh;
        QList<qsizetype> places;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (isKnown(rows.at(i).draft, outcomes[i]))
                continue;
            fresh.append(rows.at(i).draft);
            places.append(i);
        }
        const QList<Result<Patient>> answers = m_patients.createBatch(m_who, fresh);
        for (qsizetype i = 0; i < answers.size(); ++i) {
            if (!answers.at(i))
                outcomes[places.at(i)] = refused(answers.at(i).error().fields);
        }
        return outcomes;
    }

private:
    static bool samePerson(const Patient &stored, const PatientDraft &draft)
    {
        const bool sameBirth = draft.birthDate ? stored.birthDate == draft.birthDate
            : draft.birthYear                  ? stored.birthYear == draft.birthYear
                                               : true;
        const auto number = PhoneNumber::parse(draft.phoneNumber, {});
        return foldText(stored.name) == foldText(draft.name.simplified()) && sameBirth
            && (draft.phoneNumber.isEmpty() || (number && number->e164() == stored.phoneNumber));
    }

    // True when the row needs no new patient; `outcome` then says why.
    bool isKnown(const PatientDraft &draft, RowOutcome &outcome)
    {
        if (!draft.patientNumber.isEmpty()) {
            const Result<Patient> stored = m_patients.findByNumber(m_who, draft.patientNumber);
            if (!stored)
                return false;
            outcome = samePerson(*stored, draft) ? RowOutcome{RowFate::Repeated, {}}
                                                 : refused({{u"patient_id"_s, u"taken"_s}});
            return true;
        }
        const QString person = foldText(draft.name.simplified()) + u'|' + draft.phoneNumber + u'|'
            + draft.birthDate.value_or(QDate()).toString(Qt::ISODate) + u'|'
            + QString::number(draft.birthYear.value_or(0)) + u'|' + QString::number(draft.age.value_or(-1));
        const Result<QList<Patient>> similar = m_patients.possibleDuplicates(m_who, draft);
        const bool stored = similar && std::any_of(similar->begin(), similar->end(), [&](const Patient &patient) {
            return samePerson(patient, draft);
        });
        if (!stored && !m_seen.contains(person)) {
            m_seen.insert(person);
            return false;
        }
        outcome = {RowFate::Repeated, {}};
        return true;
    }

    PatientService &m_patients;
    const Session &m_who;
    QSet<QString> m_seen; // people of this file without a number
};

// What a row that cannot be read whole breaks beside that, so that whoever mends the file sees everything at once. A
// cell that could not be read is empty in the draft; what the rules say about that is no news.
template <typename Rows>
QList<FieldError> everyFault(const Rows &rows, const typename Rows::Row &row)
{
    QList<FieldError> faults = row.errors;
    for (const FieldError &rule : rows.brokenRules(row)) {
        const bool isListed = std::any_of(
            row.errors.begin(), row.errors.end(), [&](const FieldError &error) { return error.field == rule.field; });
        if (!isListed)
            faults.append(rule);
    }
    return faults;
}

// Reads a file to its end, batch by batch.
template <typename Rows>
ImportReport run(
    QFile &file, const ImportOptions &options, Rows rows, const std::function<bool(const ImportProgress &)> &onProgress)
{
    CsvReader reader(file);
    CsvRow csv;
    reader.readRow(csv);
    const qsizetype columns = csv.cells.size();
    ImportReportFile refusals(file.fileName(), csv.cells, options.mapping, options.describe);
    ImportReport report;
    report.progress.bytesTotal = file.size();
    QElapsedTimer timer;
    timer.start();
    QList<typename Rows::Row> batch;

    const auto refuse = [&](const typename Rows::Row &row, const QList<FieldError> &errors) {
        ++report.progress.refused;
        refusals.add(row.line, row.cells, errors);
    };
    const auto flush = [&] {
        const QList<RowOutcome> outcomes = rows.store(batch);
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            report.progress.accepted += outcomes.at(i).fate == RowFate::Accepted;
            report.progress.repeated += outcomes.at(i).fate == RowFate::Repeated;
            if (outcomes.at(i).fate == RowFate::Refused)
                refuse(batch.at(i), outcomes.at(i).errors);
        }
        batch.clear();
        report.progress.bytesRead = reader.bytesRead();
        report.progress.rowsPerSecond
            = double(report.progress.rows()) * 1000.0 / double(std::max<qint64>(1, timer.elapsed()));
        return !onProgress || onProgress(report.progress);
    };

    while (!report.interrupted && reader.readRow(csv)) {
        typename Rows::Row row = rows.read(csv, options);
        // Which cell is which is not known then: what else they break would mislead.
        if (csv.unterminatedQuote || csv.cells.size() > columns)
            refuse(row, {{u"row"_s, csv.unterminatedQuote ? u"unterminatedQuote"_s : u"tooManyColumns"_s}});
        else if (!row.errors.isEmpty())
            refuse(row, everyFault(rows, row));
        else
            batch.append(std::move(row));
        if (batch.size() >= ImportService::batchRows)
            report.interrupted = !flush();
    }
    if (!report.interrupted)
        flush();
    report.reportFile = refusals.path();
    return report;
}

} // namespace

ImportService::ImportService(PatientService &patients, FeedbackService &feedback, DomainEvents &events)
    : m_patients(patients)
    , m_feedback(feedback)
    , m_events(events)
{
}

Result<ImportPreview> ImportService::preview(const Session &who, ImportKind kind, const QString &file)
{
    if (const Result<void> allowed = require(who, Permission::ImportRecords); !allowed)
        return tl::unexpected(allowed.error());
    QFile device(file);
    if (const Result<void> opened = readable(device); !opened)
        return tl::unexpected(opened.error());
    CsvReader reader(device);
    ImportPreview preview;
    CsvRow row;
    if (!reader.readRow(row))
        return fail(ErrorCode::Invalid, {{u"file"_s, u"fileEmpty"_s}});
    preview.header = row.cells;
    preview.separator = reader.separator();
    preview.fields = importFields(kind);
    const ColumnGuess guess = guessColumns(kind, preview.header);
    preview.mapping = guess.mapping;
    preview.language = guess.language;
    while (preview.rows.size() < 20 && reader.readRow(row))
        preview.rows.append(row.cells);
    return preview;
}

Result<ImportReport> ImportService::import(const Session &who, ImportKind kind, const QString &file,
    const ImportOptions &options, const std::function<bool(const ImportProgress &)> &onProgress)
{
    if (const Result<void> allowed = require(who, Permission::ImportRecords); !allowed)
        return tl::unexpected(allowed.error());
    QFile device(file);
    if (const Result<void> opened = readable(device); !opened)
        return tl::unexpected(opened.error());
    if (options.mapping.isEmpty())
        return fail(ErrorCode::Invalid, {{u"file"_s, u"noKnownColumn"_s}});
    const ImportReport report = kind == ImportKind::Feedback
        ? run(device, options, FeedbackRows(m_feedback, who), onProgress)
        : run(device, options, PatientRows(m_patients, who), onProgress);
    if (report.progress.accepted > 0)
        Q_EMIT m_events.recordsImported();
    return report;
}

} // namespace accueil
