#include "tests/server/rawclient.h"
#include "tests/server/runningserver.h"

#include <QtTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n";
}

// A store that takes its time to keep what was answered together.
struct SlowStore
{
    HttpServerOptions options()
    {
        HttpServerOptions made;
        made.grouping.includes = [](Method, const QByteArray &path) { return path.startsWith("/write"); };
        made.grouping.together = [this](const std::function<void()> &work) {
            ++groups;
            work();
            const int answered = inHand.exchange(0);
            largest = std::max(largest.load(), answered);
            QThread::msleep(milliseconds);
            kept += isBroken ? 0 : answered;
            return !isBroken;
        };
        return made;
    }
    HttpHandler handler()
    {
        return [this](const HttpRequest &request) {
            if (request.path.startsWith("/write")) {
                ++inHand;
                QThread::msleep(handling);
            }
            return HttpResponse{200, {}, request.path + ' ' + QByteArray::number(kept)};
        };
    }

    std::atomic<int> inHand = 0;
    std::atomic<int> kept = 0;
    std::atomic<int> groups = 0;
    std::atomic<int> largest = 0;
    std::atomic<bool> isBroken = false;
    std::atomic<int> milliseconds = 20;
    std::atomic<int> handling = 0; // ms
};

} // namespace

// Requests that wait for the disk together.
class GroupLaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWhatWaitsTogether()
    {
        SlowStore store;
        RunningServer server(store.handler(), store.options());
        std::atomic<int> right = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 40; ++i) {
            clients.emplace_back([&, i] {
                RawClient client(server.port());
                for (int round = 0; round < 5; ++round) {
                    const QByteArray path = "/write/" + QByteArray::number(i) + '/' + QByteArray::number(round);
                    client.send(get(path));
                    const RawResponse response = client.receive(30'000);
                    right += response.status == 200 && response.body.startsWith(path + ' ') ? 1 : 0;
                }
            });
        }
        for (std::thread &client : clients)
            client.join();
        QCOMPARE(right.load(), 200);
        QCOMPARE(store.kept.load(), 200);
        QVERIFY2(store.groups < 100, qPrintable(QString::number(store.groups)));
        QVERIFY(store.largest <= 50);
    }

    void answersNothingBeforeItIsKept()
    {
        SlowStore store;
        store.milliseconds = 200;
        RunningServer server(store.handler(), store.options());
        RawClient client(server.port());
        client.send(get("/write"));
        QTRY_COMPARE(store.groups.load(), 1);
        QCOMPARE(store.kept.load(), 0);
        QCOMPARE(client.receive().status, 200);
        QCOMPARE(store.kept.load(), 1);
    }

    void keepsNobodyElseWaiting()
    {
        SlowStore store;
        store.milliseconds = 1000;
        HttpServerOptions options = store.options();
        options.threads = 1;
        RunningServer server(store.handler(), options);
        RawClient writer(server.port());
        writer.send(get("/write"));
        QTRY_COMPARE(store.groups.load(), 1);
        RawClient reader(server.port());
        QElapsedTimer elapsed;
        elapsed.start();
        reader.send(get("/read"));
        QCOMPARE(reader.receive().body, "/read 0");
        QVERIFY2(elapsed.elapsed() < 700, qPrintable(QString::number(elapsed.elapsed())));
        QCOMPARE(writer.receive().status, 200);
    }

    void asksToComeAgainWhenNothingIsKept()
    {
        SlowStore store;
        store.isBroken = true;
        RunningServer server(store.handler(), store.options());
        RawClient client(server.port());
        client.send(get("/write"));
        const RawResponse refused = client.receive();
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.header("Retry-After"), "1");
        store.isBroken = false;
        client.send(get("/write"));
        QCOMPARE(client.receive().status, 200);
    }

    // Of a store that is locked each would find out by itself, one after the other.
    void asksAllWhoWaitToComeAgain()
    {
        SlowStore store;
        store.isBroken = true;
        store.handling = 100;
        RunningServer server(store.handler(), store.options());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(get("/write"));
        }
        for (const auto &client : clients)
            QCOMPARE(client->receive().status, 503);
        QVERIFY2(store.groups < 10, qPrintable(QString::number(store.groups)));
    }

    void finishesNoMoreThanIsInHandWhenTheServerStops()
    {
        SlowStore store;
        store.handling = 100;
        RunningServer server(store.handler(), store.options());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            clients.back()->send(get("/write"));
        }
        QTRY_VERIFY(store.groups > 1); // the others were taken up together by now
        const int before = store.groups;
        server.stop();
        QVERIFY2(store.groups <= before + 2, qPrintable(u"%1 after %2"_s.arg(store.groups).arg(before)));
    }

    void answersInOrderBesideTheOthers()
    {
        SlowStore store;
        RunningServer server(store.handler(), store.options());
        RawClient client(server.port());
        client.send(get("/1") + get("/write/2") + get("/3") + get("/write/4"));
        for (const QByteArray &path : {"/1", "/write/2", "/3", "/write/4"})
            QVERIFY(client.receive().body.startsWith(path + ' '));
    }

    void survivesClientsThatLeaveAndAServerThatStops()
    {
        SlowStore store;
        RunningServer server(store.handler(), store.options());
        for (int i = 0; i < 50; ++i) {
            RawClient client(server.port());
            client.send(get("/write"));
        }
        RawClient waiting(server.port());
        waiting.send(get("/write"));
        QElapsedTimer elapsed;
        elapsed.start();
        server.stop();
        QVERIFY(elapsed.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(GroupLaneTest)
#include "tst_grouplane.moc"
