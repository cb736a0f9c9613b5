#include "db/understandingrepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"c.id, c.feedback_id, c.sentiment, c.topics, c.engine_sentiment, c.engine_topics,"
                        " c.engine_version, c.text_tag, c.author_id, c.author_name, c.created_at"_s;
constexpr int columnCount = 11;

QVariant sentimentCell(std::optional<Sentiment> sentiment)
{
    return sentiment ? QVariant(sentimentTable.key(*sentiment)) : QVariant();
}

std::optional<Sentiment> readSentiment(const QVariant &cell)
{
    return cell.isNull() ? std::nullopt : sentimentTable.value(cell.toString());
}

UnderstandingCorrection read(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
        .feedback = {row.value(1).toLongLong()},
        .sentiment = readSentiment(row.value(2)),
        .topics = row.value(3).toString().split(u' ', Qt::SkipEmptyParts),
        .engineSentiment = readSentiment(row.value(4)),
        .engineTopics = row.value(5).toString().split(u' ', Qt::SkipEmptyParts),
        .engineVersion = row.value(6).toString(),
        .textTag = row.value(7).toLongLong(),
        .author = {row.value(8).toLongLong()},
        .authorName = row.value(9).toString(),
        .createdAt = storedTime(row.value(10))};
}

} // namespace

UnderstandingCorrection UnderstandingRepository::append(UnderstandingCorrection correction)
{
    correction.id = m_database.nextId("understanding_corrections");
    m_database.execute(
        u"INSERT INTO understanding_corrections (id, feedback_id, sentiment, topics, engine_sentiment, engine_topics,"
        " engine_version, text_tag, author_id, author_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {correction.id, correction.feedback.value, sentimentCell(correction.sentiment), correction.topics.join(u' '),
            sentimentCell(correction.engineSentiment), correction.engineTopics.join(u' '), correction.engineVersion,
            correction.textTag, correction.author ? QVariant(correction.author.value) : QVariant(),
            correction.authorName, correction.createdAt.toMSecsSinceEpoch()});
    return correction;
}

QList<UnderstandingCorrection> UnderstandingRepository::corrections(FeedbackId feedback)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM understanding_corrections c WHERE c.feedback_id = ? ORDER BY c.id"_s.arg(columns),
        {feedback.value});
    QList<UnderstandingCorrection> corrections;
    while (query.next())
        corrections += read(query);
    return corrections;
}

std::optional<UnderstandingCorrection> UnderstandingRepository::lastCorrection(FeedbackId feedback, qint64 textTag)
{
    QSqlQuery &query = m_database.execute(u"SELECT %1 FROM understanding_corrections c WHERE c.feedback_id = ?"
                                          " AND c.text_tag = ? ORDER BY c.id DESC LIMIT 1"_s.arg(columns),
        {feedback.value, textTag});
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

QList<std::pair<Language, UnderstandingCorrection>> UnderstandingRepository::lastCorrections()
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1, f.language FROM understanding_corrections c JOIN feedback f ON f.id = c.feedback_id"
        " WHERE c.id IN (SELECT max(id) FROM understanding_corrections GROUP BY feedback_id) ORDER BY c.id"_s.arg(
            columns));
    QList<std::pair<Language, UnderstandingCorrection>> corrections;
    while (query.next())
        corrections.append({languageTable.value(query.value(columnCount).toString()).value(), read(query)});
    return corrections;
}

QList<FeedbackId> UnderstandingRepository::outdated(const QString &version, FeedbackId after, int most)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id FROM feedback WHERE id > ? AND understanding_version <> ? ORDER BY id LIMIT ?"_s,
        {after.value, version, most});
    QList<FeedbackId> ids;
    while (query.next())
        ids += FeedbackId{query.value(0).toLongLong()};
    return ids;
}

qint64 UnderstandingRepository::countOutdated(const QString &version)
{
    return count(u"SELECT count(*) FROM feedback WHERE understanding_version <> ?"_s, {version});
}

qint64 UnderstandingRepository::countFeedback()
{
    return count(u"SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM feedback_totals"_s, {});
}

qint64 UnderstandingRepository::count(const QString &sql, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(sql, values);
    query.next();
    return query.value(0).toLongLong();
}

} // namespace accueil
