#include "tests/app/programrun.h"
#include "tests/support/faketwilio.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTcpServer>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The files below `folder` with their sizes and times.
QStringList contentOf(const QString &folder)
{
    QStringList content;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        content << u"%1 %2 %3"_s.arg(file.filePath()).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    content.sort();
    return content;
}

struct Answer
{
    int status = 0;
    QJsonObject body;
    QByteArray drill; // X-Accueil-Drill
};

class Client
{
public:
    explicit Client(const QString &address)
        : m_address(address)
    {
    }
    Answer get(const QString &path) { return wait(m_network.get(request(path))); }
    Answer post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest wanted = request(path);
        wanted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return wait(m_network.post(wanted, QJsonDocument(body).toJson()));
    }
    void signIn()
    {
        const Answer answer
            = post(u"/api/auth/login"_s, {{u"username"_s, u"clarisse"_s}, {u"password"_s, u"demonstration-admin"_s}});
        m_token = answer.body.value("access_token"_L1).toString();
    }
    bool isSignedIn() const { return !m_token.isEmpty(); }

private:
    QNetworkRequest request(const QString &path) const
    {
        QNetworkRequest wanted(QUrl(m_address + path));
        if (!m_token.isEmpty())
            wanted.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
        return wanted;
    }
    static Answer wait(QNetworkReply *reply)
    {
        QSignalSpy done(reply, &QNetworkReply::finished);
        done.wait(20'000);
        const Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            QJsonDocument::fromJson(reply->readAll()).object(), reply->rawHeader("X-Accueil-Drill")};
        reply->deleteLater();
        return answer;
    }

    QString m_address;
    QString m_token;
    QNetworkAccessManager m_network;
};

} // namespace

// `accueil serve --drill` where everything is set up for sending in earnest.
class DrillTest : public QObject
{
    Q_OBJECT

    QTcpServer m_mail; // whoever connects waits in its queue
    FakeTwilio m_twilio;

    void setUp(TestDesk &desk)
    {
        desk.set(u"TMPDIR"_s, temporaryFolder(desk));
        QVERIFY(QDir().mkpath(temporaryFolder(desk)));
        QVERIFY(m_mail.isListening() || m_mail.listen(QHostAddress::LocalHost));
        desk.set(u"TWILIO_ACCOUNT_SID"_s, FakeTwilio::accountSid());
        desk.set(u"TWILIO_AUTH_TOKEN"_s, FakeTwilio::authToken());
        desk.set(u"TWILIO_PHONE_NUMBER"_s, FakeTwilio::from());
        desk.set(u"TWILIO_BASE_URL"_s, m_twilio.baseUrl());
        desk.set(u"SMTP_HOST"_s, u"127.0.0.1"_s);
        desk.set(u"SMTP_PORT"_s, QString::number(m_mail.serverPort()));
        desk.set(u"SMTP_SENDER"_s, u"desk@hgd.example"_s);
        desk.set(u"ACCUEIL_HOST"_s, u"0.0.0.0"_s);
    }
    static QString temporaryFolder(const TestDesk &desk) { return desk.folder() + u"/tmp"_s; }
    static QStringList drillFolders(const TestDesk &desk)
    {
        return QDir(temporaryFolder(desk)).entryList({u"accueil-drill-*"_s}, QDir::Dirs);
    }

private Q_SLOTS:
    void aDrillReachesNobodyAndLeavesTheHospitalsDataAlone()
    {
        TestDesk desk;
        setUp(desk);
        QCOMPARE(
            desk.run({u"user"_s, u"add"_s, u"chief"_s, u"--role"_s, u"admin"_s}, "manguier tambour pirogue soleil\n")
                .code,
            0);
        const QStringList before = contentOf(desk.dataDirectory());
        QVERIFY(!before.isEmpty());

        ServingDesk drill(desk, {u"--drill"_s});
        QVERIFY2(drill.isRunning(), qPrintable(drill.errors()));
        QVERIFY(drill.address().startsWith(u"http://127.0.0.1:"_s)); // whatever ACCUEIL_HOST says
        QCOMPARE(drillFolders(desk).size(), 1);
        const QFileInfo folder(temporaryFolder(desk) + u'/' + drillFolders(desk).first());
        QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        Client client(drill.address());
        QCOMPARE(client.get(u"/health"_s).drill, QByteArray("1"));
        QCOMPARE(client.get(u"/api/nothing"_s).drill, QByteArray("1"));
        client.signIn();
        QVERIFY(client.isSignedIn());
        const Answer patient = client.post(u"/api/patients"_s,
            {{u"name"_s, u"Éwané Essomba"_s}, {u"phone_number"_s, u"+237670000001"_s},
                {u"email"_s, u"ewane@example.org"_s}});
        QCOMPARE(patient.status, 201);
        for (const QString &channel : {u"sms"_s, u"ivr"_s, u"email"_s})
            sendsWithinTheDrill(client, patient.body.value("patient_id"_L1), channel);

        QVERIFY(drill.end(SIGTERM) >= 0);
        QCOMPARE(drill.exitCode(), 0);
        QCOMPARE(m_twilio.connections(), 0);
        QVERIFY(!m_mail.waitForNewConnection(200));
        QCOMPARE(drillFolders(desk), QStringList());
        QCOMPARE(contentOf(desk.dataDirectory()), before);
    }

