#include "db/patientsearch.h"

#include "app/domain/textfolding.h"
#include "db/cellvalues.h"
#include "db/patientconditions.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Rows read at once: most searches end within the first, and none keeps more in memory.
constexpr int batch = PatientSearch::maximumMatches;

struct Match
{
    PatientId id;
    QString name; // folded
    QString number;
    qint64 time = 0; // of the activity or the registration, as the order asks
};

bool comesBefore(const Match &a, const Match &b, PatientSort sort)
{
    switch (sort) {
    case PatientSort::Name:
        return std::tie(a.name, a.number, a.id) < std::tie(b.name, b.number, b.id);
    case PatientSort::Number:
        return a.number < b.number;
    case PatientSort::LastActivity:
    case PatientSort::Registration:
        return std::tie(a.time, a.id) < std::tie(b.time, b.id);
    }
    Q_UNREACHABLE();
}

QStringList sortedWords(const QString &name)
{
    QStringList words = foldedTokens(name);
    words.sort();
    return words;
}

} // namespace

struct PatientSearch::Candidate
{
    PatientId id;
    QString number;
    QString name;
    QString phone;
    qint64 lastActivity = 0;
    qint64 registration = 0;
};

void PatientSearch::visitCandidates(
    const QList<qint64> &tags, const PatientFilter &filter, const std::function<bool(const Candidate &)> &visit)
{
    // CROSS JOIN tells SQLite to begin with the tags: the first is the rarest.
    QString sql = u"SELECT p.id, p.patient_number, p.name_enc, p.phone_number_enc, p.last_activity, p.registration_date"
                  " FROM patient_search s CROSS JOIN patients p"_s;
    Conditions conditions;
    conditions.add(u"s.tag = ?"_s, {tags.first()});
    for (qint64 tag : tags.sliced(1))
        conditions.add(
            u"EXISTS (SELECT 1 FROM patient_search o WHERE o.tag = ? AND o.patient_id = s.patient_id)"_s, {tag});
    conditions.add(u"p.id = s.patient_id"_s);
    addConditions(conditions, filter);
    sql += conditions.text() + u" AND s.patient_id > ? ORDER BY s.patient_id LIMIT ?"_s;
    PatientId last;
    for (int read = batch; read == batch;) {
        QSqlQuery &query = m_database.execute(sql, conditions.values() + QVariantList{last.value, batch});
        for (read = 0; query.next(); ++read) {
            last = {query.value(0).toLongLong()};
            const RowCipher row(m_cipher.fields, "patients", last.value);
            const Candidate candidate{
                .id = last,
                .number = query.value(1).toString(),
                .name = row.opened("name_enc", query.value(2)),
                .phone = row.opened("phone_number_enc", query.value(3)),
                .lastActivity = query.value(4).toLongLong(),
                .registration = query.value(5).toLongLong(),
            };
            if (!visit(candidate))
                return;
        }
    }
}

QList<PatientId> PatientSearch::find(const PatientFilter &filter)
{
    const QList<qint64> tags = m_cipher.index.tagsOfQuery(filter.search);
    if (tags.isEmpty())
        return {};
    QList<Match> matches;
    visitCandidates(tags, filter, [&](const Candidate &candidate) {
        if (BlindIndex::matches(filter.search, candidate.name, candidate.number, candidate.phone))
            matches += Match{
                .id = candidate.id,
                .name = foldText(candidate.name),
                .number = candidate.number,
                .time = filter.sort == PatientSort::Registration ? candidate.registration : candidate.lastActivity,
            };
        return matches.size() < maximumMatches;
    });
    std::sort(matches.begin(), matches.end(), [&](const Match &a, const Match &b) {
        return filter.order == SortOrder::Ascending ? comesBefore(a, b, filter.sort) : comesBefore(b, a, filter.sort);
    });
    QList<PatientId> ids;
    ids.reserve(matches.size());
    for (const Match &match : matches)
        ids += match.id;
    return ids;
}

QList<PatientId> PatientSearch::select(const QString &query, const std::function<bool(const Candidate &)> &matches)
{
    QList<PatientId> found;
    const QList<qint64> tags = m_cipher.index.tagsOfQuery(query);
    if (tags.isEmpty())
        return found;
    PatientFilter everybody;
    everybody.archived.reset();
    visitCandidates(tags, everybody, [&](const Candidate &candidate) {
        if (matches(candidate))
            found += candidate.id;
        return found.size() < maximumMatches;
    });
    return found;
}

QList<PatientId> PatientSearch::withPhone(const QString &e164)
{
    return select(e164, [&](const Candidate &candidate) { return candidate.phone == e164; });
}

QList<PatientId> PatientSearch::withWords(const QString &name)
{
    const QStringList words = sortedWords(name);
    return select(words.join(u' '), [&](const Candidate &candidate) { return sortedWords(candidate.name) == words; });
}

} // namespace accueil
