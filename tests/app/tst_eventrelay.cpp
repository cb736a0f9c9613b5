#include "app/application.h"
#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "app/services/syncservice.h"
#include "db/newschannel.h"
#include "tests/support/databaseproxy.h"
#include "tests/support/testdatabase.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QUuid>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const Session admin{{}, u"admin"_s, Role::Admin};
const Session reception{{}, u"reception"_s, Role::Reception};
constexpr int patience = 15'000; // ms

// One program, with a way to PostgreSQL of its own that can be cut.
struct Desk
{
    Desk(const TestDatabase &store, const QString &folder)
        : location(*DatabaseLocation::parse(store.url()))
        , proxy(location.host, quint16(location.port))
    {
        location.host = u"127.0.0.1"_s;
        location.port = proxy.port();
        application = std::make_unique<Application>(ProgramSettings{.dataDirectory = folder,
            .database = location,
            .keyFile = folder + u"/accueil.key"_s,
            .keyringUse = KeyringUse::Never});
        if (application->store().inspect().value() == StoreService::State::New)
            application->store().initialise().value();
        application->open();
    }

    const Services &services() const { return application->services(); }
    FeedbackId submit(const QString &comments) const
    {
        return services().feedback.submit(reception, {.comments = comments}).value().feedback.id;
    }

    DatabaseLocation location;
    DatabaseProxy proxy;
    std::unique_ptr<Application> application;
};

bool tellsOf(const QSignalSpy &spy, FeedbackId id)
{
    return std::any_of(
        spy.begin(), spy.end(), [&](const QList<QVariant> &event) { return event.at(0).value<FeedbackId>() == id; });
}

} // namespace

// Two desks on one PostgreSQL: what one of them does, the other one hears of.
class EventRelayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void tellsTheOtherDeskOfFeedbackTabletsAndDisputes();
    void doesNotHearItself();
    void tellsOfManyInABurst();
    void saysNothingPersonal();
    void hearsAgainAfterALostConnection();
    void saysLaterWhatItCouldNotSay();
    void takesNoNonsense();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestDatabase> m_store;
    std::unique_ptr<Desk> m_here;
    std::unique_ptr<Desk> m_there;
};

void EventRelayTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<TestDatabase>(Dialect::PostgreSql);
    m_here = std::make_unique<Desk>(*m_store, m_folder->path());
    m_there = std::make_unique<Desk>(*m_store, m_folder->path());
    // Both listen, and nothing of the beginning is under way any more.
    QSignalSpy heard(&m_there->services().events, &DomainEvents::feedbackChanged);
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(heard, m_here->submit(u"x"_s)) || heard.wait(300), patience);
    QTest::qWait(500);
}

void EventRelayTest::cleanup()
{
    m_there.reset();
    m_here.reset();
    m_store.reset();
    m_folder.reset();
}

void EventRelayTest::tellsTheOtherDeskOfFeedbackTabletsAndDisputes()
{
    const DomainEvents &events = m_there->services().events;
    QSignalSpy feedback(&events, &DomainEvents::feedbackChanged);
    QSignalSpy devices(&events, &DomainEvents::devicesChanged);
    QSignalSpy disputes(&events, &DomainEvents::disputesChanged);
    const FeedbackId id = m_here->submit(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(feedback, id), 2000);
    QCOMPARE(devices.count(), 0);
    DeviceService &tablets = m_here->services().devices;
    const NewDevice added = tablets.add(admin, {.name = u"Salle 2"_s}).value();
    QTRY_COMPARE_WITH_TIMEOUT(devices.count(), 1, 2000);
    const Session tablet = tablets.authenticate(tablets.pair(added.code.code, {}, {})->token).value();
    SubmittedItem item;
    item.draft.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QString &comments : {u"b"_s, u"c"_s}) {
        item.draft.comments = comments;
        QVERIFY(m_here->services().sync.take(tablet, {.items = {item}}).has_value());
    }
    QTRY_VERIFY_WITH_TIMEOUT(disputes.count() > 0, 2000);
    QCOMPARE(m_there->services().disputes.list(reception, {})->total, 1);
}

