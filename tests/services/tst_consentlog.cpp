#include "tests/support/consentroom.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString &phone = consentPhone;

} // namespace

class ConsentLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDoorWritesWhoWhenAndHow_data() { TestDatabase::addDialectRows(); }
    void everyDoorWritesWhoWhenAndHow();
    void anEditOfOtherFieldsWritesNothing_data() { TestDatabase::addDialectRows(); }
    void anEditOfOtherFieldsWritesNothing();
    void saysHowEachConsentCameAbout_data() { TestDatabase::addDialectRows(); }
    void saysHowEachConsentCameAbout();
    void pagesTheLogNewestFirst_data() { TestDatabase::addDialectRows(); }
    void pagesTheLogNewestFirst();
    void oneWordHasOneMoment_data() { TestDatabase::addDialectRows(); }
    void oneWordHasOneMoment();
    void theStoreHoldsNoNumberInPlain_data() { TestDatabase::addDialectRows(); }
    void theStoreHoldsNoNumberInPlain();
    void asksForPermission();
};

void ConsentLogTest::everyDoorWritesWhoWhenAndHow()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient
        = room.add(u"Ewane"_s, phone, {{{Channel::Sms, Purpose::Appointment}, ConsentState::Granted}});
    QList<ConsentEntry> log = room.log(patient.id);
    QCOMPARE(log.size(), 1);
    QCOMPARE(log.first().state, std::optional(ConsentState::Granted));
    QCOMPARE(log.first().channel, Channel::Sms);
    QCOMPARE(log.first().purpose, Purpose::Appointment);
    QCOMPARE(log.first().actorName, u"reception"_s);
    QCOMPARE(log.first().method, ConsentMethod::Desk);
    QCOMPARE(log.first().at, room.clock.now());

    room.clock.advance(std::chrono::minutes(1));
    QVERIFY(room.change(patient, Channel::Email, Purpose::Survey, ConsentState::Refused));
    QVERIFY(room.change(patient, Channel::Sms, Purpose::Appointment, {}));
    log = room.log(patient.id);
    QCOMPARE(log.size(), 3);
    QCOMPARE(log.at(0).state, std::nullopt);
    QCOMPARE(log.at(1).state, std::optional(ConsentState::Refused));
    QCOMPARE(log.at(1).method, ConsentMethod::Api);
    QCOMPARE(log.at(1).at, room.clock.now());
}

void ConsentLogTest::anEditOfOtherFieldsWritesNothing()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s, phone, granted(Channel::Sms));
    PatientDraft draft = draftOf(patient);
    draft.ward = u"Urgences"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft));
    QCOMPARE(room.log(patient.id).size(), qsizetype(purposeTable.rows.size()));
}

void ConsentLogTest::saysHowEachConsentCameAbout()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    const QList<ConsentStanding> standing = room.consents.standing(room.viewer, patient.id).value();
    QCOMPARE(standing.size(), qsizetype(channelTable.rows.size() * purposeTable.rows.size()));
    for (const ConsentStanding &one : standing) {
        QCOMPARE(one.state.has_value(), one.channel == Channel::Sms);
        QCOMPARE(one.said.has_value(), one.channel == Channel::Sms);
        QVERIFY(!one.said || isStop(*one.said));
    }
    // A consent from before there was a log.
    room.store.database().execute(u"DELETE FROM consents"_s);
    QVERIFY(!room.consents.standing(room.viewer, patient.id)->first().said);
}

void ConsentLogTest::pagesTheLogNewestFirst()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s);
    for (int i = 0; i < 5; ++i) {
        room.clock.advance(std::chrono::minutes(1));
        QVERIFY(room.consents.record(room.reception, patient.id, {.purpose = Purpose::Survey}));
    }
    const Page<ConsentEntry> page = room.consents.log(room.viewer, patient.id, {.limit = 2, .offset = 1}).value();
    QCOMPARE(page.total, 5);
    QCOMPARE(page.items.size(), 2);
    QCOMPARE(page.items.first().at, room.clock.now().addSecs(-60));
    QVERIFY(room.consents.log(room.viewer, {9999}, {}).error().code == ErrorCode::NotFound);
}

void ConsentLogTest::oneWordHasOneMoment()
{
    struct TickingClock final : Clock
    {
        QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(++ticks, Qt::UTC); }
        mutable qint64 ticks = 1'000'000'000;
    };
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s);
    const TickingClock clock;
    ConsentService(room.store.database(), room.store.cipher(), clock, room.events)
        .recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    const QList<ConsentEntry> log = room.log(patient.id);
    QCOMPARE(log.size(), qsizetype(purposeTable.rows.size()));
    for (const ConsentEntry &entry : log)
        QCOMPARE(entry.at, log.first().at);
}

void ConsentLogTest::theStoreHoldsNoNumberInPlain()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    QCOMPARE(room.number(u"SELECT count(*) FROM opt_outs"_s), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM opt_outs WHERE CAST(tag AS TEXT) LIKE '%670000001%'"_s), 0);
}

void ConsentLogTest::asksForPermission()
{
    ConsentRoom room(Dialect::Sqlite);
    const Patient patient = room.add(u"Ewane"_s);
    QCOMPARE(room.consents.record(room.viewer, patient.id, {}).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.consents.log(room.device, patient.id, {}).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.consents.standing(room.device, patient.id).error().code, ErrorCode::Forbidden);
    QCOMPARE(room.consents.record(room.reception, {9999}, {}).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(ConsentLogTest)
#include "tst_consentlog.moc"
