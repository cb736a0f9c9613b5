#include "app/services/deviceservice.h"
#include "server/api.h"
#include "tests/support/apiclient.h"

#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Who may do what, over HTTP: the document that the program is compared with. A change of it is a decision of the
// hospital's and not of a row. `n` nobody, `a` administrator, `m` manager, `r` reception, `v` viewer, `d` an account
// with the role of a device, `t` a paired tablet.
constexpr char matrix[] = R"(
acknowledgeCase           -amr---
addCaseNote               -amr---
addDevice                 -a-----
addWard                   -a-----
analyseFeedback           -a-----
answerCall                namrvdt
answerCallMenu            namrvdt
cancelAppointment         -amr---
cancelReminder            -amr---
changeAppointment         -amr---
changeCase                -amr---
changeDevice              -a-----
changeFeedback            -amr---
changePassword            -amrv--
changePatient             -amr---
changeReminder            -amr---
changeTemplate            -am----
changeUser                -a-----
changeWard                -a-----
compareDispute            -amr---
confirmAppointment        -amr---
correctUnderstanding      -amr---
createPatient             -amr---
createTemplate            -am----
decideLateReminders       -amr---
explainFeedback           -amrv--
getAppointment            -amrv--
getCalendar               -amrv--
getCase                   -amr---
getCaseRules              -amr---
getCaseStatistics         -am----
getDevice                 -a-----
getDisputedAudio          -amr---
getFeedback               -amrv--
getFeedbackAudio          -amrv--
getFeedbackStatistics     -am----
getHealth                 namrvdt
getMe                     -amrv--
getMetrics                -am----
getNoShows                -am----
getOpenApi                namrvdt
getPatient                -amrv--
getPatientHistory         -amrv--
getPlans                  -amrv--
getPromptBytes            -----dt
getPromptRecording        -am----
getReminder               -amrv--
getReminderStatistics     -am----
getStatistics             -am----
getTabletConfiguration    -----dt
getTabletContent          -am----
getTemplate               -amrv--
getUser                   -a-----
listAppointmentMessages   -amrv--
listAppointments          -amrv--
listAttempts              -amrv--
listCasePeople            -amr---
listCases                 -amr---
listConsents              -amrv--
listDevices               -a-----
listDisputes              -amr---
listFeedback              -amrv--
listInboundMessages       -amrv--
listPatients              -amrv--
listPrompts               -am----
listReminders             -amrv--
listTemplates             -amrv--
listUsers                 -a-----
listWards                 -amrv--
login                     namrvdt
logout                    namrvdt
makePairingCode           -a-----
mergeCase                 -amr---
openCase                  -amr---
pairTablet                namrvdt
postFeedbackAudio         -amr-dt
previewManyReminders      -amr---
previewMessage            -amrv--
previewReminder           -amr---
putAudioPiece             -amr-dt
putFeedbackAudio          -amr-dt
putPromptRecording        -am----
receiveSms                namrvdt
receiveStatus             namrvdt
recordCaseCall            -amr---
recordConsent             -amr---
refresh                   namrvdt
register                  namrvdt
removeAppointment         -amr---
removeFeedback            -am----
removePatient             -am----
removePromptRecording     -am----
removeReminder            -amr---
removeWard                -a-----
reopenCase                -amr---
replaceCaseRules          -am----
replaceFeedback           -amr---
replacePatient            -amr---
replacePlans              -am----
replaceReminder           -amr---
replaceTabletContent      -am----
resolveCase               -amr---
resolveDispute            -amr---
resolveReminder           -amr---
restoreTemplate           -am----
retryReminder             -amr---
reviewPrompt              -am----
revokeDevice              -a-----
scheduleAppointment       -amr---
scheduleManyReminders     -amr---
scheduleReminder          -amr---
separateCase              -amr---
setAppointmentOutcome     -amr---
setTabletPin              -a-----
settleReminder            -amr---
showUnsubscribe           namrvdt
submitFeedback            -amr-dt
sync                      -amr-dt
understandingState        -am----
unsubscribe               namrvdt
)";