    void whatAKilledDrillLeftGoesWithTheNextOne()
    {
        TestDesk desk;
        setUp(desk);
        ServingDesk killed(desk, {u"--drill"_s});
        QVERIFY2(killed.isRunning(), qPrintable(killed.errors()));
        ServingDesk other(desk, {u"--drill"_s}); // another one, which goes on
        QVERIFY2(other.isRunning(), qPrintable(other.errors()));
        killed.end(SIGKILL);
        QCOMPARE(drillFolders(desk).size(), 2);
        const QString stranger = temporaryFolder(desk) + u"/accueil-drill-notes"_s;
        QVERIFY(QDir().mkpath(stranger));
        ServingDesk next(desk, {u"--drill"_s});
        QVERIFY2(next.isRunning(), qPrintable(next.errors()));
        QCOMPARE(drillFolders(desk).size(), 3); // its own, the one that goes on, and what is nobody's drill
        QVERIFY(QFileInfo::exists(stranger));
        QCOMPARE(Client(other.address()).get(u"/health"_s).status, 200);
        QVERIFY(other.end(SIGTERM) >= 0);
        QVERIFY(next.end(SIGTERM) >= 0);
        QCOMPARE(drillFolders(desk), QStringList{u"accueil-drill-notes"_s});
    }

    void theHospitalsDatabaseIsNotEvenLookedFor()
    {
        TestDesk desk;
        setUp(desk);
        desk.set(u"DATABASE_URL"_s, u"postgresql://nobody@127.0.0.1:1/nothing"_s);
        ServingDesk drill(desk, {u"--drill"_s});
        QVERIFY2(drill.isRunning() && drill.port() > 0, qPrintable(drill.errors()));
        QCOMPARE(Client(drill.address()).get(u"/health"_s).status, 200);
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

    void takesNoPlaceFromTheCommandLine()
    {
        const TestDesk desk;
        QCOMPARE(desk.run({u"serve"_s, u"--drill"_s, u"--data-dir"_s, desk.dataDirectory()}).code, 2);
        QCOMPARE(desk.run({u"serve"_s, u"--drill"_s, u"--host"_s, u"0.0.0.0"_s}).code, 2);
        QCOMPARE(desk.run({u"serve"_s, u"--drill"_s, u"--port"_s, u"many"_s}).code, 2);
        QCOMPARE(desk.run({u"demo"_s, u"--drill"_s}).code, 2);
        QVERIFY(!QFileInfo::exists(desk.dataDirectory()));
    }

private:
    static void sendsWithinTheDrill(Client &client, const QJsonValue &patient, const QString &channel)
    {
        const Answer planned = client.post(u"/api/reminders"_s,
            {{u"patient_id"_s, patient}, {u"channel"_s, channel}, {u"message"_s, u"A demain"_s},
                {u"scheduled_time"_s, QDateTime::currentDateTimeUtc().addSecs(2).toString(Qt::ISODate)}});
        QCOMPARE(planned.status, 201);
        const QString path = u"/api/reminders/%1"_s.arg(planned.body.value("id"_L1).toInt());
        const auto status = [&] { return client.get(path).body.value("status"_L1).toString(); };
        QTRY_VERIFY2_WITH_TIMEOUT(
            (QStringList{u"sent"_s, u"delivered"_s}.contains(status())), qPrintable(status()), 20'000);
    }
};

QTEST_GUILESS_MAIN(DrillTest)
#include "tst_drill.moc"
