#pragma once

#include "app/domain/feedback.h"
#include "app/domain/patient.h"
#include "app/services/csvreader.h"

#include <QMap>

#include <tl/expected.hpp>

namespace accueil {

// One row of a file turned into a draft, with what its texts broke before any rule was asked ("twelve" is no number).
template <typename Draft>
struct ImportedRow
{
    Draft draft;
    QList<FieldError> errors;
    qint64 line = 0;
    QStringList cells;
};

ImportedRow<PatientDraft> patientFromRow(const CsvRow &row, const QMap<QString, int> &mapping, Language language);
// A date without a time is taken as noon UTC, which is the same day in every zone a hospital is likely to be in. A row
// without a date is refused (`required`): the day of the import would be a false one.
ImportedRow<FeedbackDraft> feedbackFromRow(const CsvRow &row, const QMap<QString, int> &mapping, Language language);

// "80", "80.0" and "80,0" are whole numbers. The error is the key of the reason: `notANumber`; `notWhole` ("80.5").
// What is too large for an int becomes its nearest one, which is outside of every range that validate() knows.
tl::expected<int, QString> wholeNumber(const QString &text);
// ISO 8601, or day/month/year with / - or . between, as both countries' languages write it; UTC when no zone is given.
std::optional<QDateTime> dateTimeFromText(const QString &text);
std::optional<QDate> dateFromText(const QString &text);

} // namespace accueil
