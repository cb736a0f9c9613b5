#include "app/services/deviceservice.h"
#include "server/api.h"
#include "server/ratelimiter.h"
#include "tests/support/apiclient.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Session clerk{UserId{7}, u"clerk"_s, Role::Reception};
const Session tablet{{}, {}, Role::Device, DeviceId{7}};
const QHostAddress ward(u"192.168.1.20"_s);

RateLimits small()
{
    return {.login = {6, 2},
        .address = {60, 3},
        .account = {60, 5},
        .device = {60, 4},
        .sync = {600, 8},
        .refusals = {6, 2}};
}

} // namespace

// Who asks too often waits, and nobody else.
class RateLimitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsABurstThroughAndThenTheRate();
    void fillsUpAgainButNotBeyondTheBurst();
    void saysHowLongToWait();
    void survivesAClockThatJumpsBack();
    void remembersABoundedNumber();
    void countsExactlyFromManyThreads();
    void keepsEachToItsOwnBucket();
    void takesAnIpv6NetworkForOneAddress();
    void neverCountsWhatIsFree();
    void switchesOneLimitOff();
    void answersTooManyWithAProblem();
    void doesNotLetOneTabletStarveAnotherBehindOneAddress();
    void countsWrongTokensOnTheAddress();
    void asksTheStoreNothingForTokensOnceTooManyWereTried();
    void limitsLoginsOfAnAddress();
    void limitsNobodyWhenOff();
    void putsEveryRowIntoAClass();

private:
    FakeClock m_clock;
};