constexpr char columns[] = "namrvdt";

QMap<QString, QString> documented()
{
    QMap<QString, QString> lines;
    for (const QString &line : QString::fromLatin1(matrix).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(u' ');
        if (lines.contains(words.first()))
            qFatal("an operation stands twice in the document");
        lines.insert(words.first(), words.value(1));
    }
    return lines;
}

} // namespace

// Every operation as every role and as a paired tablet, over HTTP, against the table of app/domain/role.cpp and against
// the document above.
class ApiPermissionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_api = std::make_unique<ApiClient>(Dialect::Sqlite);
        m_tablet = pairedTablet(u"Maternité, salle 2"_s);
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }
    void namesAPermissionForEveryOperation();
    void letsInWhoTheDocumentSays();
    void letsInWhoeverTheTableAllows_data();
    void letsInWhoeverTheTableAllows();
    void asksNobodyToLogInWhereNoneIsNeeded();
    void keepsATabletFromAnothersAffairs();
    void letsNoRevokedTabletIn();

private:
    struct Tablet
    {
        DeviceId id;
        QByteArray token;
    };
    Tablet pairedTablet(const QString &name)
    {
        const auto added = m_api->devices().add(Session::system(), {.name = name, .ward = u"Maternité"_s});
        const auto paired = m_api->devices().pair(added->code.code, u"1"_s, u"test"_s);
        return {paired->device.id, paired->token};
    }
    // From another machine, so that what is open to this one is not; with `token`, or without one when it is empty.
    ReceivedAnswer ask(const Route &route, const QByteArray &token)
    {
        const QByteArray path = QString(route.path).replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"999999"_s).toUtf8();
        WireClient::Headers headers{{"X-Forwarded-For", "192.168.1.20"}};
        if (!token.isEmpty())
            headers.append({"Authorization", "Bearer " + token});
        return m_api->send(std::nullopt, methodName(route.method), path, QByteArray(), headers);
    }
    QByteArray tokenOf(char column) const
    {
        switch (column) {
        case 'a':
            return m_api->token(Role::Admin);
        case 'm':
            return m_api->token(Role::Manager);
        case 'r':
            return m_api->token(Role::Reception);
        case 'v':
            return m_api->token(Role::Viewer);
        case 'd':
            return m_api->token(Role::Device);
        case 't':
            return m_tablet.token;
        default:
            return {};
        }
    }

    std::unique_ptr<ApiClient> m_api;
    Tablet m_tablet;
};

void ApiPermissionsTest::namesAPermissionForEveryOperation()
{
    // Operations without login are few and known; a new one must be added here on purpose.
    const QSet<QString> open{u"login"_s, u"register"_s, u"refresh"_s, u"logout"_s, u"getHealth"_s, u"getOpenApi"_s,
        u""_s,
        // asked for a signature, a token or a code of our own instead; tst_webhooks, tst_apidevices
        u"receiveSms"_s, u"receiveStatus"_s, u"answerCall"_s, u"answerCallMenu"_s, u"showUnsubscribe"_s,
        u"unsubscribe"_s, u"pairTablet"_s};
    for (const Route &route : m_api->api().routes())
        QVERIFY2((route.permission == Permission::Anyone) == open.contains(route.operationId), qPrintable(route.path));
}

