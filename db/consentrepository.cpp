#include "db/consentrepository.h"

#include "db/sqlvalue.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"id, patient_id, channel, purpose, state, at, actor_id, actor_name, method, detail"_s;

ConsentEntry read(const QSqlQuery &row)
{
    ConsentEntry entry{.id = row.value(0).toLongLong(),
        .patient = {row.value(1).toLongLong()},
        .channel = channelTable.value(row.value(2).toString()).value(),
        .purpose = purposeTable.value(row.value(3).toString()).value(),
        .at = storedTime(row.value(5)),
        .actor = row.value(6).toLongLong(),
        .actorName = row.value(7).toString(),
        .method = consentMethodTable.value(row.value(8).toString()).value(),
        .detail = row.value(9).toString()};
    if (!row.value(4).isNull())
        entry.state = consentStateTable.value(row.value(4).toString()).value();
    return entry;
}

} // namespace

void ConsentRepository::append(ConsentEntry entry)
{
    entry.id = m_database.nextId("consents");
    m_database.execute(u"INSERT INTO consents (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
        {entry.id, entry.patient.value, channelTable.key(entry.channel), purposeTable.key(entry.purpose),
            entry.state ? QVariant(consentStateTable.key(*entry.state)) : QVariant(), timeValue(entry.at), entry.actor,
            entry.actorName, consentMethodTable.key(entry.method), entry.detail});
}

Page<ConsentEntry> ConsentRepository::list(PatientId patient, const PageRequest &page)
{
    Page<ConsentEntry> result;
    QSqlQuery &count = m_database.execute(u"SELECT count(*) FROM consents WHERE patient_id = ?"_s, {patient.value});
    count.next();
    result.total = count.value(0).toLongLong();
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM consents WHERE patient_id = ? ORDER BY id DESC LIMIT ? OFFSET ?"_s.arg(columns),
        {patient.value, page.limit, page.offset});
    while (query.next())
        result.items += read(query);
    return result;
}

QMap<std::pair<Channel, Purpose>, ConsentEntry> ConsentRepository::last(PatientId patient)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1 FROM consents WHERE id IN"
        " (SELECT max(id) FROM consents WHERE patient_id = ? GROUP BY channel, purpose)"_s.arg(columns),
        {patient.value});
    QMap<std::pair<Channel, Purpose>, ConsentEntry> entries;
    while (query.next()) {
        const ConsentEntry entry = read(query);
        entries.insert({entry.channel, entry.purpose}, entry);
    }
    return entries;
}

std::optional<ConsentMethod> ConsentRepository::stop(Channel channel, const QString &address)
{
    if (address.isEmpty())
        return std::nullopt;
    QSqlQuery &query = m_database.execute(
        u"SELECT method FROM opt_outs WHERE channel = ? AND tag = ?"_s, {channelTable.key(channel), tagOf(address)});
    return query.next() ? consentMethodTable.value(query.value(0).toString()) : std::nullopt;
}

void ConsentRepository::addStop(Channel channel, const QString &address, const QDateTime &at, ConsentMethod method)
{
    m_database.execute(u"INSERT INTO opt_outs (channel, tag, at, method) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (channel, tag) DO UPDATE SET at = excluded.at WHERE opt_outs.at < excluded.at"_s,
        {channelTable.key(channel), tagOf(address), timeValue(at), consentMethodTable.key(method)});
}

bool ConsentRepository::removeStop(Channel channel, const QString &address, const QDateTime &until)
{
    const QVariantList place{channelTable.key(channel), tagOf(address)};
    m_database.execute(
        u"DELETE FROM opt_outs WHERE channel = ? AND tag = ? AND at <= ?"_s, place + QVariantList{timeValue(until)});
    QSqlQuery &later = m_database.execute(u"SELECT 1 FROM opt_outs WHERE channel = ? AND tag = ?"_s, place);
    return !later.next();
}

qint64 ConsentRepository::tagOf(const QString &address) const
{
    return m_cipher.index.tagOf("opt-out", address.toCaseFolded());
}

} // namespace accueil
