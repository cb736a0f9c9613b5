// Whatever is done to the store, the figures are those of a full recount.
#include "app/domain/appointment.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"
#include "app/services/wardservice.h"
#include "tests/support/room.h"
#include "tests/support/statisticsrecount.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1500;
const QStringList wards{u""_s, u"Urgences"_s, u"Maternité"_s, u"Chirurgie A"_s, u"'; --"_s};

// A store to which random things happen, some through the services, some straight in the tables, as foreign keys,
// corrections by hand and later programs do them.
class Hospital
{
public:
    Hospital(Dialect dialect, quint32 seed)
        : room(dialect)
        , m_random(seed)
    {
        room.hospital.timeZone = u"Asia/Kathmandu"_s; // where no day begins with an hour of UTC
        for (int i = 0; i < 12; ++i)
            addPatient();
    }

    void step();
    StatisticsFilter filter();
    // Empty: the figures of this filter are those of a recount.
    QString complaint(const StatisticsFilter &filter);

    Room room;

private:
    template <typename Table>
    auto any(const Table &table)
    {
        return table.rows[size_t(m_random.bounded(int(table.rows.size())))].value;
    }
    int die(int sides) { return m_random.bounded(sides); }
    bool rarely() { return die(4) == 0; }
    QString ward() { return wards.at(die(int(wards.size()))); }
    std::optional<int> answer(int from, int to)
    {
        const int value = m_random.bounded(from - 1, to + 1);
        return value < from ? std::nullopt : std::optional(value);
    }
    QDateTime moment(int daysBack, int daysAhead)
    {
        return room.clock.now().addSecs(m_random.bounded(-daysBack * 86'400, daysAhead * 86'400 + 1));
    }
    // The number of any row of the table, 0 when there is none.
    qint64 anyRow(const QString &table)
    {
        const qint64 n = room.number(u"SELECT count(*) FROM "_s + table);
        return n == 0 ? 0
                      : room.number(u"SELECT id FROM %1 ORDER BY id LIMIT 1 OFFSET %2"_s.arg(table).arg(die(int(n))));
    }
    Database &database() { return room.store.database(); }
    void addPatient();
    void editPatient(qint64 row);
    FeedbackDraft draft();
    void changeFeedback();
    void changeMany();
    void changeReminders();
    void changeAppointments();

    QRandomGenerator m_random;
    SettingsService m_settings{room.store.database(), room.store.cipher(), room.clock, room.events, {}};
    WardService m_wards{room.store.database(), room.store.cipher(), room.clock, room.events, m_settings};
    ReminderService m_reminders{
        room.store.database(), room.store.cipher(), room.clock, room.events, [this] { return m_settings.current(); }};
    int m_numbers = 0;
};

void Hospital::addPatient()
{
    const int number = m_numbers++ % 40; // some numbers are taken already, some were named by feedback before
    const auto created = room.patients.create(room.reception,
        {.patientNumber = u"A%1"_s.arg(number),
            .name = u"N"_s,
            .birthYear = rarely() ? std::nullopt : std::optional(1930 + die(95)),
            .gender = any(genderTable),
            .preferredLanguage = any(languageTable),
            .ward = ward()});
    QVERIFY(created || created.error().code == ErrorCode::Conflict || created.error().code == ErrorCode::Invalid);
}

void Hospital::editPatient(qint64 row)
{
    PatientDraft changed = draftOf(room.patients.find(room.viewer, {row}).value());
    changed.gender = any(genderTable);
    changed.ward = ward();
    changed.preferredLanguage = any(languageTable);
    changed.birthYear = 1930 + die(95);
    changed.archived = rarely();
    QVERIFY(room.patients.edit(room.reception, {row}, changed));
}