void RateLimitsTest::letsABurstThroughAndThenTheRate()
{
    TokenBuckets<int> buckets({120, 10});
    for (int i = 0; i < 10; ++i)
        QCOMPARE(buckets.take(1, 0), 0);
    QVERIFY(buckets.take(1, 0) > 0);
    QVERIFY(buckets.take(1, 499) > 0); // two a second
    QCOMPARE(buckets.take(1, 500), 0);
    QVERIFY(buckets.take(1, 500) > 0);
    int taken = 0;
    for (qint64 now = 501; now <= 60'500; ++now)
        taken += buckets.take(1, now) == 0 ? 1 : 0;
    QCOMPARE(taken, 120);
}

void RateLimitsTest::fillsUpAgainButNotBeyondTheBurst()
{
    TokenBuckets<int> buckets({60, 3});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(buckets.take(1, 0), 0);
    const qint64 later = 24 * 3600 * 1000;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(buckets.take(1, later), 0);
    QCOMPARE(buckets.take(1, later), 1);
}

void RateLimitsTest::saysHowLongToWait()
{
    TokenBuckets<int> buckets({6, 1}); // one in ten seconds
    QCOMPARE(buckets.take(1, 0), 0);
    QCOMPARE(buckets.take(1, 0), 10);
    QCOMPARE(buckets.take(1, 9001), 1);
    QCOMPARE(buckets.take(1, 10'000), 0);
    // Asking in vain costs nothing.
    for (int i = 0; i < 100; ++i)
        QCOMPARE(buckets.take(1, 10'000), 10);
    QCOMPARE(buckets.take(1, 20'000), 0);
}

void RateLimitsTest::survivesAClockThatJumpsBack()
{
    TokenBuckets<int> buckets({60, 5});
    const qint64 hour = 3600 * 1000;
    QCOMPARE(buckets.take(1, hour), 0);
    const int wait = buckets.take(1, 0);
    QVERIFY(wait <= 1);
    QCOMPARE(buckets.take(1, 1000 * wait), 0);
}

void RateLimitsTest::remembersABoundedNumber()
{
    TokenBuckets<int> buckets({60, 1}, 1000);
    for (int key = 0; key < 100'000; ++key) {
        QCOMPARE(buckets.take(key, 0), 0);
        if (key % 100 == 0) // in use, and therefore not forgotten
            QCOMPARE(buckets.take(-1, 0), key == 0 ? 0 : 1);
    }
    QVERIFY(buckets.size() <= 1000);
}

void RateLimitsTest::countsExactlyFromManyThreads()
{
    TokenBuckets<int> buckets({1, 10'000});
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 5000; ++n)
                taken += buckets.take(n % 2 ? 1 : 2, 0) == 0 ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(taken.load(), 20'000);
    QVERIFY(buckets.take(1, 0) > 0);
    QVERIFY(buckets.take(2, 0) > 0);
}

void RateLimitsTest::keepsEachToItsOwnBucket()
{
    RateLimiter limiter(m_clock, small());
    const auto taken = [&](RateClass rate, const Session *who) {
        int count = 0;
        while (count < 100 && !limiter.take(rate, ward, who))
            ++count;
        return count;
    };
    // A tablet and an account of the same number, and each kind of request.
    QCOMPARE(taken(RateClass::Ordinary, &tablet), 4);
    QCOMPARE(taken(RateClass::Sync, &tablet), 8);
    QCOMPARE(taken(RateClass::Ordinary, &clerk), 5);
    QCOMPARE(taken(RateClass::Sync, &clerk), 8);
    QCOMPARE(taken(RateClass::Ordinary, nullptr), 3);
    QCOMPARE(taken(RateClass::Sync, nullptr), 0); // without a token it counts on the address, which is spent
    QCOMPARE(taken(RateClass::Strict, nullptr), 2);
    QCOMPARE(taken(RateClass::Strict, &clerk), 2);
    QCOMPARE(taken(RateClass::Strict, &tablet), 2);
    const std::optional<LimitHit> hit = limiter.take(RateClass::Strict, ward, nullptr);
    QCOMPARE(hit->kind, LimitKind::Login);
    QCOMPARE(hit->retryAfter, 10);
    QVERIFY(!limiter.take(RateClass::Strict, QHostAddress(u"192.168.1.21"_s), nullptr));
}

void RateLimitsTest::takesAnIpv6NetworkForOneAddress()
{
    RateLimiter limiter(m_clock, small());
    for (const QString &address : {u"2001:db8:1:2::1"_s, u"2001:db8:1:2:ffff::9"_s, u"2001:db8:1:2:abcd::"_s})
        QVERIFY(!limiter.take(RateClass::Ordinary, QHostAddress(address), nullptr));
    QVERIFY(limiter.take(RateClass::Ordinary, QHostAddress(u"2001:db8:1:2::77"_s), nullptr));
    QVERIFY(!limiter.take(RateClass::Ordinary, QHostAddress(u"2001:db8:1:3::1"_s), nullptr));
    for (const QString &address : {u"10.0.0.1"_s, u"::ffff:10.0.0.1"_s, u"10.0.0.1"_s})
        QVERIFY(!limiter.take(RateClass::Ordinary, QHostAddress(address), nullptr));
    QVERIFY(limiter.take(RateClass::Ordinary, QHostAddress(u"::ffff:10.0.0.1"_s), nullptr));
}

void RateLimitsTest::neverCountsWhatIsFree()
{
    RateLimiter limiter(m_clock, small());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!limiter.take(RateClass::Free, ward, nullptr));
    QVERIFY(!limiter.take(RateClass::Ordinary, ward, nullptr));
}

void RateLimitsTest::switchesOneLimitOff()
{
    RateLimits limits = small();
    limits.account = {};
    RateLimiter limiter(m_clock, limits);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!limiter.take(RateClass::Ordinary, ward, &clerk));
    while (!limiter.take(RateClass::Ordinary, ward, nullptr)) { }
}

void RateLimitsTest::answersTooManyWithAProblem()
{
    ApiClient api(
        Dialect::Sqlite, {}, ApiClient::Occasion::Earnest, [](ApiOptions &options) { options.rates = small(); });
    for (int i = 0; i < 5; ++i)
        QCOMPARE(api.get(Role::Viewer, "/api/patients").status, 200);
    const ReceivedAnswer refused = api.get(Role::Viewer, "/api/patients");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), "1"_ba);
    QCOMPARE(refused.headers.value("content-type"), "application/problem+json"_ba);
    QCOMPARE(refused.json().toObject().value(u"code"_s).toString(), u"tooManyRequests"_s);
    // What it may not do counts too, and others have their own.
    QCOMPARE(api.send(Role::Viewer, "POST", "/api/patients").status, 429);
    QCOMPARE(api.get(Role::Manager, "/api/patients").status, 200);
    api.clock().advance(1s);
    QCOMPARE(api.get(Role::Viewer, "/api/patients").status, 200);
    QCOMPARE(api.get(Role::Viewer, "/api/patients").status, 429);
    QCOMPARE(api.send(std::nullopt, "GET", "/health").status, 200);
    QCOMPARE(api.breaches(), QStringList());
}

void RateLimitsTest::doesNotLetOneTabletStarveAnotherBehindOneAddress()
{
    ApiClient api(
        Dialect::Sqlite, {}, ApiClient::Occasion::Earnest, [](ApiOptions &options) { options.rates = small(); });
    const auto paired = [&](const QString &name) {
        const auto added = api.devices().add(Session::system(), {.name = name, .ward = u"Maternité"_s});
        return WireClient::Headers{
            {"Authorization", "Bearer " + api.devices().pair(added->code.code, u"1"_s, u"test"_s)->token}};
    };
    const WireClient::Headers busy = paired(u"Salle 1"_s);
    const WireClient::Headers calm = paired(u"Salle 2"_s);
    const auto ask = [&](const WireClient::Headers &headers) {
        return api.send(std::nullopt, "GET", "/api/auth/me", QByteArray(), headers).status;
    };
    int refused = 0;
    for (int i = 0; i < 50; ++i)
        refused += ask(busy) == 429 ? 1 : 0;
    QCOMPARE(refused, 46);
    // Nor does whoever has no token take the tablets' share.
    for (int i = 0; i < 50; ++i)
        ask({});
    QVERIFY(ask(calm) != 429);
}

void RateLimitsTest::countsWrongTokensOnTheAddress()
{
    ApiClient api(
        Dialect::Sqlite, {}, ApiClient::Occasion::Earnest, [](ApiOptions &options) { options.rates = small(); });
    const auto guess = [&](const QByteArray &token) {
        return api.send(std::nullopt, "GET", "/api/patients", QByteArray(), {{"Authorization", "Bearer " + token}})
            .status;
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(guess("wrong" + QByteArray::number(i)), 401);
    QCOMPARE(guess("wrong"), 429);
    QCOMPARE(guess(api.token(Role::Viewer)), 200);
}

void RateLimitsTest::asksTheStoreNothingForTokensOnceTooManyWereTried()
{
    ApiClient api(
        Dialect::Sqlite, {}, ApiClient::Occasion::Earnest, [](ApiOptions &options) { options.rates = small(); });
    int guesses = 0;
    const auto guess = [&](const QByteArray &method, const QByteArray &path) {
        const QByteArray token = QByteArray::number(++guesses).rightJustified(43, 'x');
        return api.send(std::nullopt, method, path, QByteArray(), {{"Authorization", "Bearer " + token}});
    };
    const auto beat = [&] { return api.send(Role::Device, "POST", "/api/sync", {{u"items"_s, QJsonArray()}}).status; };
    QCOMPARE(beat(), 200);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(guess("GET", "/api/patients").status, 401);
    api.store().database().executeScript(
        u"ALTER TABLE devices RENAME TO away;"_s); // whoever asks for it is answered 503
    const ReceivedAnswer refused = guess("GET", "/api/patients");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), "1"_ba);
    QCOMPARE(guess("GET", "/health").status, 200); // needs no token
    QCOMPARE(beat(), 200); // a tablet that is known, behind the same address
    QCOMPARE(api.get(Role::Viewer, "/api/patients").status, 200);
    api.store().database().executeScript(u"ALTER TABLE away RENAME TO devices;"_s);
    api.clock().advance(1s);
    QCOMPARE(guess("GET", "/api/patients").status, 401);
}

void RateLimitsTest::limitsLoginsOfAnAddress()
{
    ApiClient api(
        Dialect::Sqlite, {}, ApiClient::Occasion::Earnest, [](ApiOptions &options) { options.rates = small(); });
    const auto login = [&](const QString &name) {
        return api.send(std::nullopt, "POST", "/api/auth/login",
            QJsonObject{{u"username"_s, name}, {u"password"_s, u"not the one"_s}});
    };
    QCOMPARE(login(u"a"_s).status, 401);
    QCOMPARE(login(u"b"_s).status, 401);
    const ReceivedAnswer refused = login(u"c"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), "10"_ba);
    api.clock().advance(10s);
    QCOMPARE(login(u"c"_s).status, 401);
    QCOMPARE(api.breaches(), QStringList());
}

void RateLimitsTest::limitsNobodyWhenOff()
{
    ApiClient api(Dialect::Sqlite, {}, ApiClient::Occasion::Earnest,
        [](ApiOptions &options) { options.rates = RateLimits::off(); });
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(api.send(std::nullopt, "GET", "/api/patients").status, 401);
}

void RateLimitsTest::putsEveryRowIntoAClass()
{
    // What tries out passwords or codes, and what is not limited, is written down here on purpose.
    const QSet<QString> strict{
        u"login"_s, u"register"_s, u"refresh"_s, u"changePassword"_s, u"pairTablet"_s, u"pairDevice"_s};
    const QSet<QString> free{u""_s, u"getHealth"_s, u"getOpenApi"_s, u"getMetrics"_s, u"receiveSms"_s,
        u"receiveStatus"_s, u"answerCall"_s, u"answerCallMenu"_s, u"showUnsubscribe"_s, u"unsubscribe"_s};
    ApiClient api(Dialect::Sqlite);
    for (const Route &route : api.api().routes()) {
        const QString &name = route.operationId;
        const RateClass expected = strict.contains(name)                               ? RateClass::Strict
            : free.contains(name)                                                      ? RateClass::Free
            : route.path.startsWith(u"/api/sync") && !route.path.contains(u"disputes") ? RateClass::Sync
                                                                                       : RateClass::Ordinary;
        QVERIFY2(route.rate == expected, qPrintable(route.path));
    }
}

QTEST_GUILESS_MAIN(RateLimitsTest)
#include "tst_ratelimits.moc"
