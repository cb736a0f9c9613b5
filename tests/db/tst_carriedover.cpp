// What a store of an earlier program holds is still there, and counted, after the tables were built anew.
#include "db/migrator.h"
#include "tests/support/testdatabase.h"

#include <QSqlRecord>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int beforeTheEngine = 5;
constexpr int beforeSettledDisputes = 16;

QStringList rows(Database &database, const QString &question)
{
    QSqlQuery &query = database.execute(question);
    QStringList lines;
    while (query.next()) {
        QStringList values;
        for (int i = 0; i < query.record().count(); ++i)
            values << query.value(i).toString();
        lines << values.join(u' ');
    }
    return lines;
}

// An earlier program's patient with a series of which two occurrences were moved to one moment, and a letter.
void fill(Database &database)
{
    database.execute(u"INSERT INTO patients (id, patient_number, name_enc, gender, preferred_language,"
                     " registration_date, last_activity, updated_at) VALUES (7, 'P-7', ?, 'female', 'fr', 1, 1, 1)"_s,
        {QByteArray("name")});
    const auto reminder = [&database](int id, int series, int occurrence, const QString &channel, qint64 time,
                              const QString &status, const QString &reason) {
        database.execute(
            u"INSERT INTO reminders (id, client_id, patient_id, phone_number_enc, message_enc, language,"
            " scheduled_time, status, reason, channel, template, recurrence_every, recurrence_unit, recurrence_count,"
            " series_id, occurrence, purpose, appointment_time, attempts, deferrals, next_try, series_start, sent_at,"
            " created_at, updated_at, version) VALUES (?,?,7,?,?,'fr',?,?,?,?,'appointment',1,'days',3,?,?,"
            "'medication',9000,2,1,?,500,?,100,200,4)"_s,
            {id, u"client-%1"_s.arg(id), QByteArray("number"), QByteArray("words"), time, status, reason, channel,
                series, occurrence, status == u"pending"_s ? QVariant(time + 60) : QVariant(),
                status == u"sent"_s ? QVariant(time + 5) : QVariant()});
    };
    reminder(1, 1, 1, u"sms"_s, 1000, u"sent"_s, {});
    reminder(2, 1, 2, u"sms"_s, 3000, u"pending"_s, u"providerBusy"_s);
    reminder(3, 1, 3, u"sms"_s, 3000, u"pending"_s, {});
    reminder(4, 4, 1, u"email"_s, 3000, u"unknown"_s, u"timeout"_s);
    const auto attempt = [&database](int id, int ofReminder, int number, const QString &outcome) {
        database.execute(
            u"INSERT INTO attempts (id, reminder_id, number, channel, started_at, finished_at, outcome, provider,"
            " provider_message_id, provider_code, reason) VALUES (?,?,?,'sms',1000,1001,?,'twilio',?,'30003','x')"_s,
            {id, ofReminder, number, outcome, u"SM%1"_s.arg(id)});
    };
    attempt(11, 1, 1, u"failed"_s);
    attempt(12, 1, 2, u"accepted"_s);
    attempt(13, 4, 1, u"unknown"_s);
}

} // namespace

class CarriedOverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remindersAndTheirTries_data() { TestDatabase::addDialectRows(); }
    void remindersAndTheirTries()
    {
        QFETCH(Dialect, dialect);
        TestDatabase store(dialect, TestDatabase::Schema::None);
        Database &database = store.database();
        Migrator(database).migrate(beforeTheEngine);
        fill(database);
        const QString kept = u"SELECT id, client_id, patient_id, language, scheduled_time, status, reason, channel,"
                             " template, recurrence_every, recurrence_unit, recurrence_count, series_id, occurrence,"
                             " purpose, appointment_time, attempts, deferrals, next_try, series_start, sent_at,"
                             " created_at, updated_at, version FROM reminders ORDER BY id"_s;
        const QString keptTries = u"SELECT id, reminder_id, number, channel, started_at, finished_at, outcome,"
                                  " provider, provider_message_id, provider_code, reason FROM attempts ORDER BY id"_s;
        const QString totals = u"SELECT status, channel, language, sum(n) FROM reminder_totals"
                               " GROUP BY status, channel, language HAVING sum(n) <> 0 ORDER BY status, channel"_s;
        const QStringList reminders = rows(database, kept);
        const QStringList tries = rows(database, keptTries);
        const QStringList counted = rows(database, totals);
        QCOMPARE(reminders.size(), 4);
        QCOMPARE(tries.size(), 3);
        QCOMPARE(counted, QStringList({u"pending sms fr 2"_s, u"sent sms fr 1"_s, u"unknown email fr 1"_s}));
        database.closeThread(); // the earlier program ends

        Migrator(database).migrate();
        QCOMPARE(rows(database, kept), reminders);
        QCOMPARE(rows(database, keptTries), tries);
        QCOMPARE(rows(database, totals), counted);
        QCOMPARE(rows(database, u"SELECT DISTINCT patient_id FROM attempts"_s), QStringList{u"7"_s});
        // Two that were moved to one moment stay two occurrences, each once.
        QCOMPARE(rows(database, u"SELECT source, occurrence_time, step FROM reminders ORDER BY id"_s),
            QStringList(
                {u"reminder:1 1000 1"_s, u"reminder:1 3000 1"_s, u"reminder:1 3001 1"_s, u"reminder:4 3000 1"_s}));

        database.execute(u"UPDATE reminders SET status = 'delivered' WHERE id = 1"_s);
        database.execute(u"DELETE FROM patients WHERE id = 7"_s);
        QVERIFY(rows(database, keptTries).isEmpty());
        QVERIFY(rows(database, totals).isEmpty());
    }

    void nothingOfSettledDisputes_data() { TestDatabase::addDialectRows(); }
    void nothingOfSettledDisputes()
    {
        QFETCH(Dialect, dialect);
        TestDatabase store(dialect, TestDatabase::Schema::None);
        Database &database = store.database();
        Migrator(database).migrate(beforeSettledDisputes);
        database.execute(u"INSERT INTO feedback (id, client_id, gender, feedback_date, language, submission_method,"
                         " created_at, updated_at) VALUES (1, 'a', 'unknown', 1, 'fr', 'tablet', 1, 1)"_s);
        for (const auto &[id, kept] : {std::pair(1, u"stored"_s), {2, u"received"_s}, {3, QString()}}) {
            database.execute(u"INSERT INTO disputes (id, client_id, feedback_id, request_tag, body_enc, audio_enc,"
                             " audio_media_type, received_at, kept) VALUES (?, 'a', 1, ?, ?, ?, 'audio/ogg', 1, ?)"_s,
                {id, id, QByteArray("body"), QByteArray("voice"), kept.isNull() ? QVariant() : QVariant(kept)});
            database.execute(u"INSERT INTO audio_uploads (id, client_id, request_tag, feedback_id, size, sha256,"
                             " received, updated_at) VALUES (?, 'a', ?, 1, 9, 'x', 4, 1)"_s,
                {id, id});
            database.execute(u"INSERT INTO audio_pieces (id, upload_id, start, bytes_enc) VALUES (?, ?, 0, ?)"_s,
                {id, id, QByteArray("half")});
        }
        database.closeThread();

        Migrator(database).migrate();
        QCOMPARE(
            rows(database, u"SELECT id, length(body_enc), coalesce(length(audio_enc), -1) FROM disputes ORDER BY id"_s),
            QStringList({u"1 0 -1"_s, u"2 0 -1"_s, u"3 4 5"_s}));
        // Of a recording that is to take the other's place the rest may still come.
        QCOMPARE(rows(database, u"SELECT upload_id FROM audio_pieces ORDER BY id"_s), QStringList({u"2"_s, u"3"_s}));
        QCOMPARE(rows(database, u"SELECT id, received, is_complete FROM audio_uploads ORDER BY id"_s),
            QStringList({u"1 9 1"_s, u"2 4 0"_s, u"3 4 0"_s}));
    }
};

QTEST_GUILESS_MAIN(CarriedOverTest)
#include "tst_carriedover.moc"