FeedbackDraft Hospital::draft()
{
    return {.patientReference = rarely() ? QString() : u"A%1"_s.arg(die(50)),
        .age = die(2) == 0 ? std::nullopt : std::optional(die(110)),
        .gender = any(genderTable),
        .ward = ward(),
        .ratings = {answer(1, 5), answer(1, 5), answer(1, 5), answer(1, 5), answer(0, 10), answer(1, 5)},
        .feedbackDate = moment(400, 0),
        .comments = u"x"_s,
        .language = any(languageTable),
        .method = any(submissionMethodTable)};
}

void Hospital::changeFeedback()
{
    const qint64 row = anyRow(u"feedback"_s);
    if (row == 0 || die(3) == 0) {
        QVERIFY(room.feedback.submit(room.reception, draft()));
    } else if (die(3) > 0) {
        QVERIFY(room.feedback.edit(room.reception, {row}, draft()));
    } else {
        QVERIFY(room.feedback.remove(room.manager, {row}));
    }
}

// What touches many rows at once.
void Hospital::changeMany()
{
    const qint64 one = anyRow(u"patients"_s);
    const qint64 other = anyRow(u"patients"_s);
    switch (die(7)) {
    case 0: { // an import
        QList<FeedbackDraft> drafts;
        for (int i = die(120); i >= 0; --i)
            drafts += draft();
        room.feedback.submitBatch(room.manager, drafts);
        break;
    }
    case 1: { // a ward gets another name
        const QString before = ward();
        const QString after = rarely() ? u"Station %1"_s.arg(die(1000)) : ward();
        m_wards.rename(Session::system(), before, after); // one that nobody names is refused
        break;
    }
    case 2: // two records of one person become one
        for (const char *table : {"feedback", "reminders", "appointments"}) {
            database().execute(
                u"UPDATE %1 SET patient_id = ? WHERE patient_id = ?"_s.arg(QLatin1StringView(table)), {one, other});
        }
        break;
    case 3: // what is said is understood
        database().execute(u"UPDATE feedback SET sentiment = ?, topics = ? WHERE id % 7 = ?"_s,
            {rarely() ? QVariant() : QVariant(sentimentTable.key(any(sentimentTable))),
                rarely()
                    ? u""_s
                    : u"waiting staff%1 waiting %2"_s.arg(QString::number(die(5)), topicTable.key(any(topicTable))),
                die(7)});
        break;
    case 4: // a patient is erased, and what belongs to it by foreign keys
        if (room.number(u"SELECT count(*) FROM patients"_s) > 5)
            database().execute(u"DELETE FROM patients WHERE id = ?"_s, {one});
        break;
    case 5: { // an import that fails half way
        const Transaction transaction(database());
        database().execute(u"UPDATE feedback SET ward = 'never', overall_experience = 1"_s);
        database().execute(u"DELETE FROM reminders"_s);
        break;
    }
    default:
        database().execute(u"DELETE FROM feedback WHERE id % 11 = ?"_s, {die(11)});
    }
}

void Hospital::changeReminders()
{
    const qint64 row = anyRow(u"reminders"_s);
    if (row == 0 || die(3) == 0) {
        ReminderDraft draft{.patient = PatientId{anyRow(u"patients"_s)},
            .phoneNumber = u"670000001"_s,
            .email = u"a@example.org"_s,
            .message = u"m"_s,
            .language = any(languageTable),
            .scheduledTime = moment(0, 100).addSecs(3600),
            .channel = any(channelTable)};
        m_reminders.schedule(room.reception, draft); // one for an archived patient is refused
        return;
    }
    switch (die(5)) {
    case 0:
        database().execute(u"DELETE FROM reminders WHERE id = ?"_s, {row});
        break;
    case 1:
        database().execute(
            u"UPDATE reminders SET appointment_id = (SELECT id FROM appointments WHERE id = ?) WHERE id = ?"_s,
            {anyRow(u"appointments"_s), row});
        break;
    case 2:
        database().execute(
            u"INSERT INTO attempts (id, reminder_id, patient_id, number, channel, started_at, outcome,"
            " provider, price, price_unit) SELECT coalesce(max(id), 0) + 1, ?, 1, coalesce(max(id), 0) + 1,"
            " 'sms', 1, 'accepted', 'twilio', ?, 'USD' FROM attempts"_s,
            {row, rarely() ? u""_s : u"-0.0%1"_s.arg(10 + die(90))});
        break;
    case 3:
        if (const qint64 attempt = anyRow(u"attempts"_s); attempt > 0) {
            database().execute(u"UPDATE attempts SET price = ?, price_unit = ? WHERE id = ?"_s,
                {u"0.%1"_s.arg(10 + die(90)), rarely() ? u"XAF"_s : u"USD"_s, attempt});
        }
        break;
    default:
        database().execute(u"UPDATE reminders SET status = ?, channel = ? WHERE id = ?"_s,
            {reminderStatusTable.key(any(reminderStatusTable)), channelTable.key(any(channelTable)), row});
    }
}

