#include "app/domain/webhookpaths.h"
#include "app/services/consentservice.h"
#include "app/services/unsubscribing.h"
#include "tests/support/apitest.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QByteArray token = "0123456789abcdef0123456789abcdef";
const QByteArray publicUrl = "https://desk.example.org:8443/accueil";
const QByteArray sms = "/webhooks/twilio/sms";
const QString phone = u"+237670000001"_s;

using Fields = QList<std::pair<QByteArray, QByteArray>>;

QByteArray formOf(const Fields &fields)
{
    QByteArrayList parts;
    for (const auto &[name, value] : fields)
        parts += name + '=' + QUrl::toPercentEncoding(QString::fromUtf8(value));
    return parts.join('&');
}

QByteArray signatureOf(const QByteArray &url, Fields fields)
{
    std::sort(fields.begin(), fields.end());
    QByteArray message = url;
    for (const auto &[name, value] : fields)
        message += name + value;
    return QMessageAuthenticationCode::hash(message, token, QCryptographicHash::Sha1).toBase64();
}

Fields message(const QByteArray &sid, const QByteArray &text, const QByteArray &from = phone.toLatin1())
{
    return {{"MessageSid", sid}, {"From", from}, {"To", "+237690000000"}, {"Body", text}, {"AccountSid", "AC1"}};
}

} // namespace

// What Twilio and mail programs call, over HTTP, on both databases.
class WebhooksTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }
    void init()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        m_api = std::make_unique<ApiClient>(dialect);
        m_api->configure([](HospitalSettings &settings) {
            settings.twilio.authToken = QString::fromLatin1(token);
            settings.publicUrl = QString::fromLatin1(publicUrl);
        });
    }
    void cleanup() { QCOMPARE(m_api->breaches(), QStringList()); }
    void cleanupTestCase() { m_api.reset(); }

    void anSmsOfAPatientIsTakenOnce();
    void stopIsInForceBeforeTheAnswer();
    void aWordThatTwilioTakesForStopIsOne();
    void refusesWhatIsNotSigned_data();
    void refusesWhatIsNotSigned();
    void signsOverThePublicAddressAndTheQuery();
    void needsTwilioToBeSetUp();
    void slowsDownWhoGuesses();
    void takesNoOtherBody();
    void jsonStaysRequiredElsewhere();
    void passesOnNewsOfMessagesAndCalls();
    void theMessageIsHeardOnlyAfterAKey();
    void keysOfTheMenuAnswer();
    void keyNineStopsCalls();
    void knowsNoOtherCalls();
    void oneClickUnsubscribes();
    void lookingAtTheLinkChangesNothing();
    void refusesLinksThatAreNotOurs();

private:
    ReceivedAnswer post(const QByteArray &target, const Fields &fields, const QByteArray &signature)
    {
        return m_api->send(std::nullopt, "POST", target, formOf(fields),
            {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Twilio-Signature", signature}});
    }
    ReceivedAnswer post(const QByteArray &target, const Fields &fields)
    {
        return post(target, fields, signatureOf(publicUrl + target, fields));
    }
    QJsonArray inbound() { return m_api->get(Role::Manager, "/api/inbound-messages").json().toArray(); }
    ConsentService consents() { return {m_api->store().database(), m_api->store().cipher(), m_api->clock(), m_events}; }
    // A call that is to be made; the path that its keys are posted to.
    QByteArray callOf(const QJsonObject &reminder)
    {
        return twilioVoicePath.toLatin1() + reminder.value(u"client_id"_s).toString().toLatin1();
    }
    QJsonObject newCall()
    {
        const QJsonObject patient = m_api->newPatient({{u"phone_number"_s, phone}});
        return m_api->newReminder({{u"patient_id"_s, patient.value(u"id"_s)}, {u"channel"_s, u"ivr"_s},
            {u"message"_s, u"Votre rendez-vous du lundi."_s}});
    }
    static Fields pressed(const QByteArray &digits)
    {
        return {{"CallSid", "CA1"}, {"CallStatus", "in-progress"}, {"To", phone.toLatin1()}, {"Digits", digits}};
    }
    QByteArray link(const QJsonObject &patient)
    {
        HospitalSettings settings;
        settings.publicUrl = QString::fromLatin1(publicUrl);
        const QString url = consents().unsubscribeLink(
            settings, {patient.value(u"id"_s).toInteger()}, patient.value(u"email"_s).toString());
        return url.toLatin1().mid(publicUrl.size());
    }
    QJsonObject consentOf(const QJsonObject &patient)
    {
        const QByteArray path = "/api/patients/" + patient.value(u"patient_id"_s).toString().toLatin1();
        return m_api->get(Role::Viewer, path).json().toObject().value(u"consent"_s).toObject();
    }

    DomainEvents m_events;
};

void WebhooksTest::anSmsOfAPatientIsTakenOnce()
{
    const QByteArray text = "Très bien soigné & rapide + gentil 😊\nMerci";
    for (int i = 0; i < 3; ++i) {
        const ReceivedAnswer answer = post(sms, message("SM1", text));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("text/xml"));
        QVERIFY(answer.body.endsWith("<Response/>")); // no automatic reply
    }
    const QJsonArray all = inbound();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().toObject().value(u"text"_s).toString(), QString::fromUtf8(text));
    QCOMPARE(all.first().toObject().value(u"outcome"_s).toString(), u"feedback"_s);
    const QJsonArray feedback = m_api->get(Role::Manager, "/api/feedback").json().toArray();
    QCOMPARE(feedback.size(), 1);
    QCOMPARE(feedback.first().toObject().value(u"submission_method"_s).toString(), u"sms"_s);
}

