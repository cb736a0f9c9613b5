#include "app/services/deviceservice.h"
#include "db/auditrepository.h"
#include "tests/support/room.h"

#include <QSignalSpy>
#include <QSqlRecord>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct DeviceRoom : Room
{
    using Room::Room;

    NewDevice add(const QString &name = u"Maternité, salle 2"_s)
    {
        return devices.add(admin, {.name = name, .ward = u"Maternité"_s}).value();
    }
    PairedDevice paired() { return devices.pair(add().code.code, u"1.0"_s, u"Android 14"_s).value(); }

    const Session admin{{}, u"admin"_s, Role::Admin};
    DeviceService devices{store.database(), store.cipher(), clock, events};
    DeviceService otherDesk{store.database(), store.cipher(), clock, events};
};

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode(-1) : result.error().code;
}

} // namespace

class DevicesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { }

    void pairsATabletByItsCode();
    void acceptsACodeAsPeopleTypeIt();
    void pairsOnlyOnce();
    void pairsOnlyOnceAlsoWhenManyTryAtOnce();
    void letsACodeRunOut();
    void replacesACodeByANewOne();
    void keepsNeitherCodeNorTokenInPlain();
    void tellsNothingOfWhyACodeFails();
    void revokesAtOnceHereAndSoonElsewhere();
    void letsTheFormerTabletGoWhenANewOneTakesItsPlace();
    void refusesTokensThatAreNone();
    void refusesBrokenDrafts();
    void renamesAndMoves();
    void writesReportsAtMostEveryTwentySeconds();
    void keepsWhatATabletSaysShowable();
    void belongsToAdministrators();
    void tellsTheAudit();
};

void DevicesTest::pairsATabletByItsCode()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    QSignalSpy changed(&room.events, &DomainEvents::devicesChanged);
    const NewDevice added = room.add();
    QCOMPARE(added.device.status, DeviceStatus::Waiting);
    QCOMPARE(added.code.code.size(), pairingCodeLength);
    QCOMPARE(added.code.expiresAt, room.clock.now().addSecs(600));
    QCOMPARE(normalisedPairingCode(added.code.code), added.code.code);
    const PairedDevice paired = room.devices.pair(added.code.code, u"1.0"_s, u"Android 14"_s).value();
    QCOMPARE(paired.device.id, added.device.id);
    QCOMPARE(paired.device.status, DeviceStatus::Active);
    QCOMPARE(paired.device.pairedAt, room.clock.now());
    QCOMPARE(paired.device.version, u"1.0"_s);
    QCOMPARE(paired.device.platform, u"Android 14"_s);
    const Session session = room.devices.authenticate(paired.token).value();
    QCOMPARE(session, (Session{{}, u"Maternité, salle 2"_s, Role::Device, added.device.id}));
    QCOMPARE(room.devices.own(session).value(), paired.device);
    QCOMPARE(room.devices.find(room.admin, added.device.id).value(), paired.device);
    QCOMPARE(room.devices.list(room.admin, {})->items, QList<Device>{paired.device});
    QCOMPARE(changed.count(), 2);
}

void DevicesTest::acceptsACodeAsPeopleTypeIt()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const QString code = room.add().code.code;
    const QString typed = u' ' + code.first(4).toLower() + u" - "_s + code.sliced(4) + u'\n';
    QVERIFY(room.devices.pair(typed, {}, {}).has_value());
}

void DevicesTest::pairsOnlyOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const QString code = room.add().code.code;
    const PairedDevice first = room.devices.pair(code, {}, {}).value();
    QCOMPARE(codeOf(room.devices.pair(code, {}, {})), ErrorCode::NotFound);
    QVERIFY(room.devices.authenticate(first.token).has_value());
}

void DevicesTest::pairsOnlyOnceAlsoWhenManyTryAtOnce()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    for (int round = 0; round < 10; ++round) {
        const QString code = room.add(u"Salle %1"_s.arg(round)).code.code;
        std::atomic<int> pairs = 0;
        std::vector<std::thread> tablets;
        for (int i = 0; i < 4; ++i) {
            DeviceService &desk = i % 2 ? room.devices : room.otherDesk;
            tablets.emplace_back([&] { pairs += desk.pair(code, {}, {}) ? 1 : 0; });
        }
        for (std::thread &tablet : tablets)
            tablet.join();
        QCOMPARE(pairs.load(), 1);
    }
}

