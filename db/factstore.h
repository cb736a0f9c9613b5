#pragma once

#include "db/database.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

#include <array>
#include <limits>
#include <memory>
#include <vector>

namespace accueil {

// One row of a table as the statistics see it; 014_facts.sql says what the marks of each table mean.
struct Fact
{
    quint32 minute = 0; // since factEpoch
    quint32 ward = 0; // place in Facts::words
    quint32 label = 0; // likewise
    quint8 slot = 0; // the last eight bits of the row's number
    std::array<quint8, 7> marks{};
};

inline constexpr qint64 factEpoch = -2'208'988'800'000; // 1900-01-01 UTC, ms

// Up to 256 rows, and the span of their times.
struct FactBlock
{
    std::vector<Fact> facts;
    quint32 first = std::numeric_limits<quint32>::max();
    quint32 last = 0;

    void add(const Fact &fact);
};

// All rows of a table at one moment.
struct Facts
{
    QHash<qint64, std::shared_ptr<const FactBlock>> blocks; // by the row's number without its last eight bits
    QStringList words; // wards and labels, each once
    QHash<QString, quint32> places; // of the words
    std::vector<quint32> codes; // place of each word by its code in the store
    qint64 version = 0; // of the newest block

    quint32 placeOf(const QString &word); // adds it
    const QString &wordAt(quint32 place) const { return words.at(place); }
};

// The packed rows of one table, kept in memory from one question to the next: only blocks that changed since are read,
// and the few rows that were noted and not packed yet. What read() gives is exact at the moment of its one statement,
// whoever wrote: 20 bytes of memory a row. Thread-safe; throws DatabaseError.
class FactStore
{
public:
    enum class Table { Feedback, Reminders, Appointments };
    FactStore(Database &database, Table table);

    std::shared_ptr<const Facts> read();
    // Straight from the table; a patient's rows are few.
    std::shared_ptr<const Facts> ofPatient(const QString &patientNumber);

private:
    void publish(const std::shared_ptr<const Facts> &facts);

    Database &m_database;
    const Table m_table;
    QMutex m_mutex; // guards m_facts; never held while the store is asked
    std::shared_ptr<const Facts> m_facts = std::make_shared<Facts>();
};

} // namespace accueil