void WebhooksTest::stopIsInForceBeforeTheAnswer()
{
    const QJsonObject patient = m_api->newPatient({{u"phone_number"_s, phone}});
    QCOMPARE(post(sms, message("SM1", "ARRÊT")).status, 200);
    QVERIFY(consents().isStopped(Channel::Sms, phone));
    QCOMPARE(consentOf(patient).value(u"sms"_s).toObject().value(u"appointment"_s).toString(), u"refused"_s);
    // Late news of an older message changes nothing.
    QCOMPARE(post(sms, message("SM2", "START")).status, 200);
    QCOMPARE(post(sms, message("SM1", "ARRÊT")).status, 200);
    QVERIFY(!consents().isStopped(Channel::Sms, phone));
}

// Advanced Opt-Out: the account has words of its own.
void WebhooksTest::aWordThatTwilioTakesForStopIsOne()
{
    const auto send = [&](const QByteArray &sid, const QByteArray &type) {
        QCOMPARE(post(sms, message(sid, "Basta") + Fields{{"OptOutType", type}}).status, 200);
    };
    send("SM1", "HELP");
    send("SM2", "START"); // what Twilio thinks of it is no consent of the patient
    QVERIFY(!consents().isStopped(Channel::Sms, phone));
    send("SM3", "STOP");
    QVERIFY(consents().isStopped(Channel::Sms, phone));
    send("SM4", "START");
    QVERIFY(consents().isStopped(Channel::Sms, phone));
}

void WebhooksTest::refusesWhatIsNotSigned_data()
{
    QTest::addColumn<QByteArray>("signature");
    const Fields fields = message("SM1", "STOP");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("nonsense") << "%%%"_ba;
    QTest::newRow("for another path") << signatureOf(publicUrl + "/webhooks/twilio/status", fields);
    QTest::newRow("for another host") << signatureOf("https://evil.example.org" + sms, fields);
    QTest::newRow("for the address that was called") << signatureOf("http://127.0.0.1" + sms, fields);
    QTest::newRow("for another text") << signatureOf(publicUrl + sms, message("SM1", "START"));
}

void WebhooksTest::refusesWhatIsNotSigned()
{
    QFETCH(QByteArray, signature);
    const ReceivedAnswer answer = post(sms, message("SM1", "STOP"), signature);
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.headers.value("content-type").startsWith("application/problem+json"));
    QVERIFY(inbound().isEmpty());
    QVERIFY(!consents().isStopped(Channel::Sms, phone));
}

void WebhooksTest::signsOverThePublicAddressAndTheQuery()
{
    const Fields fields = message("SM1", "Bonjour");
    QCOMPARE(post(sms + "?hospital=2&x=a+b%20c", fields).status, 200);
    QCOMPARE(post(sms + "?hospital=3", fields, signatureOf(publicUrl + sms + "?hospital=2", fields)).status, 403);
    // Twilio leaves a port out of what it signs.
    QCOMPARE(post(sms, fields, signatureOf("https://desk.example.org/accueil" + sms, fields)).status, 200);
}