void ApiPermissionsTest::letsInWhoTheDocumentSays()
{
    const QMap<QString, QString> expected = documented();
    QMap<QString, QString> found;
    for (const Route &route : m_api->api().routes()) {
        if (route.operationId.isEmpty()) // pages and their files
            continue;
        QString line;
        for (const char column : QByteArrayView(columns, sizeof(columns) - 1)) {
            const int status = ask(route, tokenOf(column)).status;
            QVERIFY2(status >= 200, qPrintable(route.operationId));
            // An empty body is refused only behind the door, so any other status means "come in".
            line += status == 401 || status == 403 ? QChar(u'-') : QChar(QLatin1Char(column));
        }
        found.insert(route.operationId, line);
    }
    int differences = 0;
    const QStringList all = found.keys() + expected.keys();
    for (const QString &name : QSet<QString>(all.begin(), all.end())) {
        if (found.value(name) == expected.value(name))
            continue;
        qWarning("%-24s %s, documented %s", qPrintable(name), qPrintable(found.value(name)),
            qPrintable(expected.value(name)));
        ++differences;
    }
    QCOMPARE(differences, 0);
}

void ApiPermissionsTest::letsInWhoeverTheTableAllows_data()
{
    QTest::addColumn<int>("row");
    const Routes &routes = m_api->api().routes();
    for (int row = 0; row < routes.size(); ++row) {
        if (routes[row].permission != Permission::Anyone)
            QTest::newRow(qPrintable(routes[row].operationId)) << row;
    }
}

void ApiPermissionsTest::letsInWhoeverTheTableAllows()
{
    QFETCH(int, row);
    const Route &route = m_api->api().routes().at(row);
    const ReceivedAnswer nobody = ask(route, {});
    QCOMPARE(nobody.status, 401);
    QVERIFY(nobody.headers.value("www-authenticate").startsWith("Bearer"));
    for (const auto &role : roleTable.rows) {
        const ReceivedAnswer answer = ask(route, m_api->token(role.value));
        QVERIFY2((answer.status == 403) != roleMay(role.value, route.permission), qPrintable(role.key.toString()));
        QVERIFY(answer.status != 401);
    }
}

void ApiPermissionsTest::asksNobodyToLogInWhereNoneIsNeeded()
{
    QCOMPARE(m_api->send(std::nullopt, "GET", "/health").status, 200);
    QCOMPARE(m_api->send(std::nullopt, "GET", "/openapi.json").status, 200);
}

void ApiPermissionsTest::keepsATabletFromAnothersAffairs()
{
    const Tablet other = pairedTablet(u"Pédiatrie"_s);
    const WireClient::Headers mine{{"Authorization", "Bearer " + m_tablet.token}};
    const QByteArray path = "/api/devices/" + QByteArray::number(other.id.value);
    for (const auto &[method, target] : {std::pair{"GET"_ba, path}, {"PATCH"_ba, path}, {"POST"_ba, path + "/revoke"},
             {"POST"_ba, path + "/code"}, {"GET"_ba, "/api/devices/" + QByteArray::number(m_tablet.id.value)}})
        QCOMPARE(m_api->send(std::nullopt, method, target, QByteArray(), mine).status, 403);
    QCOMPARE(m_api->devices().find(Session::system(), other.id)->status, DeviceStatus::Active);
}

void ApiPermissionsTest::letsNoRevokedTabletIn()
{
    const Tablet lost = pairedTablet(u"Perdue"_s);
    const auto mayUse = [](const Route &route) {
        return route.permission == Permission::SignedIn || route.permission == Permission::SubmitFeedback
            || route.permission == Permission::UseTablet;
    };
    int operations = 0;
    for (const Route &route : m_api->api().routes()) {
        if (mayUse(route))
            QVERIFY2(ask(route, lost.token).status != 401, qPrintable(route.operationId));
    }
    QVERIFY(m_api->devices().revoke(Session::system(), lost.id));
    for (const Route &route : m_api->api().routes()) {
        if (route.permission == Permission::Anyone)
            continue;
        QCOMPARE(ask(route, lost.token).status, 401);
        operations += mayUse(route) ? 1 : 0;
    }
    QVERIFY(operations >= 5);
}

QTEST_GUILESS_MAIN(ApiPermissionsTest)
#include "tst_apipermissions.moc"
