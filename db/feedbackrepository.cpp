#include "db/feedbackrepository.h"

#include "app/domain/patient.h"
#include "db/cellvalues.h"
#include "db/sqllist.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr auto table = "feedback";

// What a row holds, in the order of INSERT and UPDATE; id and version come last, as an UPDATE names them in its WHERE.
const QStringList written{
    u"client_id"_s,
    u"patient_id"_s,
    u"patient_reference_enc"_s,
    u"patient_reference_tag"_s,
    u"patient_name_enc"_s,
    u"age"_s,
    u"gender"_s,
    u"phone_number_enc"_s,
    u"condition_enc"_s,
    u"ward"_s,
    u"treatment_satisfaction"_s,
    u"communication_rating"_s,
    u"facility_rating"_s,
    u"overall_experience"_s,
    u"recommendation_likelihood"_s,
    u"emoji_rating"_s,
    u"feedback_date"_s,
    u"comments_enc"_s,
    u"language"_s,
    u"submission_method"_s,
    u"sentiment"_s,
    u"sentiment_score"_s,
    u"topics"_s,
    u"label_source"_s,
    u"understanding_version"_s,
    u"transcript_enc"_s,
    u"translation_enc"_s,
    u"processed"_s,
    u"callback_requested"_s,
    u"client_time"_s,
    u"device_id"_s,
    u"created_by"_s,
    u"created_at"_s,
    u"updated_at"_s,
    u"version"_s,
    u"id"_s,
};
enum Column {
    ClientId,
    PatientRow,
    Reference,
    ReferenceTag,
    PatientName,
    Age,
    GenderKey,
    Phone,
    Condition,
    Ward,
    Treatment,
    Communication,
    Facility,
    Overall,
    Recommendation,
    Emoji,
    FeedbackDate,
    Comments,
    LanguageKey,
    Method,
    SentimentKey,
    SentimentScore,
    Topics,
    LabelSourceKey,
    UnderstandingVersion,
    Transcript,
    Translation,
    Processed,
    CallbackRequested,
    ClientTime,
    DeviceRow,
    CreatedBy,
    CreatedAt,
    UpdatedAt,
    Version,
    Id,
    // read from other tables
    Audio,
    PatientNumber,
    RegistryName,
};

const QString selection = u"SELECT f."_s + written.join(u", f."_s)
    + u", a.id, p.patient_number, p.name_enc FROM feedback f"
      " LEFT JOIN attachments a ON a.feedback_id = f.id LEFT JOIN patients p ON p.id = f.patient_id"_s;

// Whether the totals of the filter's rows are in feedback_totals.
bool hasRunningTotal(const FeedbackFilter &filter)
{
    return !filter.patient && filter.patientReference.isEmpty() && !filter.from && !filter.until
        && !filter.overallAtMost && !filter.processed && !filter.among;
}

Conditions totalsConditions(const FeedbackFilter &filter)
{
    Conditions conditions;
    if (!filter.ward.isEmpty())
        conditions.add(u"ward = ?"_s, {filter.ward});
    if (filter.language)
        conditions.add(u"language = ?"_s, {languageTable.key(*filter.language)});
    if (filter.method)
        conditions.add(u"submission_method = ?"_s, {submissionMethodTable.key(*filter.method)});
    if (filter.matched)
        conditions.add(u"matching = ?"_s, {*filter.matched ? 1 : 2});
    return conditions;
}

