#include "tests/support/consentroom.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString &phone = consentPhone;
const FieldError stopped{u"consent"_s, u"consentStopped"_s};

} // namespace

class ConsentStopsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopHoldsForEveryoneWithTheNumber_data() { TestDatabase::addDialectRows(); }
    void stopHoldsForEveryoneWithTheNumber();
    void stopHoldsForANumberThatNobodyHas_data() { TestDatabase::addDialectRows(); }
    void stopHoldsForANumberThatNobodyHas();
    void whoTakesOverAStoppedNumberIsStopped_data() { TestDatabase::addDialectRows(); }
    void whoTakesOverAStoppedNumberIsStopped();
    void noEditUndoesAStop_data() { TestDatabase::addDialectRows(); }
    void noEditUndoesAStop();
    void newConsentUndoesAStop_data() { TestDatabase::addDialectRows(); }
    void newConsentUndoesAStop();
    void startUndoesStopAndNothingElse_data() { TestDatabase::addDialectRows(); }
    void startUndoesStopAndNothingElse();
    void stoppingTwiceIsStoppingOnce_data() { TestDatabase::addDialectRows(); }
    void stoppingTwiceIsStoppingOnce();
    void unsubscribingHoldsForTheAddress_data() { TestDatabase::addDialectRows(); }
    void unsubscribingHoldsForTheAddress();
    void aRefusalOfEverythingAtTheDeskIsAStop_data() { TestDatabase::addDialectRows(); }
    void aRefusalOfEverythingAtTheDeskIsAStop();
    void manyStopsAtOnceLoseNothing_data() { TestDatabase::addDialectRows(); }
    void manyStopsAtOnceLoseNothing();
};

void ConsentStopsTest::stopHoldsForEveryoneWithTheNumber()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient mother = room.add(u"Ngo Bassa"_s, phone, granted(Channel::Sms));
    const Patient child = room.add(u"Bassa Junior"_s);
    const Patient other = room.add(u"Fokou"_s, u"+237670000002"_s);
    QSignalSpy told(&room.events, &DomainEvents::patientChanged);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    QCOMPARE(told.size(), 2);
    for (const PatientId id : {mother.id, child.id}) {
        for (const auto &purpose : purposeTable.rows)
            QVERIFY(!room.allows(id, Channel::Sms, purpose.value));
        QVERIFY(room.allows(id, Channel::Ivr, Purpose::Appointment));
        QVERIFY(room.allows(id, Channel::Email, Purpose::Appointment));
        const ConsentEntry last = room.log(id).first();
        QCOMPARE(last.method, ConsentMethod::Sms);
        QCOMPARE(last.actorName, QString());
        QCOMPARE(last.detail, u"stop"_s);
    }
    QVERIFY(room.allows(other.id, Channel::Sms, Purpose::Appointment));
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(!room.consents.isStopped(Channel::Ivr, phone));
    QVERIFY(!room.consents.isStopped(Channel::Sms, u"+237670000002"_s));
    QCOMPARE(room.read(mother.id).version, mother.version + 1);
}

void ConsentStopsTest::stopHoldsForANumberThatNobodyHas()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Provider);
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(!room.consents.isStopped(Channel::Sms, {}));
}

void ConsentStopsTest::whoTakesOverAStoppedNumberIsStopped()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    const Patient registered = room.add(u"Ewane"_s, phone, granted(Channel::Sms));
    QVERIFY(!room.allows(registered.id, Channel::Sms, Purpose::Appointment));
    QCOMPARE(room.log(registered.id).first().detail, u"stoppedAddress"_s);
    QCOMPARE(room.log(registered.id).first().method, ConsentMethod::Sms);

    const Patient moving = room.add(u"Fokou"_s, u"+237670000002"_s, granted(Channel::Sms));
    PatientDraft draft = draftOf(moving);
    draft.phoneNumber = phone;
    QVERIFY(room.patients.edit(room.reception, moving.id, draft));
    QVERIFY(!room.allows(moving.id, Channel::Sms, Purpose::Appointment));
    // And an import, whose file says yes to everything.
    PatientDraft row{.name = u"Mbarga"_s,
        .phoneNumber = phone,
        .consent = granted(Channel::Sms),
        .consentMethod = ConsentMethod::Import};
    const QList<Result<Patient>> imported = room.patients.createBatch(room.manager, {row});
    QVERIFY(!room.allows(imported.first()->id, Channel::Sms, Purpose::Appointment));
    QVERIFY(room.consents.isStopped(Channel::Sms, phone));
}

void ConsentStopsTest::noEditUndoesAStop()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s, phone, granted(Channel::Sms));
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    const auto refusedWith = [](const Result<Patient> &answer, const FieldError &error) {
        return !answer && answer.error().fields == QList{error};
    };
    QVERIFY(refusedWith(room.change(patient, Channel::Sms, Purpose::Appointment, ConsentState::Granted), stopped));
    QVERIFY(refusedWith(room.change(patient, Channel::Sms, Purpose::Appointment, {}), stopped));
    // Who read the record before the stop and writes it back whole.
    QVERIFY(refusedWith(room.patients.edit(room.reception, patient.id, draftOf(patient)), stopped));
    // Other fields may change, the number too: that the patient said stop stays true.
    PatientDraft draft = draftOf(room.read(patient.id));
    draft.phoneNumber = u"+237670000002"_s;
    draft.ward = u"Urgences"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft));
    QVERIFY(!room.allows(patient.id, Channel::Sms, Purpose::Appointment));
    QVERIFY(refusedWith(room.change(patient, Channel::Sms, Purpose::Appointment, ConsentState::Granted), stopped));
    // What was not stopped can be changed.
    QVERIFY(room.change(patient, Channel::Email, Purpose::Appointment, ConsentState::Refused));
    QVERIFY(room.change(patient, Channel::Email, Purpose::Appointment, ConsentState::Granted));
}

