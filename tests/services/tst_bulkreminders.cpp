#include "app/services/bulkreminderservice.h"
#include "tests/support/deskroom.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(accueil::FieldError)

// One reminder for many patients, on both databases.
class BulkRemindersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void init();
    void cleanup() { m_room.reset(); }
    void countsAndPricesBeforeAnythingIsStored();
    void reachesEachOnce();
    void anOrderThatWasBrokenOffGoesOn();
    void takesNumbersToo();
    void refusesWhatIsWrongForEverybody_data();
    void refusesWhatIsWrongForEverybody();
    void isNotForViewers();
    void storesManyAtATimeAndSaysHowFarItIs();

private:
    BulkOrder order(const QString &ward = u"Maternité"_s)
    {
        BulkOrder order{.clientId = u"3d0c8a52-1d55-4f0e-9a53-64d3b6a8a0c1"_s, .draft = {}};
        order.filter.ward = ward;
        order.draft.message = u"Fermé vendredi. Hôpital."_s;
        order.draft.scheduledTime = m_room->clock.now().addDays(1);
        order.draft.purpose = Purpose::FollowUp;
        return order;
    }
    std::unique_ptr<DeskRoom> m_room;
};

// Six of maternity, of whom one has no telephone and one said no; one of another ward.
void BulkRemindersTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_room = std::make_unique<DeskRoom>(dialect);
    HospitalSettings settings = m_room->settings.current();
    settings.smsCost.pricePerSegment = 28;
    QVERIFY(m_room->settings.save(Session::system(), settings));
    for (int i = 0; i < 4; ++i)
        m_room->addPatient(u"Patient %1"_s.arg(i), u"+23767000000%1"_s.arg(i));
    m_room->addPatient(u"Sans téléphone"_s);
    QVERIFY(m_room->patients.create(m_room->reception,
        {.name = u"Refuse"_s,
            .phoneNumber = u"+237670000009"_s,
            .ward = u"Maternité"_s,
            .consent = {{{Channel::Sms, Purpose::FollowUp}, ConsentState::Refused}}}));
    m_room->addPatient(u"Ailleurs"_s, u"+237670000008"_s, u"Radiologie"_s);
}

void BulkRemindersTest::countsAndPricesBeforeAnythingIsStored()
{
    const BulkOutcome outcome = m_room->bulk.preview(m_room->reception, order()).value();
    QCOMPARE(outcome.patients, 6);
    QCOMPARE(outcome.accepted, 4);
    QCOMPARE(outcome.refused, (QMap<QString, qint64>{{u"consentRefused"_s, 1}, {u"noRecipient"_s, 1}}));
    QCOMPARE(outcome.segments, 4);
    QCOMPARE(outcome.cost, 4 * 28.0);
    QCOMPARE(outcome.currency, u"XAF"_s);
    QCOMPARE(m_room->number(u"SELECT count(*) FROM reminders"_s), 0);
}

void BulkRemindersTest::reachesEachOnce()
{
    const BulkOutcome preview = m_room->bulk.preview(m_room->reception, order()).value();
    QCOMPARE(m_room->bulk.schedule(m_room->reception, order()).value(), preview);
    QCOMPARE(m_room->number(u"SELECT count(DISTINCT patient_id) FROM reminders"_s), 4);
    QCOMPARE(m_room->number(u"SELECT count(*) FROM reminders"_s), 4);
    const BulkOutcome again = m_room->bulk.schedule(m_room->reception, order()).value();
    QCOMPARE(again.repeated, 4);
    QCOMPARE(again.accepted, 0);
    QCOMPARE(again.segments, 0);
    QCOMPARE(m_room->number(u"SELECT count(*) FROM reminders"_s), 4);
}

void BulkRemindersTest::anOrderThatWasBrokenOffGoesOn()
{
    QVERIFY(m_room->bulk.schedule(m_room->reception, order()));
    m_room->store.database().execute(u"DELETE FROM reminders WHERE id IN (SELECT max(id) FROM reminders)"_s);
    const BulkOutcome rest = m_room->bulk.schedule(m_room->reception, order()).value();
    QCOMPARE(rest.repeated, 3);
    QCOMPARE(rest.accepted, 1);
    QCOMPARE(m_room->number(u"SELECT count(DISTINCT patient_id) FROM reminders"_s), 4);
}

void BulkRemindersTest::takesNumbersToo()
{
    BulkOrder order = this->order();
    order.patientNumbers = QStringList{u"P000001"_s, u"P000001"_s, u"P000007"_s, u"P999999"_s};
    const BulkOutcome outcome = m_room->bulk.schedule(m_room->reception, order).value();
    QCOMPARE(outcome.patients, 3);
    QCOMPARE(outcome.accepted, 2);
    QCOMPARE(outcome.refused, (QMap<QString, qint64>{{u"unknownPatient"_s, 1}}));
}

void BulkRemindersTest::refusesWhatIsWrongForEverybody_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<FieldError>("expected");
    QTest::newRow("past") << u"past"_s << FieldError{u"scheduled_time"_s, u"mustBeFuture"_s};
    QTest::newRow("no words") << u"words"_s << FieldError{u"message"_s, u"required"_s};
    QTest::newRow("no client_id") << u"client"_s << FieldError{u"client_id"_s, u"required"_s};
}

void BulkRemindersTest::refusesWhatIsWrongForEverybody()
{
    QFETCH(QString, what);
    QFETCH(FieldError, expected);
    BulkOrder order = this->order();
    if (what == u"past"_s)
        order.draft.scheduledTime = m_room->clock.now().addDays(-1);
    else if (what == u"words"_s)
        order.draft.message.clear();
    else
        order.clientId.clear();
    QCOMPARE(m_room->bulk.schedule(m_room->reception, order).error().fields, QList<FieldError>{expected});
    QCOMPARE(m_room->bulk.preview(m_room->reception, order).error().fields, QList<FieldError>{expected});
}

void BulkRemindersTest::isNotForViewers()
{
    QCOMPARE(m_room->bulk.preview(m_room->viewer, order()).error().code, ErrorCode::Forbidden);
    QCOMPARE(m_room->bulk.schedule(m_room->viewer, order()).error().code, ErrorCode::Forbidden);
}

void BulkRemindersTest::storesManyAtATimeAndSaysHowFarItIs()
{
    for (int i = 0; i < 240; ++i)
        m_room->addPatient(u"Foule %1"_s.arg(i), u"+2376711%1"_s.arg(i, 5, 10, QChar(u'0')), u"Foule"_s);
    QList<std::pair<qint64, qint64>> seen;
    QList<qint64> stored;
    const auto progress = [&](qint64 done, qint64 all) {
        seen.append({done, all});
        stored << m_room->number(u"SELECT count(*) FROM reminders"_s);
    };
    QSignalSpy changed(&m_room->events, &DomainEvents::reminderChanged);
    const BulkOutcome outcome = m_room->bulk.schedule(m_room->reception, order(u"Foule"_s), progress).value();
    QCOMPARE(outcome.accepted, 240);
    QCOMPARE(seen, (QList<std::pair<qint64, qint64>>{{100, 240}, {200, 240}, {240, 240}}));
    QCOMPARE(stored, (QList<qint64>{100, 200, 240}));
    QCOMPARE(changed.size(), 240);
}

QTEST_GUILESS_MAIN(BulkRemindersTest)
#include "tst_bulkreminders.moc"