Conditions rowConditions(const FeedbackFilter &filter, std::optional<qint64> referenceTag, Dialect dialect)
{
    Conditions conditions;
    if (filter.patient)
        conditions.add(u"f.patient_id = ?"_s, {filter.patient->value});
    if (referenceTag)
        conditions.add(
            u"(f.patient_id = (SELECT id FROM patients WHERE patient_number = ?) OR f.patient_reference_tag = ?)"_s,
            {normalisedPatientNumber(filter.patientReference), *referenceTag});
    if (!filter.ward.isEmpty())
        conditions.add(u"f.ward = ?"_s, {filter.ward});
    if (filter.language)
        conditions.add(u"f.language = ?"_s, {languageTable.key(*filter.language)});
    if (filter.method)
        conditions.add(u"f.submission_method = ?"_s, {submissionMethodTable.key(*filter.method)});
    if (filter.from)
        conditions.add(u"f.feedback_date >= ?"_s, {filter.from->toMSecsSinceEpoch()});
    if (filter.until)
        conditions.add(u"f.feedback_date < ?"_s, {filter.until->toMSecsSinceEpoch()});
    if (filter.overallAtMost)
        conditions.add(u"f.overall_experience <= ?"_s, {*filter.overallAtMost});
    if (filter.processed)
        conditions.add(u"f.processed = ?"_s, {*filter.processed});
    if (filter.among)
        conditions.add(u"f.id IN (%1)"_s.arg(listed(dialect)), {listValue(dialect, *filter.among)});
    if (filter.matched)
        conditions.add(*filter.matched ? u"f.patient_id IS NOT NULL"_s
                                       : u"f.patient_id IS NULL AND f.patient_reference_tag IS NOT NULL"_s);
    return conditions;
}

QString orderOf(const FeedbackFilter &filter)
{
    const QString direction = filter.order == SortOrder::Ascending ? u" ASC"_s : u" DESC"_s;
    if (filter.sort == FeedbackSort::Overall)
        return u" ORDER BY f.overall_experience"_s + direction + u" NULLS LAST, f.feedback_date DESC, f.id DESC"_s;
    return u" ORDER BY f.feedback_date"_s + direction + u", f.id"_s + direction;
}

} // namespace

