#include "db/patientsearch.h"

#include "app/domain/textfolding.h"
#include "db/cellvalues.h"
#include "db/patientconditions.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Rows read at once: most searches end within the first, and none keeps more in memory.
constexpr int batch = PatientSearch::maximumMatches;

struct Match
{
    PatientId id;
    QString text; // what the order asks for: the folded name or the number
    qint64 time = 0; // or of the activity or the registration

    bool operator<(const Match &other) const
    {
        return std::tie(text, time, id) < std::tie(other.text, other.time, other.id);
    }
};

QStringList sortedWords(const QString &name)
{
    QStringList words = foldedTokens(name);
    words.sort();
    return words;
}

// Numbers that people say short: "7", "P7" and "#007" mean P000007. Too short for the index.
QStringList numbersMeant(const QString &query)
{
    static const QRegularExpression form(u"\\A[Pp#]?0*([1-9][0-9]{0,5})\\z"_s);
    const QRegularExpressionMatch match = form.match(query.trimmed());
    if (!match.hasMatch())
        return {};
    const QString digits = match.captured(1);
    return {digits, u"P%1"_s.arg(digits.toInt(), 6, 10, QChar(u'0'))};
}

} // namespace

void PatientSearch::visitCandidates(const QList<qint64> &tags, const QString &columns, const PatientFilter &filter,
    const std::function<bool(PatientId, const QSqlQuery &)> &visit)
{
    Conditions conditions;
    conditions.add(u"s.tag = ?"_s, {tags.first()});
    for (qint64 tag : tags.sliced(1))
        conditions.add(
            u"EXISTS (SELECT 1 FROM patient_search o WHERE o.tag = ? AND o.patient_id = s.patient_id)"_s, {tag});
    conditions.add(u"p.id = s.patient_id"_s);
    addConditions(conditions, filter);
    // CROSS JOIN tells SQLite to begin with the tags: the first is the rarest.
    const QString sql = u"SELECT p.id, "_s + columns + u" FROM patient_search s CROSS JOIN patients p"_s
        + conditions.text() + u" AND s.patient_id > ? ORDER BY s.patient_id LIMIT ?"_s;
    PatientId last;
    for (int read = batch; read == batch;) {
        QSqlQuery &query = m_database.execute(sql, conditions.values() + QVariantList{last.value, batch});
        for (read = 0; query.next(); ++read) {
            last = {query.value(0).toLongLong()};
            if (!visit(last, query))
                return;
        }
    }
}

QString PatientSearch::opened(PatientId id, const char *column, const QVariant &value) const
{
    return RowCipher(m_cipher.fields, "patients", id.value).opened(column, value);
}

Page<PatientId> PatientSearch::find(const PatientFilter &filter, const PageRequest &page)
{
    const Page<PatientId> found = findByIndex(filter, page);
    return found.total > 0 ? found : findByShortNumber(filter, page);
}

Page<PatientId> PatientSearch::findByShortNumber(const PatientFilter &filter, const PageRequest &page)
{
    const QStringList numbers = numbersMeant(filter.search);
    if (numbers.isEmpty())
        return {};
    Conditions conditions;
    conditions.add(u"p.patient_number IN (?, ?)"_s, {numbers.first(), numbers.last()});
    addConditions(conditions, filter);
    QSqlQuery &query = m_database.execute(
        u"SELECT p.id FROM patients p"_s + conditions.text() + u" ORDER BY p.patient_number"_s, conditions.values());
    QList<PatientId> ids;
    while (query.next())
        ids << PatientId{query.value(0).toLongLong()};
    return {ids.mid(page.offset, page.limit), ids.size()};
}

Page<PatientId> PatientSearch::findByIndex(const PatientFilter &filter, const PageRequest &page)
{
    const QList<qint64> tags = m_cipher.index.tagsOfQuery(filter.search);
    if (tags.isEmpty())
        return {};
    const SearchTerms terms(filter.search);
    const bool asksForPhone = terms.asksForPhone();
    const QString time = filter.sort == PatientSort::Registration ? u"p.registration_date"_s : u"p.last_activity"_s;
    const QString phone = asksForPhone ? u", p.phone_number_enc"_s : QString();
    std::vector<Match> matches;
    visitCandidates(
        tags, u"p.name_enc, p.patient_number, "_s + time + phone, filter, [&](PatientId id, const QSqlQuery &row) {
            QString name = foldText(opened(id, "name_enc", row.value(1)));
            QString number = row.value(2).toString();
            if (terms.match(name, number, asksForPhone ? opened(id, "phone_number_enc", row.value(4)) : QString())) {
                Match &match = matches.emplace_back();
                match.id = id;
                if (filter.sort == PatientSort::Name)
                    match.text = std::move(name);
                else if (filter.sort == PatientSort::Number)
                    match.text = std::move(number);
                else
                    match.time = row.value(3).toLongLong();
            }
            return matches.size() < maximumMatches;
        });
    const size_t begin = std::min<size_t>(page.offset, matches.size());
    const size_t end = std::min<size_t>(begin + page.limit, matches.size());
    const auto upTo = matches.begin() + static_cast<std::ptrdiff_t>(end);
    if (filter.order == SortOrder::Ascending)
        std::partial_sort(matches.begin(), upTo, matches.end());
    else
        std::partial_sort(matches.begin(), upTo, matches.end(), [](const Match &a, const Match &b) { return b < a; });
    Page<PatientId> result;
    for (size_t i = begin; i < end; ++i)
        result.items += matches[i].id;
    result.total = static_cast<qint64>(matches.size());
    return result;
}

QList<PatientId> PatientSearch::withPhone(const QString &e164)
{
    return select(e164, "phone_number_enc", [&](const QString &phone) { return phone == e164; });
}

QList<PatientId> PatientSearch::withWords(const QString &name)
{
    const QStringList words = sortedWords(name);
    return select(words.join(u' '), "name_enc", [&](const QString &other) { return sortedWords(other) == words; });
}

QList<PatientId> PatientSearch::select(
    const QString &query, const char *column, const std::function<bool(const QString &)> &matches)
{
    QList<PatientId> found;
    const QList<qint64> tags = m_cipher.index.tagsOfQuery(query);
    if (tags.isEmpty())
        return found;
    PatientFilter everybody;
    everybody.archived.reset();
    visitCandidates(tags, u"p."_s + QLatin1StringView(column), everybody, [&](PatientId id, const QSqlQuery &row) {
        if (matches(opened(id, column, row.value(1))))
            found += id;
        return static_cast<size_t>(found.size()) < maximumMatches;
    });
    return found;
}

} // namespace accueil
