#include "db/casenewsrepository.h"

#include "db/cellvalues.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

void CaseNewsRepository::insert(UserId reader, const CaseNews &news, const QDateTime &now)
{
    m_database.execute(
        u"INSERT INTO case_news (id, user_id, case_id, kind, is_urgent, created_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {m_database.nextId("case_news"), reader.value, news.about.value, caseNewsKindTable.key(news.kind),
            news.isUrgent ? 1 : 0, timeValue(now)});
}

void CaseNewsRepository::forget(CaseId about, UserId reader)
{
    m_database.execute(u"DELETE FROM case_news WHERE case_id = ? AND user_id = ? AND letter_id IS NULL"_s,
        {about.value, reader.value});
}

void CaseNewsRepository::forgetTold(const QDateTime &before)
{
    const QVariant time = timeValue(before);
    m_database.execute(
        u"DELETE FROM case_news WHERE letter_id IN (SELECT id FROM case_letters WHERE begun_at < ?)"_s, {time});
    m_database.execute(u"DELETE FROM case_letters WHERE begun_at < ?"_s, {time});
}

QList<UserId> CaseNewsRepository::active(Role role)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id FROM users WHERE is_active = 1 AND role = ? ORDER BY id"_s, {roleTable.key(role)});
    QList<UserId> users;
    while (query.next())
        users += UserId{query.value(0).toLongLong()};
    return users;
}

QList<CaseReader> CaseNewsRepository::readers()
{
    QSqlQuery &query = m_database.execute(
        u"SELECT user_id, max(is_urgent) FROM case_news WHERE letter_id IS NULL GROUP BY user_id ORDER BY user_id"_s);
    QList<CaseReader> readers;
    while (query.next())
        readers += CaseReader{.user = {query.value(0).toLongLong()}, .isUrgent = query.value(1).toInt() != 0};
    for (CaseReader &reader : readers) {
        QSqlQuery &last = m_database.execute(
            u"SELECT begun_at, state FROM case_letters WHERE user_id = ? ORDER BY begun_at DESC, id DESC LIMIT 1"_s,
            {reader.user.value});
        if (last.next()) {
            reader.lastLetter = storedTime(last.value(0));
            reader.lastFailed = last.value(1).toString() == caseLetterStateTable.key(CaseLetterState::Failed);
        }
    }
    return readers;
}

std::optional<CaseReader> CaseNewsRepository::reader(UserId user)
{
    for (const CaseReader &reader : readers()) {
        if (reader.user == user)
            return reader;
    }
    return std::nullopt;
}

qint64 CaseNewsRepository::beginLetter(UserId reader, const QDateTime &now)
{
    m_database.execute(u"DELETE FROM case_news WHERE user_id = ? AND letter_id IS NULL AND case_id IN (SELECT id FROM"
                       " cases WHERE status = 'resolved' OR merged_into IS NOT NULL)"_s,
        {reader.value});
    if (!m_database
             .execute(u"SELECT 1 FROM case_news WHERE user_id = ? AND letter_id IS NULL LIMIT 1"_s, {reader.value})
             .next())
        return 0;
    const qint64 letter = m_database.nextId("case_letters");
    m_database.execute(u"INSERT INTO case_letters (id, user_id, state, begun_at) VALUES (?, ?, ?, ?)"_s,
        {letter, reader.value, caseLetterStateTable.key(CaseLetterState::Sending), timeValue(now)});
    m_database.execute(
        u"UPDATE case_news SET letter_id = ? WHERE user_id = ? AND letter_id IS NULL"_s, {letter, reader.value});
    return letter;
}

QList<CaseNews> CaseNewsRepository::newsOf(qint64 letter)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT n.case_id, f.ward, n.kind, n.is_urgent FROM case_news n JOIN cases c ON c.id = n.case_id"
        " JOIN feedback f ON f.id = c.feedback_id WHERE n.letter_id = ? ORDER BY n.case_id, n.id"_s,
        {letter});
    QList<CaseNews> news;
    while (query.next()) {
        const CaseNews one{.about = {query.value(0).toLongLong()},
            .ward = query.value(1).toString(),
            .kind = caseNewsKindTable.value(query.value(2).toString()).value(),
            .isUrgent = query.value(3).toInt() != 0};
        if (!news.isEmpty() && news.last().about == one.about)
            news.removeLast(); // the latest is what counts
        news += one;
    }
    std::ranges::stable_sort(news, std::ranges::greater(), &CaseNews::isUrgent);
    return news;
}

void CaseNewsRepository::endLetter(qint64 letter, CaseLetterState state)
{
    m_database.execute(u"UPDATE case_letters SET state = ? WHERE id = ?"_s, {caseLetterStateTable.key(state), letter});
    if (state == CaseLetterState::Failed)
        m_database.execute(u"UPDATE case_news SET letter_id = NULL WHERE letter_id = ?"_s, {letter});
}

QList<qint64> CaseNewsRepository::interrupted(const QDateTime &before)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT id FROM case_letters WHERE state = 'sending' AND begun_at < ?"_s, {timeValue(before)});
    QList<qint64> letters;
    while (query.next())
        letters += query.value(0).toLongLong();
    return letters;
}

} // namespace accueil