void WebhooksTest::needsTwilioToBeSetUp()
{
    const Fields fields = message("SM1", "Bonjour");
    m_api->configure([](HospitalSettings &settings) { settings.publicUrl.clear(); });
    QCOMPARE(post(sms, fields).status, 503);
    m_api->configure([](HospitalSettings &settings) {
        settings.publicUrl = QString::fromLatin1(publicUrl);
        settings.twilio.authToken.clear();
    });
    QCOMPARE(post(sms, fields).status, 503);
    QVERIFY(inbound().isEmpty());
}

void WebhooksTest::slowsDownWhoGuesses()
{
    const Fields fields = message("SM1", "Bonjour");
    int refused = 0;
    ReceivedAnswer last;
    for (int i = 0; i < 40; ++i) {
        last = post(sms, fields, "guess");
        refused += last.status == 403 ? 1 : 0;
    }
    QCOMPARE(refused, 30);
    QCOMPARE(last.status, 429);
    QVERIFY(last.headers.value("retry-after").toInt() > 0);
    // What is rightly signed is heard meanwhile, from the same address.
    QCOMPARE(post(sms, fields).status, 200);
    m_api->clock().advance(std::chrono::minutes(1));
    QCOMPARE(post(sms, fields, "guess").status, 403);
}

void WebhooksTest::takesNoOtherBody()
{
    const auto status = [&](const QByteArray &body, const QByteArray &type) {
        return m_api->send(std::nullopt, "POST", sms, body, {{"Content-Type", type}}).status;
    };
    QCOMPARE(status("{}", "application/json"), 415);
    QCOMPARE(status("a=1", "text/plain"), 415);
    QCOMPARE(status("a=%zz", "application/x-www-form-urlencoded"), 400);
    QCOMPARE(status("", "application/x-www-form-urlencoded"), 400);
    QCOMPARE(m_api->send(std::nullopt, "GET", sms).status, 405);
    const Fields noId{{"Body", "x"}};
    QCOMPARE(post(sms, noId).status, 422);
}

void WebhooksTest::jsonStaysRequiredElsewhere()
{
    const WireClient::Headers form{{"Content-Type", "application/x-www-form-urlencoded"}};
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/patients", "name=Ewane"_ba, form).status, 415);
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/auth/login", "username=a&password=b"_ba, form).status, 415);
}

void WebhooksTest::passesOnNewsOfMessagesAndCalls()
{
    const QByteArray path = twilioStatusPath.toLatin1();
    const QJsonObject reminder = newCall();
    const QByteArray one = "/api/reminders/" + QByteArray::number(reminder.value(u"id"_s).toInteger());
    m_api->store().database().execute(
        u"INSERT INTO attempts (id, reminder_id, patient_id, number, channel, started_at, outcome, provider,"
        " provider_message_id) SELECT 1, id, patient_id, 1, 'ivr', 0, 'accepted', 'twilio', 'CA1' FROM reminders"_s);
    m_api->store().database().execute(u"UPDATE reminders SET status = 'sent', attempts = 1"_s);
    const auto attempt
        = [&] { return m_api->get(Role::Viewer, one + "/attempts").json().toArray().first().toObject(); };
    const Fields done{{"CallSid", "CA1"}, {"CallStatus", "completed"}};
    QCOMPARE(post(path, done, "guess").status, 403);
    QCOMPARE(attempt().value(u"outcome"_s).toString(), u"accepted"_s);
    QCOMPARE(post(path, done).status, 200);
    QCOMPARE(attempt().value(u"outcome"_s).toString(), u"delivered"_s);
    // Late, repeated, unknown, of something else: nothing goes back.
    QCOMPARE(post(path, {{"CallSid", "CA1"}, {"CallStatus", "ringing"}}).status, 200);
    QCOMPARE(post(path, done).status, 200);
    QCOMPARE(post(path, {{"CallSid", "CA1"}, {"CallStatus", "lost"}}).status, 200);
    QCOMPARE(post(path, {{"MessageSid", "SM9"}, {"MessageStatus", "undelivered"}, {"ErrorCode", "30003"}}).status, 200);
    QCOMPARE(post(path, {{"MessageStatus", "sent"}}).status, 422);
    QCOMPARE(attempt().value(u"outcome"_s).toString(), u"delivered"_s);
}

void WebhooksTest::theMessageIsHeardOnlyAfterAKey()
{
    const QByteArray path = callOf(newCall());
    const ReceivedAnswer silent = post(path, {{"CallSid", "CA1"}});
    QCOMPARE(silent.status, 200);
    QVERIFY(!silent.body.contains("Votre rendez-vous"));
    const ReceivedAnswer heard = post(path, pressed("1"));
    QCOMPARE(heard.status, 200);
    QVERIFY(heard.body.contains("Votre rendez-vous du lundi."));
    QVERIFY(heard.body.contains((publicUrl + path + "/menu").constData())); // where the menu's keys go
    QVERIFY(inbound().isEmpty());
    QCOMPARE(post(path, pressed("1"), "guess").status, 403);
}

