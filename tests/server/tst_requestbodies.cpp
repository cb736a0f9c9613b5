#include "server/compression.h"
#include "tests/support/apiclient.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

// The most memory this process ever held since forgetPeak(), in bytes.
qint64 peakMemory()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression line(u"VmHWM:\\s+(\\d+) kB"_s);
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toLongLong() * 1024;
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("5");
}

const WireClient::Headers packedJson{{"Content-Type", "application/json"}, {"Content-Encoding", "gzip"}};

} // namespace

// Request bodies as clients pack them.
class RequestBodiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_api = std::make_unique<ApiClient>(Dialect::Sqlite); }
    void cleanupTestCase()
    {
        QCOMPARE(m_api->breaches(), QStringList());
        m_api.reset();
    }
    void unpacksWhatWasPacked_data();
    void unpacksWhatWasPacked();
    void refusesDamagedBodies_data();
    void refusesDamagedBodies();
    void stopsAtTheLimit();
    void stopsABombWithinItsMemory();
    void refusesWhatPacksTooTightly();
    void takesPackedBodies_data();
    void takesPackedBodies();
    void refusesPackedBodies_data();
    void refusesPackedBodies();
    void saysWhichCodingItTakes();
    void takesAPackedRecording();

private:
    ReceivedAnswer post(const QByteArray &body, const WireClient::Headers &headers)
    {
        return m_api->send(Role::Admin, "POST", "/api/feedback", body, headers);
    }

    std::unique_ptr<ApiClient> m_api;
};

void RequestBodiesTest::unpacksWhatWasPacked_data()
{
    QTest::addColumn<QByteArray>("plain");
    QByteArray noise(300'000, Qt::Uninitialized);
    QRandomGenerator generator(7);
    std::generate(noise.begin(), noise.end(), [&] { return char(generator.bounded(256)); });
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("one step exactly") << QByteArray(64 * 1024, 'a');
    QTest::newRow("noise") << noise;
    QTest::newRow("the whole limit") << noise + QByteArray(megabyte - noise.size(), 'z');
}

void RequestBodiesTest::unpacksWhatWasPacked()
{
    QFETCH(QByteArray, plain);
    const auto whole = gunzip(gzip(plain), megabyte);
    QVERIFY(whole.has_value());
    QCOMPARE(*whole, plain);
    const auto twoMembers = gunzip(gzip(plain.left(9)) + gzip(plain.mid(9)), megabyte);
    QVERIFY(twoMembers.has_value());
    QCOMPARE(*twoMembers, plain);
}

void RequestBodiesTest::refusesDamagedBodies_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray good = gzip("{\"ward\":\"Maternit\xc3\xa9\",\"language\":\"fr\"}");
    const auto with = [&](qsizetype at, char byte) {
        QByteArray bad = good;
        bad[at] = char(bad.at(at) ^ byte);
        return bad;
    };
    QTest::newRow("no gzip") << "{}"_ba;
    QTest::newRow("cut off") << good.chopped(9);
    QTest::newRow("only the end missing") << good.chopped(1);
    QTest::newRow("only the head") << good.left(10);
    QTest::newRow("another checksum") << with(good.size() - 8, 1);
    QTest::newRow("another length") << with(good.size() - 1, 1);
    QTest::newRow("a bit turned within") << with(good.size() / 2, 4);
    QTest::newRow("something behind") << good + "more";
    QTest::newRow("the end of a second one missing") << good + good.chopped(3);
}

void RequestBodiesTest::refusesDamagedBodies()
{
    QFETCH(QByteArray, packed);
    const auto plain = gunzip(packed, megabyte);
    QVERIFY(!plain.has_value());
    QCOMPARE(plain.error(), GunzipError::Damaged);
    const ReceivedAnswer answer = post(packed, packedJson);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json().toObject().value(u"code"_s).toString(), u"damaged"_s);
}

void RequestBodiesTest::stopsAtTheLimit()
{
    const QByteArray plain
        = QByteArray("0123456789abcdef").repeated(60) + QByteArray(60, 'x'); // packs well below 200:1
    QVERIFY(gunzip(gzip(plain), plain.size()).has_value());
    QCOMPARE(gunzip(gzip(plain), plain.size() - 1).error(), GunzipError::TooLarge);
    // Over several members, too.
    QCOMPARE(gunzip(gzip(plain) + gzip(plain), 2 * plain.size() - 1).error(), GunzipError::TooLarge);
}