void DevicesTest::letsACodeRunOut()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const QString inTime = room.add(u"A"_s).code.code;
    const QString tooLate = room.add(u"B"_s).code.code;
    room.clock.advance(10min - 1ms);
    QVERIFY(room.devices.pair(inTime, {}, {}).has_value());
    room.clock.advance(1ms);
    QCOMPARE(codeOf(room.devices.pair(tooLate, {}, {})), ErrorCode::NotFound);
}

void DevicesTest::replacesACodeByANewOne()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const NewDevice added = room.add();
    const PairingCode next = room.devices.newCode(room.admin, added.device.id).value();
    QVERIFY(next.code != added.code.code);
    QCOMPARE(codeOf(room.devices.pair(added.code.code, {}, {})), ErrorCode::NotFound);
    QVERIFY(room.devices.pair(next.code, {}, {}).has_value());
    QCOMPARE(codeOf(room.devices.newCode(room.admin, {999})), ErrorCode::NotFound);
}

void DevicesTest::keepsNeitherCodeNorTokenInPlain()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice paired = room.paired();
    const QString code = room.add(u"B"_s).code.code;
    QSqlQuery &query = room.store.database().execute(u"SELECT * FROM devices"_s);
    int cells = 0;
    while (query.next()) {
        for (int column = 0; column < query.record().count(); ++column, ++cells) {
            const QString cell = query.value(column).toString();
            QVERIFY(!cell.contains(code));
            QVERIFY(!cell.contains(QString::fromLatin1(paired.token)));
        }
    }
    QCOMPARE(cells, 28);
}

void DevicesTest::tellsNothingOfWhyACodeFails()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const NewDevice revoked = room.add(u"A"_s);
    QVERIFY(room.devices.revoke(room.admin, revoked.device.id).has_value());
    const QString expired = room.add(u"B"_s).code.code;
    room.clock.advance(11min);
    for (const QString &code : {revoked.code.code, expired, u"ZZZZZZZZ"_s, u""_s, u"0"_s, u"Ñ"_s.repeated(8)})
        QCOMPARE(room.devices.pair(code, {}, {}).error(), Error{ErrorCode::NotFound});
}

void DevicesTest::revokesAtOnceHereAndSoonElsewhere()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice paired = room.paired();
    QVERIFY(room.devices.authenticate(paired.token).has_value());
    const Session session = room.otherDesk.authenticate(paired.token).value();
    QCOMPARE(room.devices.revoke(room.admin, paired.device.id)->status, DeviceStatus::Revoked);
    QCOMPARE(codeOf(room.devices.authenticate(paired.token)), ErrorCode::Unauthenticated);
    QCOMPARE(codeOf(room.devices.own(session)), ErrorCode::Forbidden);
    QVERIFY(room.otherDesk.authenticate(paired.token).has_value()); // it remembers, so that a request costs no query
    room.clock.advance(3s);
    QCOMPARE(codeOf(room.otherDesk.authenticate(paired.token)), ErrorCode::Unauthenticated);
    QVERIFY(room.devices.revoke(room.admin, paired.device.id).has_value());
    QCOMPARE(codeOf(room.devices.newCode(room.admin, paired.device.id)), ErrorCode::Conflict);
}

void DevicesTest::letsTheFormerTabletGoWhenANewOneTakesItsPlace()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice former = room.paired();
    const PairingCode code = room.devices.newCode(room.admin, former.device.id).value();
    QVERIFY(room.devices.authenticate(former.token).has_value());
    const PairedDevice next = room.devices.pair(code.code, {}, {}).value();
    QCOMPARE(codeOf(room.devices.authenticate(former.token)), ErrorCode::Unauthenticated);
    QVERIFY(room.devices.authenticate(next.token).has_value());
}

void DevicesTest::refusesTokensThatAreNone()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice paired = room.paired();
    QByteArray other = paired.token;
    other[5] = other[5] == 'A' ? 'B' : 'A';
    for (const QByteArray &token : {QByteArray(), QByteArray("x"), other, paired.token + 'A', paired.token.toLower()})
        QCOMPARE(codeOf(room.devices.authenticate(token)), ErrorCode::Unauthenticated);
}

