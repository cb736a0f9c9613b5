#include "db/factstore.h"

#include "app/domain/patient.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int slotCharacters = 2;
constexpr int headCharacters = 12; // the minute and the marks
constexpr int codeCharacters = 4;
constexpr int recordCharacters = slotCharacters + headCharacters + 2 * codeCharacters;

struct Names
{
    QString table;
    QString prefix; // of what belongs to it
};

Names namesOf(FactStore::Table table)
{
    switch (table) {
    case FactStore::Table::Feedback:
        return {u"feedback"_s, u"feedback"_s};
    case FactStore::Table::Reminders:
        return {u"reminders"_s, u"reminder"_s};
    case FactStore::Table::Appointments:
        return {u"appointments"_s, u"appointment"_s};
    }
    Q_UNREACHABLE();
}

// A number of characters of six bits each.
quint32 numberAt(const char *text, int characters)
{
    quint32 number = 0;
    for (int i = 0; i < characters; ++i)
        number = number << 6 | quint32(text[i] - '0');
    return number;
}

void readHead(const char *text, Fact &fact)
{
    constexpr int minuteCharacters = headCharacters - int(std::tuple_size_v<decltype(fact.marks)>);
    fact.minute = numberAt(text, minuteCharacters);
    for (size_t i = 0; i < fact.marks.size(); ++i)
        fact.marks[i] = quint8(text[minuteCharacters + i] - '0');
}

// SQLite keeps bytes, PostgreSQL text, as each reads it fastest.
QByteArray bytesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toLatin1();
}

std::shared_ptr<const FactBlock> blockOf(const QByteArray &bytes, const Facts &facts)
{
    Q_ASSERT(bytes.size() % recordCharacters == 0);
    auto block = std::make_shared<FactBlock>();
    block->facts.reserve(size_t(bytes.size() / recordCharacters));
    for (const char *record = bytes.begin(); record < bytes.end(); record += recordCharacters) {
        Fact fact;
        fact.slot = quint8(numberAt(record, slotCharacters));
        readHead(record + slotCharacters, fact);
        const char *codes = record + slotCharacters + headCharacters;
        fact.ward = facts.codes.at(numberAt(codes, codeCharacters));
        fact.label = facts.codes.at(numberAt(codes + codeCharacters, codeCharacters));
        block->add(fact);
    }
    return block;
}

// A row that is read from its table: its head, ward and label from `column` on.
Fact looseFact(const QSqlQuery &query, qint64 row, int column, Facts &facts)
{
    Fact fact;
    fact.slot = quint8(row & 255);
    readHead(query.value(column).toString().toLatin1().constData(), fact);
    fact.ward = facts.placeOf(query.value(column + 1).toString());
    fact.label = facts.placeOf(query.value(column + 2).toString());
    return fact;
}

// The block of a row, without it and free to be changed.
std::shared_ptr<FactBlock> without(const Facts &facts, qint64 row)
{
    auto block = std::make_shared<FactBlock>();
    if (const auto old = facts.blocks.value(row >> 8)) {
        for (const Fact &fact : old->facts) {
            if (fact.slot != (row & 255))
                block->add(fact);
        }
    }
    return block;
}

// What the one statement of FactStore::read() brings, by the first column.
enum Part { Word, Block, Noted, Row };

QString changesSince(const QString &prefix)
{
    return u"SELECT 0, code, 0, word, '', '' FROM fact_words WHERE code >= ?"
           " UNION ALL SELECT 1, block, version, facts, '', '' FROM %1_blocks WHERE version > ?"
           " UNION ALL SELECT DISTINCT 2, id, 0, '', '', '' FROM %1_changes"
           " UNION ALL SELECT 3, id, 0, head, ward, label FROM %1_facts WHERE id IN (SELECT id FROM %1_changes)"_s.arg(
               prefix);
}

} // namespace

void FactBlock::add(const Fact &fact)
{
    facts.push_back(fact);
    first = std::min(first, fact.minute);
    last = std::max(last, fact.minute);
}

quint32 Facts::placeOf(const QString &word)
{
    const auto known = places.constFind(word);
    if (known != places.constEnd())
        return *known;
    const auto place = quint32(words.size());
    words.append(word);
    places.insert(word, place);
    return place;
}

FactStore::FactStore(Database &database, Table table)
    : m_database(database)
    , m_table(table)
{
}

std::shared_ptr<const Facts> FactStore::read()
{
    std::shared_ptr<const Facts> known;
    {
        const QMutexLocker lock(&m_mutex);
        known = m_facts;
    }
    static const std::array statements{changesSince(namesOf(Table::Feedback).prefix),
        changesSince(namesOf(Table::Reminders).prefix), changesSince(namesOf(Table::Appointments).prefix)};
    QSqlQuery &query
        = m_database.execute(statements.at(size_t(m_table)), {qint64(known->codes.size()), known->version});
    if (!query.next())
        return known;
    auto facts = std::make_shared<Facts>(*known);
    // Words first: a block names them by their code.
    do {
        if (query.value(0).toInt() != Word)
            continue;
        const auto code = size_t(query.value(1).toLongLong());
        facts->codes.resize(std::max(facts->codes.size(), code + 1));
        facts->codes[code] = facts->placeOf(query.value(3).toString());
    } while (query.next());
    QList<qint64> noted;
    for (bool has = query.first(); has; has = query.next()) {
        if (query.value(0).toInt() == Block) {
            facts->blocks.insert(query.value(1).toLongLong(), blockOf(bytesOf(query.value(3)), *facts));
            facts->version = std::max(facts->version, query.value(2).toLongLong());
        } else if (query.value(0).toInt() == Noted) {
            noted += query.value(1).toLongLong();
        }
    }
    publish(facts);
    if (!noted.isEmpty()) {
        facts = std::make_shared<Facts>(*facts);
        for (const qint64 row : std::as_const(noted))
            facts->blocks.insert(row >> 8, without(*facts, row));
        for (bool has = query.first(); has; has = query.next()) {
            if (query.value(0).toInt() != Row)
                continue;
            const qint64 row = query.value(1).toLongLong();
            const std::shared_ptr<FactBlock> block = without(*facts, row);
            block->add(looseFact(query, row, 3, *facts));
            facts->blocks.insert(row >> 8, block);
        }
    }
    query.finish(); // the first answer is as large as the table
    return facts;
}

void FactStore::publish(const std::shared_ptr<const Facts> &facts)
{
    const QMutexLocker lock(&m_mutex);
    if (facts->version >= m_facts->version && facts->codes.size() >= m_facts->codes.size())
        m_facts = facts;
}

std::shared_ptr<const Facts> FactStore::ofPatient(const QString &patientNumber)
{
    const Names names = namesOf(m_table);
    QSqlQuery &query = m_database.execute(
        u"SELECT id, head, ward, label FROM %1_facts WHERE id IN (SELECT id FROM %2 WHERE patient_id ="
        " (SELECT id FROM patients WHERE patient_number = ?))"_s.arg(names.prefix, names.table),
        {normalisedPatientNumber(patientNumber)});
    auto facts = std::make_shared<Facts>();
    QHash<qint64, std::shared_ptr<FactBlock>> blocks;
    while (query.next()) {
        const qint64 row = query.value(0).toLongLong();
        std::shared_ptr<FactBlock> &block = blocks[row >> 8];
        if (!block)
            block = std::make_shared<FactBlock>();
        block->add(looseFact(query, row, 1, *facts));
    }
    for (auto block = blocks.cbegin(); block != blocks.cend(); ++block)
        facts->blocks.insert(block.key(), *block);
    return facts;
}

} // namespace accueil
