#include "server/http/requestparser.h"
#include "tests/server/httpabuse.h"
#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <atomic>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

void addRows(const QList<HttpCase> &cases)
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("statuses");
    for (const HttpCase &each : cases)
        QTest::newRow(each.name.constData()) << each.bytes << each.statuses;
}

// The statuses the connection layer would send, from the parser alone, when it is given `step` bytes at a time.
QByteArray parsedStatuses(QByteArrayView bytes, qsizetype step)
{
    const HttpLimits limits;
    const UploadRule none;
    RequestParser parser(limits, none);
    QByteArrayList statuses;
    while (!bytes.isEmpty()) {
        bytes = bytes.sliced(parser.consume(bytes.first(std::min(step, bytes.size()))));
        if (parser.stage() == RequestParser::Stage::Refused)
            return (statuses << QByteArray::number(parser.refusal().status)).join(',');
        if (parser.stage() != RequestParser::Stage::Complete)
            continue;
        statuses << "200";
        const bool isLast = !parser.keepsConnection();
        parser.take();
        if (isLast)
            break;
    }
    return statuses.join(',');
}

} // namespace

// Every malformed and every well-formed case, over a real connection and through the parser in pieces.
class HttpAbuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(statusOf(m_server.port(), "/"), 200); }

    void hasEnoughCases() { QVERIFY(malformedCases().size() + wellFormedCases().size() >= 250); }

    void refusesMalformedRequests_data() { addRows(malformedCases()); }
    void refusesMalformedRequests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, statuses);
        m_handled = 0;
        RawClient client(m_server.port());
        client.send(bytes);
        const QList<RawResponse> responses = client.receiveAll();
        QCOMPARE(responses.size(), 1);
        QCOMPARE(QByteArray::number(responses.first().status), statuses);
        QCOMPARE(m_handled.load(), 0);
        QCOMPARE(responses.first().header("Content-Type"), "application/problem+json"_ba);
        QCOMPARE(responses.first().header("Connection"), "close"_ba);
        const QJsonObject problem = QJsonDocument::fromJson(responses.first().body).object();
        QCOMPARE(problem.value("status"_L1).toInt(), responses.first().status);
        QVERIFY(!problem.value("title"_L1).toString().isEmpty());
        QVERIFY(!problem.value("code"_L1).toString().isEmpty());
    }

    void answersWellFormedRequests_data() { addRows(wellFormedCases()); }
    void answersWellFormedRequests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, statuses);
        RawClient client(m_server.port());
        client.send(bytes);
        client.endSending();
        QByteArrayList received;
        for (const RawResponse &response : client.receiveAll())
            received << QByteArray::number(response.status);
        QCOMPARE(received.join(','), statuses);
    }

    void judgesTheSameHoweverTheBytesAreCut_data() { addRows(malformedCases() + wellFormedCases()); }
    void judgesTheSameHoweverTheBytesAreCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, statuses);
        for (const qsizetype step :
            {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(11), qsizetype(16'384), qsizetype(100'000'000)})
            QCOMPARE(parsedStatuses(bytes, step), statuses);
    }

private:
    std::atomic<int> m_handled = 0;
    RunningServer m_server{[this](const HttpRequest &) {
        ++m_handled;
        return HttpResponse{200, {}, "ok"};
    }};
};

QTEST_GUILESS_MAIN(HttpAbuseTest)
#include "tst_httpabuse.moc"