void DevicesTest::refusesBrokenDrafts()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const QList<FieldError> nameless{{u"name"_s, u"required"_s}};
    QCOMPARE(room.devices.add(room.admin, {.name = u"  "_s}).error().fields, nameless);
    QCOMPARE(room.devices.add(room.admin, {.name = u"x"_s.repeated(81)}).error().fields.at(0).key, u"tooLong"_s);
    QCOMPARE(room.devices.edit(room.admin, room.add().device.id, {}).error().fields, nameless);
    QCOMPARE(room.number(u"SELECT count(*) FROM devices"_s), 1);
}

void DevicesTest::renamesAndMoves()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice paired = room.paired();
    QVERIFY(room.devices.authenticate(paired.token).has_value());
    const Device moved
        = room.devices.edit(room.admin, paired.device.id, {.name = u" Urgences  1 "_s, .ward = u"Urgences"_s}).value();
    QCOMPARE(moved.name, u"Urgences 1"_s);
    QCOMPARE(moved.ward, u"Urgences"_s);
    const Session session = room.devices.authenticate(paired.token).value();
    QCOMPARE(session.username, u"Urgences 1"_s);
    QCOMPARE(room.devices.own(session)->ward, u"Urgences"_s);
    QCOMPARE(codeOf(room.devices.edit(room.admin, {999}, {.name = u"x"_s})), ErrorCode::NotFound);
}

void DevicesTest::writesReportsAtMostEveryTwentySeconds()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const Session session = room.devices.authenticate(room.paired().token).value();
    const auto stored = [&] { return room.devices.find(room.admin, session.device).value(); };
    room.clock.advance(1s);
    room.devices.recordReport(session, {.queueLength = 7, .battery = 0.5, .version = u"1.1"_s});
    const Device first = stored();
    QCOMPARE(first.lastSeen, room.clock.now());
    QCOMPARE(first.queueLength, 7);
    QCOMPARE(first.battery, 0.5);
    QCOMPARE(first.version, u"1.1"_s);
    room.clock.advance(19'999ms);
    room.devices.recordReport(session, {.queueLength = 6});
    QCOMPARE(stored(), first);
    room.clock.advance(1ms);
    room.devices.recordReport(session, {.queueLength = 5});
    QCOMPARE(stored().queueLength, 5);
    QCOMPARE(stored().battery, std::nullopt);
    QCOMPARE(stored().version, u"1.1"_s);
    QCOMPARE(stored().lastSeen, room.clock.now());
}

void DevicesTest::keepsWhatATabletSaysShowable()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const QString odd = u"a"_s + QChar(0) + QChar(0xd800) + u"\x1b[31mb"_s + u"c"_s.repeated(500);
    const PairedDevice paired = room.devices.pair(room.add().code.code, odd, odd).value();
    QVERIFY(paired.device.platform.startsWith(u"a[31mbc"_s));
    QVERIFY(paired.device.platform.size() <= longestDeviceText);
    QCOMPARE(paired.device.version, paired.device.platform);
}

void DevicesTest::belongsToAdministrators()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const DeviceId id = room.add().device.id;
    for (const Session &who : {room.manager, room.reception, room.viewer, room.device}) {
        QCOMPARE(codeOf(room.devices.add(who, {.name = u"x"_s})), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.devices.newCode(who, id)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.devices.edit(who, id, {.name = u"x"_s})), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.devices.revoke(who, id)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.devices.find(who, id)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.devices.list(who, {})), ErrorCode::Forbidden);
    }
    QCOMPARE(codeOf(room.devices.own(room.admin)), ErrorCode::Forbidden);
}

void DevicesTest::tellsTheAudit()
{
    QFETCH_GLOBAL(Dialect, dialect);
    DeviceRoom room(dialect);
    const PairedDevice paired = room.paired();
    QVERIFY(room.devices.edit(room.admin, paired.device.id, {.name = u"B"_s}).has_value());
    QVERIFY(room.devices.newCode(room.admin, paired.device.id).has_value());
    QVERIFY(room.devices.revoke(room.admin, paired.device.id).has_value());
    QStringList lines;
    QSqlQuery &query = room.store.database().execute(
        u"SELECT actor_name, action, detail FROM audit WHERE entity = 'device' AND entity_id = ? ORDER BY id"_s,
        {paired.device.id.value});
    while (query.next())
        lines += query.value(0).toString() + u' ' + query.value(1).toString() + u' ' + query.value(2).toString();
    QCOMPARE(lines,
        (QStringList{u"admin created "_s, u"Maternité, salle 2 paired "_s, u"admin edited name ward"_s,
            u"admin codeMade "_s, u"admin revoked "_s}));
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "tst_devices.moc"
