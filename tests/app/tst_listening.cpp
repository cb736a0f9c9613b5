#include "app/application.h"
#include "app/services/settingsservice.h"
#include "tests/app/programrun.h"
#include "tests/support/testdatabase.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

ProgramSettings settingsOf(const TestDesk &desk, const DatabaseLocation &database)
{
    ProgramSettings settings;
    settings.dataDirectory = desk.dataDirectory();
    settings.database = database;
    settings.keyFile = desk.keyFile();
    settings.keyringUse = KeyringUse::Never;
    settings.port = 0;
    settings.tlsPort = 0;
    return settings;
}

// 127.0.0.2 is this machine too, but only who listens on every address answers there.
bool answersOn(const QString &address, quint16 port)
{
    QTcpSocket client;
    client.connectToHost(address, port);
    return client.waitForConnected(5000);
}
bool answersOnTheNetwork(quint16 port)
{
    return answersOn(u"127.0.0.2"_s, port);
}
bool answersHere(quint16 port)
{
    return answersOn(u"127.0.0.1"_s, port);
}

void makeStore(Application &application)
{
    QCOMPARE(application.store().inspect().value(), StoreService::State::New);
    QVERIFY(application.store().initialise());
    application.open();
}

void allowTablets(Application &application, bool allowed)
{
    SettingsService &service = application.services().settings;
    HospitalSettings settings = service.current();
    settings.tabletsAllowed = allowed;
    QVERIFY(service.save(Session::system(), settings));
}

quint16 portOf(const Application &application)
{
    return static_cast<quint16>(QUrl(application.serverAddress()).port());
}

} // namespace

// Where the program listens follows the hospital's choice.
class ListeningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheSettingOnTheSamePort()
    {
        const TestDesk desk;
        Application application(settingsOf(desk, {.path = desk.folder() + u"/accueil.db"_s}));
        makeStore(application);
        QString why;
        QVERIFY2(application.startServer(&why), qPrintable(why));
        const quint16 port = portOf(application);
        QVERIFY(answersHere(port));
        QVERIFY(!answersOnTheNetwork(port));
        for (int round = 0; round < 3; ++round) {
            allowTablets(application, true);
            QCOMPARE(application.serverAddress(), u"http://0.0.0.0:%1"_s.arg(port));
            QVERIFY(answersHere(port));
            QVERIFY(answersOnTheNetwork(port));
            allowTablets(application, false);
            QCOMPARE(application.serverAddress(), u"http://127.0.0.1:%1"_s.arg(port));
            QVERIFY(answersHere(port));
            QVERIFY(!answersOnTheNetwork(port));
        }
    }

    void goesOnAsBeforeWhereTheNetworkCannotBeHad()
    {
        const TestDesk desk;
        Application application(settingsOf(desk, {.path = desk.folder() + u"/accueil.db"_s}));
        makeStore(application);
        QString why;
        QVERIFY2(application.startServer(&why), qPrintable(why));
        const quint16 port = portOf(application);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), port));
        allowTablets(application, true);
        QCOMPARE(application.serverAddress(), u"http://127.0.0.1:%1"_s.arg(port));
        QVERIFY(answersHere(port));
    }

    void aServingProgramFollowsAnotherDesk_data() { TestDatabase::addDialectRows(); }
    void aServingProgramFollowsAnotherDesk()
    {
        QFETCH(Dialect, dialect);
        TestDatabase store(dialect, TestDatabase::Schema::None);
        TestDesk desk;
        desk.set(u"DATABASE_URL"_s, store.url());
        ServingDesk serving(desk);
        QVERIFY2(serving.isRunning(), qPrintable(serving.errors()));
        const quint16 port = serving.port();
        QVERIFY(answersHere(port));
        QVERIFY(!answersOnTheNetwork(port));

        Application otherDesk(settingsOf(desk, DatabaseLocation::parse(store.url()).value()));
        QCOMPARE(otherDesk.store().inspect().value(), StoreService::State::Ready);
        otherDesk.open();
        allowTablets(otherDesk, true);
        QTRY_VERIFY_WITH_TIMEOUT(answersOnTheNetwork(port), 30'000);
        QVERIFY(answersHere(port));
        allowTablets(otherDesk, false);
        QTRY_VERIFY_WITH_TIMEOUT(!answersOnTheNetwork(port), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(answersHere(port), 5000);
        serving.end(SIGTERM);
        QCOMPARE(serving.exitCode(), 0);
        QCOMPARE(serving.output().count(u'\n'), 1);
    }
};

QTEST_GUILESS_MAIN(ListeningTest)
#include "tst_listening.moc"
