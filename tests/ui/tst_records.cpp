#include "tests/support/fakeclock.h"
#include "ui/records/pagedmodel.h"
#include "ui/records/recordwords.h"
#include "ui/records/timewords.h"

#include <QAbstractItemModelTester>
#include <QMutex>
#include <QSemaphore>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Numbers in a list that other threads read, as a service's rows are.
struct Store
{
    QMutex mutex;
    QList<qint64> keys;
    QSemaphore gate{1000}; // emptied to hold every answer back
    QAtomicInt asked;
    bool broken = false;

    Result<Page<qint64>> page(const PageRequest &request)
    {
        asked.fetchAndAddOrdered(1);
        gate.acquire();
        gate.release();
        const QMutexLocker lock(&mutex);
        if (broken)
            return fail(ErrorCode::Unavailable);
        return Page<qint64>{keys.mid(request.offset, request.limit), keys.size()};
    }
};

class Numbers final : public PagedRows<qint64>
{
public:
    explicit Numbers(Store &store)
        : m_store(store)
    {
    }
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole && at(index.row()) ? QVariant(*at(index.row())) : QVariant();
    }
    QList<qint64> shown() const { return rows(); }

protected:
    Query query() const override
    {
        return [&store = m_store](const PageRequest &page) { return store.page(page); };
    }
    qint64 keyOf(const qint64 &row) const override { return row; }

private:
    Store &m_store;
};

QList<qint64> range(qint64 from, qint64 to)
{
    QList<qint64> all;
    for (qint64 key = from; key <= to; ++key)
        all += key;
    return all;
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheRestWhenTheViewAsks()
    {
        Store store;
        store.keys = range(1, 250);
        Numbers model(store);
        const QAbstractItemModelTester tester(&model);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        QCOMPARE(model.total(), 250);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 200);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 250);
        QVERIFY(!model.canFetchMore({}));
    }

    void refreshKeepsTheChosenRow()
    {
        Store store;
        store.keys = range(1, 150);
        Numbers model(store);
        const QAbstractItemModelTester tester(&model);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 100);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 150);
        const QPersistentModelIndex chosen = model.index(40, 0);
        QCOMPARE(chosen.data().toLongLong(), 41);
        store.keys = QList<qint64>{900, 41, 150} + range(1, 30);
        model.refreshSoon();
        QTRY_COMPARE(model.rowCount(), 33);
        QCOMPARE(model.shown(), store.keys);
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.row(), 1);
        QCOMPARE(chosen.data().toLongLong(), 41);
    }

    void manyWishesBecomeOneRead()
    {
        Store store;
        store.keys = {1};
        Numbers model(store);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1);
        const int before = store.asked.loadAcquire();
        store.keys = {1, 2};
        for (int i = 0; i < 50; ++i)
            model.refreshSoon();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(store.asked.loadAcquire(), before + 1);
    }

    void dropsTheAnswerToAnEarlierQuestion()
    {
        Store store;
        store.keys = {1, 2, 3};
        Numbers model(store);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        store.gate.acquire(1000);
        model.reload();
        QTRY_COMPARE(store.asked.loadAcquire(), 1);
        model.reload();
        model.reload();
        store.gate.release(1000);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(store.asked.loadAcquire(), 2);
        QCOMPARE(resets.size(), 1);
    }

    void saysEmptyAndFailedAndRecovers()
    {
        Store store;
        Numbers model(store);
        QCOMPARE(model.state(), PagedModel::State::Loading);
        model.reload();
        QTRY_COMPARE(model.state(), PagedModel::State::Empty);
        store.broken = true;
        model.reload();
        QTRY_COMPARE(model.state(), PagedModel::State::Failed);
        QCOMPARE(model.error().code, ErrorCode::Unavailable);
        store.broken = false;
        store.keys = {7};
        model.reload();
        QTRY_COMPARE(model.state(), PagedModel::State::Ready);
    }

    void saysTimesInTheHospitalsZone_data()
    {
        QTest::addColumn<QDateTime>("utc");
        QTest::addColumn<QString>("words");
        QTest::newRow("today") << QDateTime({2026, 3, 12}, {9, 31}, Qt::UTC) << u"10:31"_s;
        QTest::newRow("today there, yesterday in UTC") << QDateTime({2026, 3, 11}, {23, 30}, Qt::UTC) << u"00:30"_s;
        QTest::newRow("yesterday") << QDateTime({2026, 3, 11}, {16, 5}, Qt::UTC) << u"yesterday, 17:05"_s;
        QTest::newRow("tomorrow") << QDateTime({2026, 3, 13}, {8, 30}, Qt::UTC) << u"tomorrow, 09:30"_s;
        QTest::newRow("this year") << QDateTime({2026, 1, 10}, {8, 30}, Qt::UTC) << u"10 January"_s;
        QTest::newRow("another year") << QDateTime({2024, 1, 10}, {8, 30}, Qt::UTC) << u"10 Jan 2024"_s;
        QTest::newRow("none") << QDateTime() << QString();
    }
    void saysTimesInTheHospitalsZone()
    {
        QFETCH(QDateTime, utc);
        QFETCH(QString, words);
        QLocale::setDefault(QLocale(QLocale::English));
        const FakeClock clock;
        QCOMPARE(TimeWords(clock, "Africa/Douala").relative(utc), words);
    }

    void overallStarsComeBeforeFaceAndMean()
    {
        Feedback feedback;
        QCOMPARE(RecordWords::rating(feedback), std::nullopt);
        feedback.ratings.treatmentSatisfaction = 5;
        feedback.ratings.facilityRating = 2;
        QCOMPARE(RecordWords::rating(feedback), 4);
        feedback.ratings.emojiRating = 2;
        QCOMPARE(RecordWords::rating(feedback), 2);
        feedback.ratings.overallExperience = 1;
        QCOMPARE(RecordWords::rating(feedback), 1);
    }
};

QTEST_MAIN(TestRecords)
#include "tst_records.moc"