void EventRelayTest::doesNotHearItself()
{
    QSignalSpy here(&m_here->services().events, &DomainEvents::feedbackChanged);
    QSignalSpy there(&m_there->services().events, &DomainEvents::feedbackChanged);
    const FeedbackId id = m_here->submit(u"a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(there.count(), 1, 2000);
    QTest::qWait(600); // for an echo, or the echo of one
    QCOMPARE(here.count(), 1);
    QCOMPARE(there.count(), 1);
    QVERIFY(tellsOf(there, id));
}

void EventRelayTest::tellsOfManyInABurst()
{
    constexpr int many = 3000; // more than one word holds
    QSignalSpy there(&m_there->services().events, &DomainEvents::feedbackChanged);
    for (int id = 1'000'000; id < 1'000'000 + many; ++id)
        Q_EMIT m_here->services().events.feedbackChanged(FeedbackId{id});
    QTRY_COMPARE_WITH_TIMEOUT(there.count(), many, 5000);
    QSet<qint64> ids;
    for (const QList<QVariant> &event : there)
        ids.insert(event.at(0).value<FeedbackId>().value);
    QCOMPARE(ids.size(), many);
}

void EventRelayTest::saysNothingPersonal()
{
    NewsChannel channel(m_here->location);
    QStringList words;
    connect(&channel, &NewsChannel::heard, this, [&](const QString &word) { words += word; });
    channel.open();
    QVERIFY(channel.isOpen());
    m_here->submit(u"Madame Ewané, 670 00 01 23"_s);
    QVERIFY(m_here->services().devices.add(admin, {.name = u"Salle Ewané"_s}).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(words.size() >= 2, 2000);
    static const QRegularExpression allowed(u"^[0-9a-f]{32} [a-z_]+( [0-9]+)*$"_s);
    for (const QString &word : words)
        QVERIFY2(allowed.match(word).hasMatch(), qPrintable(word));
}

void EventRelayTest::hearsAgainAfterALostConnection()
{
    QSignalSpy everything(&m_there->services().events, &DomainEvents::recordsImported);
    QSignalSpy feedback(&m_there->services().events, &DomainEvents::feedbackChanged);
    m_there->proxy.setSilent(true);
    const FeedbackId missed = m_here->submit(u"a"_s);
    QTest::qWait(3000);
    QVERIFY(!tellsOf(feedback, missed));
    QCOMPARE(everything.count(), 0);
    m_there->proxy.setSilent(false);
    // Read everything again: something was missed.
    QTRY_VERIFY_WITH_TIMEOUT(everything.count() > 0, patience);
    const FeedbackId id = m_here->submit(u"b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(feedback, id), patience);
    // As an administrator of the server would.
    m_store->database().execute(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE "
                                u"'%accueil_news%' OR query = 'SELECT 1'"_s);
    const int before = int(everything.count());
    QTRY_VERIFY_WITH_TIMEOUT(everything.count() > before, patience);
    const FeedbackId last = m_here->submit(u"c"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(feedback, last), patience);
}

void EventRelayTest::saysLaterWhatItCouldNotSay()
{
    QSignalSpy feedback(&m_there->services().events, &DomainEvents::feedbackChanged);
    m_here->proxy.setSilent(true);
    Q_EMIT m_here->services().events.feedbackChanged(FeedbackId{4711});
    QTest::qWait(1000);
    QVERIFY(!tellsOf(feedback, {4711}));
    m_here->proxy.setSilent(false);
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(feedback, {4711}), patience);
}

void EventRelayTest::takesNoNonsense()
{
    QSignalSpy feedback(&m_there->services().events, &DomainEvents::feedbackChanged);
    NewsChannel channel(m_here->location);
    channel.open();
    const QStringList words{{}, u"x"_s, u"x y"_s, u"x feedback"_s, u"x feedback -1 z 0"_s, u"x devices 7"_s,
        u"feedback 7"_s, u"x  feedback 7"_s, u"x feedback "_s + u"9"_s.repeated(40)};
    for (const QString &word : words)
        QVERIFY(channel.say(word));
    QVERIFY(channel.say(u"x feedback 8"_s));
    QTRY_VERIFY_WITH_TIMEOUT(tellsOf(feedback, {8}), 2000);
    QCOMPARE(feedback.count(), 1);
}

QTEST_GUILESS_MAIN(EventRelayTest)
#include "tst_eventrelay.moc"