void RequestBodiesTest::stopsABombWithinItsMemory()
{
    const QByteArray bomb = gzip(QByteArray(300 * megabyte, '\0'));
    QVERIFY(bomb.size() < 2 * megabyte);
    forgetPeak();
    const qint64 before = peakMemory();
    QCOMPARE(gunzip(bomb, 12 * megabyte).error(), GunzipError::TooLarge);
    QVERIFY2(peakMemory() - before < 16 * megabyte, qPrintable(QString::number(peakMemory() - before)));

    // And through the server: packed it is small enough to come in.
    const QByteArray small = bomb.left(megabyte / 4);
    forgetPeak();
    const qint64 served = peakMemory();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(post(small, packedJson).status, 413);
    QVERIFY2(peakMemory() - served < 24 * megabyte, qPrintable(QString::number(peakMemory() - served)));
}

void RequestBodiesTest::refusesWhatPacksTooTightly()
{
    const QByteArray zeros(500'000, '0'); // below the limit, but packed to a thousandth
    QCOMPARE(gunzip(gzip(zeros), megabyte).error(), GunzipError::TooLarge);
    QVERIFY(gunzip(gzip(zeros.left(60'000)), megabyte).has_value());
}

void RequestBodiesTest::takesPackedBodies_data()
{
    QTest::addColumn<QByteArray>("coding");
    for (const char *coding : {"gzip", "GZIP", "x-gzip", "identity", ""})
        QTest::newRow(*coding ? coding : "none") << QByteArray(coding);
}

void RequestBodiesTest::takesPackedBodies()
{
    QFETCH(QByteArray, coding);
    const QByteArray plain = jsonBytes({{u"ward"_s, u"Maternité"_s}, {u"overall_experience"_s, 4},
        {u"comments"_s, QString(2000, u'é')}, {u"language"_s, u"fr"_s}, {u"submission_method"_s, u"tablet"_s}});
    const bool isPacked = coding.toLower().endsWith("gzip");
    WireClient::Headers headers{{"Content-Type", "application/json"}};
    if (!coding.isEmpty())
        headers.append({"Content-Encoding", coding});
    const ReceivedAnswer answer = post(isPacked ? gzip(plain) : plain, headers);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json().toObject().value(u"comments"_s).toString(), QString(2000, u'é'));
}

void RequestBodiesTest::refusesPackedBodies_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray json = "{\"overall_experience\":4}";
    QTest::newRow("brotli") << "br"_ba << json << 415;
    QTest::newRow("twice") << "gzip, gzip"_ba << gzip(gzip(json)) << 415;
    QTest::newRow("deflate") << "deflate"_ba << json << 415;
    QTest::newRow("nothing packed") << "gzip"_ba << gzip("") << 400;
    QTest::newRow("no JSON within") << "gzip"_ba << gzip("{\"overall_experience\":") << 400;
    QTest::newRow("not packed at all") << "gzip"_ba << json << 400;
    QTest::newRow("a broken rule within") << "gzip"_ba << gzip("{\"overall_experience\":9}") << 422;
}

void RequestBodiesTest::refusesPackedBodies()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(post(body, {{"Content-Type", "application/json"}, {"Content-Encoding", coding}}).status, status);
    // Who may not come in learns nothing about the body.
    QCOMPARE(m_api->send(std::nullopt, "POST", "/api/feedback", body, packedJson).status, 401);
}

void RequestBodiesTest::saysWhichCodingItTakes()
{
    const ReceivedAnswer coding = post("{}", {{"Content-Type", "application/json"}, {"Content-Encoding", "br"}});
    QCOMPARE(coding.headers.value("accept-encoding"), "gzip"_ba);
    const ReceivedAnswer type = post("{}", {{"Content-Type", "text/plain"}});
    QCOMPARE(type.status, 415);
    QVERIFY(!type.headers.contains("accept-encoding"));
}

void RequestBodiesTest::takesAPackedRecording()
{
    const qint64 id = m_api->newFeedback().value(u"id"_s).toInteger();
    const QByteArray target = "/api/feedback/" + QByteArray::number(id) + "/audio";
    QByteArray samples(200'000, Qt::Uninitialized);
    for (int i = 0; i < samples.size(); ++i)
        samples[i] = char((i * 37 + i / 50) % 251);
    QByteArray wav = "RIFF"_ba + QByteArray(4, '\0') + "WAVEfmt " + QByteArray(4, '\0') + samples;
    const ReceivedAnswer stored = m_api->send(
        Role::Admin, "PUT", target, gzip(wav), {{"Content-Type", "audio/wav"}, {"Content-Encoding", "gzip"}});
    QCOMPARE(stored.status / 100, 2);
    QCOMPARE(m_api->get(Role::Admin, target).body, wav);
}

QTEST_GUILESS_MAIN(RequestBodiesTest)
#include "tst_requestbodies.moc"