void ConsentStopsTest::newConsentUndoesAStop()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s);
    const Patient sharing = room.add(u"Ewane Junior"_s);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    room.clock.advance(std::chrono::hours(1));
    const Result<Patient> answer = room.consents.record(room.reception, patient.id,
        {.channel = Channel::Sms,
            .purpose = Purpose::Appointment,
            .state = ConsentState::Granted,
            .method = ConsentMethod::Desk});
    QVERIFY(answer);
    QCOMPARE(*answer, room.read(patient.id));
    QVERIFY(room.allows(patient.id, Channel::Sms, Purpose::Appointment));
    QVERIFY(!room.allows(patient.id, Channel::Sms, Purpose::Medication)); // was not asked about
    QVERIFY(!room.allows(sharing.id, Channel::Sms, Purpose::Appointment)); // said nothing
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
    const ConsentEntry last = room.log(patient.id).first();
    QCOMPARE(last.actorName, u"reception"_s);
    QCOMPARE(last.at, room.clock.now());
    // From now on it is an ordinary consent again.
    QVERIFY(room.change(patient, Channel::Sms, Purpose::Appointment, ConsentState::Refused));
    QVERIFY(room.change(patient, Channel::Sms, Purpose::Appointment, ConsentState::Granted));
    for (const ConsentMethod claimed : {ConsentMethod::Provider, ConsentMethod::Import}) {
        const Result<Patient> refused
            = room.consents.record(room.reception, patient.id, {.channel = Channel::Sms, .method = claimed});
        QCOMPARE(refused.error().fields, (QList<FieldError>{{u"method"_s, u"unknownValue"_s}}));
    }
}

void ConsentStopsTest::startUndoesStopAndNothingElse()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    Consent consent = granted(Channel::Sms);
    consent[{Channel::Sms, Purpose::Results}] = ConsentState::Refused; // at the desk
    const Patient patient = room.add(u"Ewane"_s, phone, consent);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    room.consents.recordOptIn(Channel::Sms, phone, ConsentMethod::Sms);
    QVERIFY(!room.consents.isStopped(Channel::Sms, phone));
    QVERIFY(room.allows(patient.id, Channel::Sms, Purpose::Appointment));
    QVERIFY(!room.allows(patient.id, Channel::Sms, Purpose::Results));
    QVERIFY(!room.allows(patient.id, Channel::Sms, Purpose::Survey)); // asked for anew
    QVERIFY(!room.read(patient.id).consent.contains({Channel::Sms, Purpose::Survey}));
    QCOMPARE(room.log(patient.id).first().detail, u"start"_s);
    // And stop after start.
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    QVERIFY(!room.allows(patient.id, Channel::Sms, Purpose::Appointment));
}

void ConsentStopsTest::stoppingTwiceIsStoppingOnce()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
    const QList<ConsentEntry> once = room.log(patient.id);
    const Patient after = room.read(patient.id);
    room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Provider);
    QCOMPARE(room.log(patient.id), once);
    QCOMPARE(room.read(patient.id), after);
}

void ConsentStopsTest::unsubscribingHoldsForTheAddress()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient
        = room.patients.create(room.reception, {.name = u"Ewane"_s, .email = u"Ewane@Example.org"_s}).value();
    room.consents.recordOptOut(Channel::Email, u"ewane@example.org"_s, ConsentMethod::Email, patient.id);
    QVERIFY(!room.allows(patient.id, Channel::Email, Purpose::Appointment));
    QVERIFY(room.consents.isStopped(Channel::Email, u"EWANE@example.org"_s));
    QCOMPARE(room.log(patient.id).first().method, ConsentMethod::Email);
}

void ConsentStopsTest::aRefusalOfEverythingAtTheDeskIsAStop()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    const Patient patient = room.add(u"Ewane"_s, phone, granted(Channel::Ivr));
    QVERIFY(room.consents.record(room.reception, patient.id,
        {.channel = Channel::Ivr, .state = ConsentState::Refused, .method = ConsentMethod::Desk}));
    QVERIFY(!room.allows(patient.id, Channel::Ivr, Purpose::Appointment));
    QVERIFY(!room.change(patient, Channel::Ivr, Purpose::Appointment, ConsentState::Granted));
    QVERIFY(!room.consents.isStopped(Channel::Ivr, phone)); // of this patient, not of whoever shares the telephone
    QVERIFY(room.consents.record(room.reception, patient.id, {.channel = Channel::Ivr}));
    QVERIFY(room.allows(patient.id, Channel::Ivr, Purpose::Appointment));
}

void ConsentStopsTest::manyStopsAtOnceLoseNothing()
{
    QFETCH(Dialect, dialect);
    ConsentRoom room(dialect);
    QList<PatientId> ids;
    for (int i = 0; i < 4; ++i)
        ids += room.add(u"Ewane %1"_s.arg(i)).id;
    room.store.database().closeThread();
    std::vector<std::thread> doors;
    for (int i = 0; i < 4; ++i) {
        doors.emplace_back([&] {
            room.consents.recordOptOut(Channel::Sms, phone, ConsentMethod::Sms);
            room.store.database().closeThread();
        });
    }
    for (std::thread &door : doors)
        door.join();
    for (const PatientId id : ids) {
        QVERIFY(!room.allows(id, Channel::Sms, Purpose::Appointment));
        QCOMPARE(room.log(id).size(), qsizetype(purposeTable.rows.size()));
    }
}

QTEST_GUILESS_MAIN(ConsentStopsTest)
#include "tst_consentstops.moc"