void Hospital::changeAppointments()
{
    const qint64 row = anyRow(u"appointments"_s);
    if (row == 0 || die(2) == 0) {
        database().execute(u"INSERT INTO appointments (id, client_id, patient_id, starts_at, ward, status, plan, steps,"
                           " created_at, updated_at) SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, '', '[]', 1, 1"
                           " FROM appointments"_s,
            {QUuid::createUuid().toString(), anyRow(u"patients"_s), moment(300, 60).toMSecsSinceEpoch(), ward(),
                appointmentStatusTable.key(any(appointmentStatusTable))});
    } else if (rarely()) {
        database().execute(u"DELETE FROM appointments WHERE id = ?"_s, {row});
    } else {
        database().execute(u"UPDATE appointments SET status = ?, confirmed_at = ?, starts_at = ? WHERE id = ?"_s,
            {appointmentStatusTable.key(any(appointmentStatusTable)), rarely() ? QVariant(1) : QVariant(),
                moment(300, 60).toMSecsSinceEpoch(), row});
    }
}

void Hospital::step()
{
    const int what = die(100);
    if (what < 55)
        changeFeedback();
    else if (what < 73)
        changeReminders();
    else if (what < 85)
        changeAppointments();
    else if (what < 90)
        addPatient();
    else if (what < 95)
        editPatient(anyRow(u"patients"_s));
    else
        changeMany();
}

StatisticsFilter Hospital::filter()
{
    StatisticsFilter filter;
    if (rarely())
        filter.firstDay = moment(400, 0).date();
    if (rarely())
        filter.lastDay = moment(300, 60).date();
    if (rarely())
        filter.from = QDateTime(moment(400, 0).date(), QTime(die(24), die(60)), Qt::UTC);
    if (rarely())
        filter.until = QDateTime(moment(300, 60).date(), QTime(die(24), die(60)), Qt::UTC);
    if (rarely())
        filter.ward = ward();
    if (rarely())
        filter.language = any(languageTable);
    if (rarely())
        filter.gender = any(genderTable);
    if (rarely())
        filter.ageBand = any(ageBandTable);
    if (rarely())
        filter.method = any(submissionMethodTable);
    if (rarely())
        filter.status = any(reminderStatusTable);
    if (rarely())
        filter.channel = any(channelTable);
    if (die(8) == 0)
        filter.topic = any(topicTable);
    if (die(8) == 0)
        filter.sentiment = any(sentimentTable);
    if (die(8) == 0)
        filter.weekday = 1 + die(7);
    if (die(8) == 0)
        filter.hour = die(24);
    if (die(10) == 0)
        filter.patientNumber = u"a%1"_s.arg(die(50));
    return filter;
}

