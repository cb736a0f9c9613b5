#include "app/services/importrow.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Reads the cells of one row by field name and collects what cannot be read.
class RowReader
{
public:
    RowReader(const CsvRow &row, const QMap<QString, int> &mapping, QList<FieldError> &errors)
        : m_row(row)
        , m_mapping(mapping)
        , m_errors(errors)
    {
    }

    QString text(const QString &field) const { return m_row.cells.value(m_mapping.value(field, -1)).trimmed(); }

    template <typename Parse>
    auto value(const QString &field, const QString &errorKey, Parse parse) -> decltype(parse(QString()))
    {
        const QString written = text(field);
        if (written.isEmpty())
            return {};
        auto read = parse(written);
        if (!read)
            m_errors.append({field, errorKey});
        return read;
    }
    std::optional<int> number(const QString &field) { return number(field, wholeNumber); }
    template <typename Parse>
    std::optional<int> number(const QString &field, Parse parse)
    {
        const QString written = text(field);
        if (written.isEmpty())
            return {};
        const tl::expected<int, QString> read = parse(written);
        if (!read) {
            m_errors.append({field, read.error()});
            return {};
        }
        return *read;
    }

private:
    const CsvRow &m_row;
    const QMap<QString, int> &m_mapping;
    QList<FieldError> &m_errors;
};

tl::expected<int, QString> faceFromText(const QString &text)
{
    static const QMap<QString, int> faces{{u"😢"_s, 1}, {u"😞"_s, 1}, {u"😡"_s, 1}, {u"🙁"_s, 2}, {u"😕"_s, 2},
        {u"😐"_s, 3}, {u"🙂"_s, 4}, {u"😊"_s, 4}, {u"😄"_s, 5}, {u"😀"_s, 5}};
    const auto face = faces.constFind(text);
    return face == faces.constEnd() ? wholeNumber(text).map_error([](const QString &) { return u"unknownValue"_s; })
                                    : tl::expected<int, QString>(*face);
}

Gender genderOf(RowReader &reader)
{
    return reader.value(u"gender"_s, u"unknownValue"_s, [](const QString &text) { return parseGender(text); })
        .value_or(Gender::Unknown);
}

Language languageOf(RowReader &reader, const QString &field, Language otherwise)
{
    return reader.value(field, u"unknownValue"_s, [](const QString &text) { return parseLanguage(text); })
        .value_or(otherwise);
}

} // namespace

tl::expected<int, QString> wholeNumber(const QString &text)
{
    using Limits = std::numeric_limits<int>;
    bool ok = false;
    const double number = QString(text).replace(u',', u'.').toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return tl::unexpected(u"notANumber"_s);
    if (number != std::floor(number))
        return tl::unexpected(u"notWhole"_s);
    return int(std::clamp(number, double(Limits::min()), double(Limits::max())));
}

std::optional<QDate> dateFromText(const QString &text)
{
    static const QRegularExpression dayFirst(u"^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})$"_s);
    const QRegularExpressionMatch match = dayFirst.match(text);
    const QDate date = match.hasMatch()
        ? QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt())
        : QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDateTime> dateTimeFromText(const QString &text)
{
    if (const std::optional<QDate> date = dateFromText(text))
        return QDateTime(*date, {12, 0}, Qt::UTC);
    QDateTime time = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

ImportedRow<PatientDraft> patientFromRow(const CsvRow &row, const QMap<QString, int> &mapping, Language language)
{
    ImportedRow<PatientDraft> imported{{}, {}, row.line, row.cells};
    RowReader reader(row, mapping, imported.errors);
    PatientDraft &draft = imported.draft;
    draft.consentMethod = ConsentMethod::Import;
    draft.patientNumber = reader.text(u"patient_id"_s);
    draft.name = reader.text(u"name"_s);
    draft.phoneNumber = reader.text(u"phone_number"_s);
    draft.email = reader.text(u"email"_s);
    draft.birthDate = reader.value(u"birth_date"_s, u"notADate"_s, dateFromText);
    draft.birthYear = reader.number(u"birth_year"_s);
    draft.age = reader.number(u"age"_s);
    draft.gender = genderOf(reader);
    draft.condition = reader.text(u"condition"_s);
    draft.preferredLanguage = languageOf(reader, u"preferred_language"_s, language);
    draft.ward = reader.text(u"ward"_s);
    draft.registrationDate = reader.value(u"registration_date"_s, u"notADate"_s, dateTimeFromText);
    return imported;
}

ImportedRow<FeedbackDraft> feedbackFromRow(const CsvRow &row, const QMap<QString, int> &mapping, Language language)
{
    ImportedRow<FeedbackDraft> imported{{}, {}, row.line, row.cells};
    RowReader reader(row, mapping, imported.errors);
    FeedbackDraft &draft = imported.draft;
    draft.clientId = reader.text(u"client_id"_s);
    draft.patientReference = reader.text(u"patient_id"_s);
    draft.patientName = reader.text(u"patient_name"_s);
    draft.age = reader.number(u"age"_s);
    draft.gender = genderOf(reader);
    draft.phoneNumber = reader.text(u"phone_number"_s);
    draft.condition = reader.text(u"condition"_s);
    draft.ward = reader.text(u"ward"_s);
    draft.ratings.overallExperience = reader.number(u"overall_experience"_s);
    draft.ratings.treatmentSatisfaction = reader.number(u"treatment_satisfaction"_s);
    draft.ratings.communicationRating = reader.number(u"communication_rating"_s);
    draft.ratings.facilityRating = reader.number(u"facility_rating"_s);
    draft.ratings.recommendationLikelihood = reader.number(u"recommendation_likelihood"_s);
    draft.ratings.emojiRating = reader.number(u"emoji_rating"_s, faceFromText);
    draft.comments = reader.text(u"comments"_s);
    draft.language = languageOf(reader, u"language"_s, language);
    draft.method = reader
                       .value(u"submission_method"_s, u"unknownValue"_s,
                           [](const QString &text) { return submissionMethodTable.value(text.toLower()); })
                       .value_or(SubmissionMethod::Paper);
    draft.feedbackDate = reader.value(u"feedback_date"_s, u"notADate"_s, dateTimeFromText);
    if (reader.text(u"feedback_date"_s).isEmpty())
        imported.errors.append({u"feedback_date"_s, u"required"_s});
    return imported;
}

} // namespace accueil