std::optional<Feedback> FeedbackRepository::findOne(const QString &condition, const QVariant &value)
{
    QSqlQuery &query = m_database.execute(selection + condition, {value});
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::optional<Feedback> FeedbackRepository::find(FeedbackId id)
{
    return findOne(u" WHERE f.id = ?"_s, id.value);
}

std::optional<Feedback> FeedbackRepository::findForUpdate(FeedbackId id)
{
    // On SQLite there is one writer at a time.
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT id FROM feedback WHERE id = ? FOR UPDATE"_s, {id.value});
    return find(id);
}

std::optional<KnownRequest<FeedbackId>> FeedbackRepository::findRequest(const QString &clientId)
{
    QSqlQuery &query = m_database.execute(u"SELECT id, request_tag FROM feedback WHERE client_id = ?"_s, {clientId});
    if (!query.next())
        return std::nullopt;
    const QVariant tag = query.value(1);
    return KnownRequest<FeedbackId>{
        {query.value(0).toLongLong()}, tag.isNull() ? std::nullopt : std::optional(tag.toLongLong())};
}

QList<Feedback> FeedbackRepository::load(const QList<FeedbackId> &ids)
{
    const Dialect dialect = m_database.dialect();
    QSqlQuery &query
        = m_database.execute(selection + u" WHERE f.id IN (%1)"_s.arg(listed(dialect)), {listValue(dialect, ids)});
    QList<Feedback> feedback;
    while (query.next())
        feedback += read(query);
    return feedback;
}

FeedbackId FeedbackRepository::nextId()
{
    return {m_database.nextId(table)};
}

QString FeedbackRepository::registryName(PatientId patient)
{
    QSqlQuery &query = m_database.execute(u"SELECT name_enc FROM patients WHERE id = ?"_s, {patient.value});
    return query.next() ? RowCipher(m_cipher.fields, "patients", patient.value).opened("name_enc", query.value(0))
                        : QString();
}

void FeedbackRepository::insert(const Feedback &feedback, std::optional<qint64> requestTag)
{
    static const QString sql = u"INSERT INTO feedback ("_s + written.join(u", "_s) + u", request_tag) VALUES (?"_s
        + u", ?"_s.repeated(written.size()) + u')';
    m_database.execute(sql, values(feedback) << (requestTag ? QVariant(*requestTag) : QVariant()));
}

void FeedbackRepository::update(const Feedback &before, const Feedback &after)
{
    static const QString sql
        = u"UPDATE feedback SET "_s + written.first(Id).join(u" = ?, "_s) + u" = ? WHERE id = ? AND version = ?"_s;
    QVariantList row = values(after) << before.version;
    row[Reference] = keptReference(before, after);
    const QSqlQuery &query = m_database.execute(sql, row);
    Q_ASSERT(query.numRowsAffected() == 1);
}

void FeedbackRepository::remove(FeedbackId id)
{
    m_database.execute(u"DELETE FROM feedback WHERE id = ?"_s, {id.value});
}

Page<Feedback> FeedbackRepository::list(const FeedbackFilter &filter, const PageRequest &page)
{
    std::optional<qint64> tag;
    if (!filter.patientReference.isEmpty())
        tag = referenceTag(normalisedPatientNumber(filter.patientReference));
    const Conditions conditions = rowConditions(filter, tag, m_database.dialect());
    Page<Feedback> result;
    result.total = count(filter);
    QSqlQuery &query = m_database.execute(selection + conditions.text() + orderOf(filter) + u" LIMIT ? OFFSET ?"_s,
        conditions.values() + QVariantList{page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

qint64 FeedbackRepository::count(const FeedbackFilter &filter)
{
    const bool kept = hasRunningTotal(filter);
    std::optional<qint64> tag;
    if (!filter.patientReference.isEmpty())
        tag = referenceTag(normalisedPatientNumber(filter.patientReference));
    const Conditions conditions = kept ? totalsConditions(filter) : rowConditions(filter, tag, m_database.dialect());
    const QString counted = kept ? u"SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM feedback_totals"_s
                                 : u"SELECT count(*) FROM feedback f"_s;
    QSqlQuery &query = m_database.execute(counted + conditions.text(), conditions.values());
    query.next();
    return query.value(0).toLongLong();
}

Feedback FeedbackRepository::read(const QSqlQuery &query) const
{
    Feedback feedback;
    feedback.id = {query.value(Id).toLongLong()};
    const RowCipher row(m_cipher.fields, table, feedback.id.value);
    feedback.clientId = query.value(ClientId).toString();
    feedback.patient = optionalId<PatientId>(query.value(PatientRow));
    feedback.patientName = row.opened("patient_name_enc", query.value(PatientName));
    if (feedback.patient) {
        feedback.patientReference = query.value(PatientNumber).toString();
        if (feedback.patientName.isEmpty())
            feedback.patientName = RowCipher(m_cipher.fields, "patients", feedback.patient->value)
                                       .opened("name_enc", query.value(RegistryName));
    } else {
        feedback.patientReference = row.opened("patient_reference_enc", query.value(Reference));
    }
    feedback.age = optionalInt(query.value(Age));
    feedback.gender = genderTable.value(query.value(GenderKey).toString()).value();
    feedback.phoneNumber = row.opened("phone_number_enc", query.value(Phone));
    feedback.condition = row.opened("condition_enc", query.value(Condition));
    feedback.ward = query.value(Ward).toString();
    feedback.ratings = {
        .treatmentSatisfaction = optionalInt(query.value(Treatment)),
        .communicationRating = optionalInt(query.value(Communication)),
        .facilityRating = optionalInt(query.value(Facility)),
        .overallExperience = optionalInt(query.value(Overall)),
        .recommendationLikelihood = optionalInt(query.value(Recommendation)),
        .emojiRating = optionalInt(query.value(Emoji)),
    };
    feedback.feedbackDate = storedTime(query.value(FeedbackDate));
    feedback.comments = row.opened("comments_enc", query.value(Comments));
    feedback.language = languageTable.value(query.value(LanguageKey).toString()).value();
    feedback.method = submissionMethodTable.value(query.value(Method).toString()).value();
    if (const QVariant sentiment = query.value(SentimentKey); !sentiment.isNull())
        feedback.sentiment = sentimentTable.value(sentiment.toString());
    if (const QVariant score = query.value(SentimentScore); !score.isNull())
        feedback.sentimentScore = score.toDouble();
    feedback.topics = query.value(Topics).toString().split(u' ', Qt::SkipEmptyParts);
    feedback.labelSource = labelSourceTable.value(query.value(LabelSourceKey).toString()).value();
    feedback.understandingVersion = query.value(UnderstandingVersion).toString();
    feedback.transcript = row.opened("transcript_enc", query.value(Transcript));
    feedback.translation = row.opened("translation_enc", query.value(Translation));
    feedback.processed = query.value(Processed).toBool();
    feedback.callbackRequested = query.value(CallbackRequested).toBool();
    feedback.clientTime = optionalTime(query.value(ClientTime));
    feedback.device = optionalId<DeviceId>(query.value(DeviceRow));
    feedback.createdBy = optionalId<UserId>(query.value(CreatedBy));
    feedback.createdAt = storedTime(query.value(CreatedAt));
    feedback.updatedAt = storedTime(query.value(UpdatedAt));
    feedback.version = query.value(Version).toLongLong();
    feedback.audio = optionalId<AttachmentId>(query.value(Audio));
    return feedback;
}

// The registry's own name is not copied: it would go stale, and stay when the patient is erased.
QString FeedbackRepository::ownName(const Feedback &feedback)
{
    if (!feedback.patient || feedback.patientName.isEmpty())
        return feedback.patientName;
    return registryName(*feedback.patient) == feedback.patientName ? QString() : feedback.patientName;
}

QVariantList FeedbackRepository::values(const Feedback &feedback)
{
    const RowCipher row(m_cipher.fields, table, feedback.id.value);
    const QString reference = feedback.notMatched() ? feedback.patientReference : QString();
    const auto sentiment = feedback.sentiment ? QVariant(sentimentTable.key(*feedback.sentiment)) : QVariant();
    return {
        feedback.clientId,
        nullableId(feedback.patient),
        row.sealed("patient_reference_enc", reference),
        reference.isEmpty() ? QVariant() : referenceTag(normalisedPatientNumber(reference)),
        row.sealed("patient_name_enc", ownName(feedback)),
        nullable(feedback.age),
        genderTable.key(feedback.gender),
        row.sealed("phone_number_enc", feedback.phoneNumber),
        row.sealed("condition_enc", feedback.condition),
        feedback.ward,
        nullable(feedback.ratings.treatmentSatisfaction),
        nullable(feedback.ratings.communicationRating),
        nullable(feedback.ratings.facilityRating),
        nullable(feedback.ratings.overallExperience),
        nullable(feedback.ratings.recommendationLikelihood),
        nullable(feedback.ratings.emojiRating),
        feedback.feedbackDate.toMSecsSinceEpoch(),
        row.sealed("comments_enc", feedback.comments),
        languageTable.key(feedback.language),
        submissionMethodTable.key(feedback.method),
        sentiment,
        nullable(feedback.sentimentScore),
        feedback.topics.join(u' '),
        labelSourceTable.key(feedback.labelSource),
        feedback.understandingVersion,
        row.sealed("transcript_enc", feedback.transcript),
        row.sealed("translation_enc", feedback.translation),
        feedback.processed,
        feedback.callbackRequested,
        timeValue(feedback.clientTime),
        nullableId(feedback.device),
        nullableId(feedback.createdBy),
        feedback.createdAt.toMSecsSinceEpoch(),
        feedback.updatedAt.toMSecsSinceEpoch(),
        feedback.version,
        feedback.id.value,
    };
}

} // namespace accueil