QString Hospital::complaint(const StatisticsFilter &filter)
{
    StatisticsRecount recount(database(), room.hospital.timeZone.toLatin1());
    const FeedbackStatistics feedback = room.statistics.feedback(room.manager, filter).value();
    if (const QString found = difference(feedback, recount.feedback(filter)); !found.isEmpty())
        return u"feedback, "_s + found;
    const QList<FeedbackId> behind = room.statistics.feedbackBehind(room.manager, filter).value();
    const Page<Feedback> listed = room.feedback.list(room.manager, {.among = behind}, {.limit = 1}).value();
    if (behind.size() != feedback.all.responses || listed.total != behind.size())
        return u"rows behind: %1, %2 of them listed"_s.arg(behind.size()).arg(listed.total);
    const ReminderStatistics reminders = room.statistics.reminders(room.manager, filter).value();
    if (const QString found = difference(reminders, recount.reminders(filter)); !found.isEmpty())
        return u"reminders, "_s + found;
    const qint64 patients = room.statistics.statistics(room.manager, filter)->patients;
    const int thisYear = room.clock.now().date().year();
    return patients == recount.patients(filter, thisYear) ? QString() : u"patients"_s;
}

} // namespace

class StatisticsRecountTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // ACCUEIL_TEST_SEED repeats a run.
    void figuresAreThoseOfAFullRecount_data() { TestDatabase::addDialectRows(); }
    void figuresAreThoseOfAFullRecount()
    {
        QFETCH(Dialect, dialect);
        bool isGiven = false;
        quint32 seed = qEnvironmentVariable("ACCUEIL_TEST_SEED").toUInt(&isGiven);
        if (!isGiven)
            seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        Hospital hospital(dialect, seed);
        for (int step = 0; step < steps; ++step) {
            hospital.step();
            if (QTest::currentTestFailed())
                return;
            if (step % 10 != 0)
                continue;
            const StatisticsFilter filter = step % 50 == 0 ? StatisticsFilter() : hospital.filter();
            const QString complaint = hospital.complaint(filter);
            QVERIFY2(complaint.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(complaint)));
        }
        // Most rows were packed, or the blocks were never tried.
        const auto number = [&](const QString &sql) { return hospital.room.number(sql); };
        QVERIFY(number(u"SELECT count(*) FROM feedback_blocks WHERE length(facts) > 0"_s) > 1);
        QVERIFY(number(u"SELECT count(*) FROM reminder_blocks"_s) > 0);
        QVERIFY(number(u"SELECT count(*) FROM feedback"_s) > 100);
        // A program that starts now, and has nothing in memory yet, says the same.
        StatisticsService fresh(
            hospital.room.store.database(), hospital.room.clock, [&] { return hospital.room.hospital; });
        QCOMPARE(difference(fresh.feedback(hospital.room.manager, {}).value(),
                     hospital.room.statistics.feedback(hospital.room.manager, {}).value()),
            QString());
    }

    // Blocks hold exactly what the rows say, but for those that are noted.
    void blocksAreTheRowsPacked_data() { TestDatabase::addDialectRows(); }
    void blocksAreTheRowsPacked()
    {
        QFETCH(Dialect, dialect);
        Hospital hospital(dialect, 5);
        for (int step = 0; step < 400; ++step)
            hospital.step();
        for (const QString &kind : {u"feedback"_s, u"reminder"_s, u"appointment"_s}) {
            const QString sql = u"SELECT count(*) FROM %1_records r WHERE id NOT IN (SELECT id FROM %1_changes)"
                                " AND NOT EXISTS (SELECT 1 FROM %1_blocks WHERE block = r.id >> 8 AND %2 > 0)"_s;
            const QString found
                = dialect == Dialect::Sqlite ? u"instr(CAST(facts AS TEXT), r.record)"_s : u"strpos(facts, r.record)"_s;
            QCOMPARE(hospital.room.number(sql.arg(kind, found)), 0);
        }
    }
};

QTEST_GUILESS_MAIN(StatisticsRecountTest)
#include "tst_statisticsrecount.moc"