void WebhooksTest::keysOfTheMenuAnswer()
{
    const QByteArray menu = callOf(newCall()) + "/menu";
    QVERIFY(post(menu, pressed("3")).body.contains("Votre rendez-vous du lundi."));
    QVERIFY(post(menu, pressed("7")).body.contains("Votre rendez-vous du lundi."));
    QVERIFY(inbound().isEmpty());
    for (int i = 0; i < 2; ++i) {
        const ReceivedAnswer answer = post(menu, pressed("1"));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.contains("Votre rendez-vous"));
    }
    QCOMPARE(inbound().size(), 1);
    QCOMPARE(inbound().first().toObject().value(u"outcome"_s).toString(), u"confirmed"_s);
    post(menu, pressed("2"));
    QCOMPARE(inbound().size(), 2);
    QCOMPARE(post(menu, {{"CallSid", "CA1"}}).status, 200); // hung up or said nothing
}

void WebhooksTest::keyNineStopsCalls()
{
    const QByteArray path = callOf(newCall());
    for (const QByteArray &target : {path, path + "/menu"}) {
        const ReceivedAnswer answer = post(target, pressed("9"));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.contains("Votre rendez-vous"));
        QVERIFY(consents().isStopped(Channel::Ivr, phone));
        QVERIFY(!consents().isStopped(Channel::Sms, phone));
    }
}

void WebhooksTest::knowsNoOtherCalls()
{
    QCOMPARE(post(twilioVoicePath.toLatin1() + "nothing", pressed("1")).status, 404);
    QCOMPARE(post(twilioVoicePath.toLatin1() + "nothing/menu", pressed("1")).status, 404);
    QCOMPARE(post(callOf(newCall()), {{"Digits", "1"}}).status, 422);
}

void WebhooksTest::oneClickUnsubscribes()
{
    const QJsonObject patient = m_api->newPatient({{u"email"_s, u"ewane@example.org"_s}});
    const QByteArray target = link(patient);
    QVERIFY(!target.contains("ewane"));
    const ReceivedAnswer answer = m_api->send(std::nullopt, "POST", target, "List-Unsubscribe=One-Click"_ba,
        {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
    QVERIFY(answer.body.contains("color-scheme: light dark") && !answer.body.contains("{style}"));
    QVERIFY(consents().isStopped(Channel::Email, u"ewane@example.org"_s));
    QCOMPARE(consentOf(patient).value(u"email"_s).toObject().value(u"survey"_s).toString(), u"refused"_s);
    // As the other kind of form that RFC 8058 knows, and again.
    QCOMPARE(
        m_api
            ->send(std::nullopt, "POST", target,
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"_ba,
                {{"Content-Type", "multipart/form-data; boundary=x"}})
            .status,
        200);
}

void WebhooksTest::lookingAtTheLinkChangesNothing()
{
    const QJsonObject patient = m_api->newPatient({{u"email"_s, u"ewane@example.org"_s}});
    const ReceivedAnswer page = m_api->send(std::nullopt, "GET", link(patient));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("<form method=\"post\">"));
    QVERIFY(page.headers.value("content-security-policy").contains("form-action 'self'"));
    QVERIFY(!consents().isStopped(Channel::Email, u"ewane@example.org"_s));
}

void WebhooksTest::refusesLinksThatAreNotOurs()
{
    const QByteArray ours = link(m_api->newPatient({{u"email"_s, u"ewane@example.org"_s}}));
    QByteArray spoilt = ours;
    spoilt[spoilt.size() - 5] = spoilt.at(spoilt.size() - 5) == 'A' ? 'B' : 'A';
    const QByteArray path = unsubscribePath.toString().toLatin1();
    for (const QByteArray &target : {spoilt, path, path + "?token=", path + "?token=AAAA", path + "?token=%25%25"}) {
        QCOMPARE(m_api->send(std::nullopt, "GET", target).status, 404);
        QCOMPARE(m_api->send(std::nullopt, "POST", target).status, 404);
    }
    QVERIFY(!consents().isStopped(Channel::Email, u"ewane@example.org"_s));
}

QTEST_GUILESS_MAIN(WebhooksTest)
#include "tst_webhooks.moc"
