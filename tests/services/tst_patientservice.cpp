#include "tests/support/room.h"

#include <QSignalSpy>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

PatientDraft fullDraft()
{
    PatientDraft draft{.patientNumber = u"hgd-1"_s,
        .name = u"Ewane Émilienne"_s,
        .email = u"ewane@example.cm"_s,
        .phoneNumber = u"670 12 34 56"_s,
        .birthDate = QDate(1980, 5, 17),
        .gender = Gender::Female,
        .condition = u"Hypertension"_s,
        .preferredLanguage = Language::Duala,
        .ward = u"Maternité"_s,
        .registrationDate = QDateTime({2025, 1, 2}, {3, 4}, Qt::UTC),
        .phoneIsShared = true};
    draft.consent[{Channel::Sms, Purpose::Appointment}] = ConsentState::Granted;
    draft.consent[{Channel::Email, Purpose::Survey}] = ConsentState::Refused;
    return draft;
}

Error errorOf(const auto &result)
{
    return result ? Error{} : result.error();
}

} // namespace

class PatientServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryField_data() { TestDatabase::addDialectRows(); }
    void keepsEveryField();
    void changesEveryField_data() { TestDatabase::addDialectRows(); }
    void changesEveryField();
    void givesNumbersThatAreFree_data() { TestDatabase::addDialectRows(); }
    void givesNumbersThatAreFree();
    void refusesANumberThatIsTaken_data() { TestDatabase::addDialectRows(); }
    void refusesANumberThatIsTaken();
    void twoDesksWithOneNumberMakeOnePatient_data() { TestDatabase::addDialectRows(); }
    void twoDesksWithOneNumberMakeOnePatient();
    void batchKeepsTheGoodOnes_data() { TestDatabase::addDialectRows(); }
    void batchKeepsTheGoodOnes();
    void refusesAnAccountThatDoesNotExist_data() { TestDatabase::addDialectRows(); }
    void refusesAnAccountThatDoesNotExist();
    void refusesAnOldVersion_data() { TestDatabase::addDialectRows(); }
    void refusesAnOldVersion();
    void anEditThatChangesNothingIsNoEdit_data() { TestDatabase::addDialectRows(); }
    void anEditThatChangesNothingIsNoEdit();
    void deletesWithoutHistoryAndArchivesWith_data() { TestDatabase::addDialectRows(); }
    void deletesWithoutHistoryAndArchivesWith();
    void aPatientIsFoundByTheNewNameOnly_data() { TestDatabase::addDialectRows(); }
    void aPatientIsFoundByTheNewNameOnly();
    void takesOverFeedbackThatWaited_data() { TestDatabase::addDialectRows(); }
    void takesOverFeedbackThatWaited();
    void auditNamesFieldsNotValues_data() { TestDatabase::addDialectRows(); }
    void auditNamesFieldsNotValues();
    void warnsOfDuplicates_data() { TestDatabase::addDialectRows(); }
    void warnsOfDuplicates();
    void timeLineHasEverythingNewestFirst_data() { TestDatabase::addDialectRows(); }
    void timeLineHasEverythingNewestFirst();
    void eachRoleMayWhatTheTableSays();
    void tellsOnlyWhatWasCommitted();
};

void PatientServiceTest::keepsEveryField()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Result<Patient> created = room.patients.create(room.reception, fullDraft());
    QVERIFY(created.has_value());
    QCOMPARE(created->patientNumber, u"HGD-1"_s);
    QCOMPARE(created->phoneNumber, u"+237670123456"_s);
    QCOMPARE(created->birthYear, 1980);
    QCOMPARE(created->lastActivity, room.clock.now());
    QCOMPARE(room.patients.find(room.viewer, created->id).value(), *created);
    QCOMPARE(room.patients.findByNumber(room.viewer, u" hgd-1 "_s).value(), *created);
    const Page<Patient> page = room.patients.list(room.viewer, {}, {}).value();
    QCOMPARE(page.items, QList<Patient>{*created});
    QCOMPARE(page.total, 1);
    const Result<Patient> bare = room.patients.create(room.reception, {.name = u"Ngo"_s, .age = 30});
    QCOMPARE(room.patients.find(room.viewer, bare->id).value(), *bare);
}

void PatientServiceTest::changesEveryField()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient before = room.patients.create(room.reception, {.name = u"A"_s}).value();
    room.clock.advance(std::chrono::minutes(1));
    PatientDraft draft = fullDraft();
    draft.archived = true;
    const Patient after = room.patients.edit(room.reception, before.id, draft, before.version).value();
    QCOMPARE(after.version, before.version + 1);
    QCOMPARE(after.updatedAt, room.clock.now());
    QCOMPARE(room.patients.find(room.viewer, before.id).value(), after);
    QCOMPARE(room.patients.edit(room.reception, before.id, draftOf(after)).value(), after);
}

void PatientServiceTest::givesNumbersThatAreFree()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QVERIFY(room.patients.create(room.reception, {.patientNumber = u"p000002"_s, .name = u"A"_s}).has_value());
    QCOMPARE(room.patients.create(room.reception, {.name = u"B"_s})->patientNumber, u"P000001"_s);
    QCOMPARE(room.patients.create(room.reception, {.name = u"C"_s})->patientNumber, u"P000003"_s);
}

void PatientServiceTest::refusesANumberThatIsTaken()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Error taken{.code = ErrorCode::Conflict, .fields = {{u"patient_id"_s, u"taken"_s}}};
    QVERIFY(room.patients.create(room.reception, {.patientNumber = u"A1"_s, .name = u"A"_s}).has_value());
    QCOMPARE(errorOf(room.patients.create(room.reception, {.patientNumber = u"a1"_s, .name = u"B"_s})), taken);
    const Patient other = room.patients.create(room.reception, {.name = u"C"_s}).value();
    PatientDraft draft = draftOf(other);
    draft.patientNumber = u"A1"_s;
    QCOMPARE(errorOf(room.patients.edit(room.reception, other.id, draft)), taken);
    QCOMPARE(room.patients.find(room.viewer, other.id).value(), other);
}

void PatientServiceTest::twoDesksWithOneNumberMakeOnePatient()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    for (int round = 0; round < 10; ++round) {
        const PatientDraft draft{.patientNumber = u"R%1"_s.arg(round), .name = u"A"_s};
        std::atomic<int> created = 0;
        std::atomic<int> taken = 0;
        const auto register_ = [&] {
            const Result<Patient> result = room.patients.create(room.reception, draft);
            ++(result ? created : taken);
            room.store.database().closeThread();
        };
        std::thread one(register_);
        std::thread two(register_);
        one.join();
        two.join();
        QCOMPARE(created.load(), 1);
        QCOMPARE(taken.load(), 1);
    }
    QCOMPARE(room.patients.list(room.viewer, {}, {})->total, 10);
}

void PatientServiceTest::batchKeepsTheGoodOnes()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const QList<Result<Patient>> answers = room.patients.createBatch(room.reception,
        {{.patientNumber = u"A1"_s, .name = u"A"_s}, {.name = u""_s}, {.patientNumber = u"A1"_s, .name = u"B"_s},
            {.name = u"C"_s}});
    QCOMPARE(answers.size(), 4);
    QVERIFY(answers.at(0).has_value());
    QCOMPARE(errorOf(answers.at(1)).code, ErrorCode::Invalid);
    QCOMPARE(errorOf(answers.at(2)).code, ErrorCode::Conflict);
    QVERIFY(answers.at(3).has_value());
    QCOMPARE(room.patients.list(room.viewer, {}, {})->total, 2);
}

void PatientServiceTest::refusesAnAccountThatDoesNotExist()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QCOMPARE(errorOf(room.patients.create(room.reception, {.name = u"A"_s, .user = UserId{99}})),
        (Error{.code = ErrorCode::Conflict, .fields = {{u"user_id"_s, u"unknownValue"_s}}}));
}

void PatientServiceTest::refusesAnOldVersion()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, {.name = u"A"_s}).value();
    PatientDraft draft = draftOf(patient);
    draft.ward = u"Urgences"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft, 1).has_value());
    draft.ward = u"Maternité"_s;
    QCOMPARE(errorOf(room.patients.edit(room.reception, patient.id, draft, 1)).code, ErrorCode::VersionMismatch);
    QCOMPARE(errorOf(room.patients.remove(room.manager, patient.id, 1)).code, ErrorCode::VersionMismatch);
    QCOMPARE(room.patients.find(room.viewer, patient.id)->ward, u"Urgences"_s);
}

void PatientServiceTest::anEditThatChangesNothingIsNoEdit()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, fullDraft()).value();
    QSignalSpy changed(&room.events, &DomainEvents::patientChanged);
    room.clock.advance(std::chrono::hours(1));
    QCOMPARE(room.patients.edit(room.reception, patient.id, draftOf(patient)).value(), patient);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit"_s), 1);
}

void PatientServiceTest::deletesWithoutHistoryAndArchivesWith()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient alone = room.patients.create(room.reception, {.name = u"Alone"_s}).value();
    const Patient spoke = room.patients.create(room.reception, {.name = u"Spoke"_s}).value();
    QVERIFY(room.feedback.submit(room.reception, {.patient = spoke.id, .comments = u"Bien"_s}).has_value());
    QCOMPARE(room.patients.remove(room.manager, alone.id), Removal::Deleted);
    QCOMPARE(errorOf(room.patients.find(room.viewer, alone.id)).code, ErrorCode::NotFound);
    QCOMPARE(room.number(u"SELECT count(*) FROM patient_search WHERE patient_id = ?"_s, {alone.id.value}), 0);
    QCOMPARE(room.patients.remove(room.manager, spoke.id), Removal::Archived);
    QVERIFY(room.patients.find(room.viewer, spoke.id)->archived);
    QCOMPARE(room.patients.list(room.viewer, {}, {})->total, 0);
    QCOMPARE(room.patients.list(room.viewer, {.archived = true}, {})->total, 1);
    QCOMPARE(room.patients.list(room.viewer, {.archived = {}}, {})->total, 1);
    QCOMPARE(errorOf(room.patients.remove(room.manager, alone.id)).code, ErrorCode::NotFound);
}

void PatientServiceTest::aPatientIsFoundByTheNewNameOnly()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, fullDraft()).value();
    const auto found
        = [&](const QString &search) { return room.patients.list(room.viewer, {.search = search}, {})->total; };
    QCOMPARE(found(u"emil ewa"_s), 1);
    PatientDraft draft = draftOf(patient);
    draft.name = u"Mbarga Émilienne"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft).has_value());
    QCOMPARE(found(u"ewane"_s), 0);
    QCOMPARE(found(u"mbarga"_s), 1);
    QCOMPARE(found(u"emilienne"_s), 1);
    QCOMPARE(found(u"670123456"_s), 1);
    QCOMPARE(found(u"hgd-1"_s), 1);
}

void PatientServiceTest::takesOverFeedbackThatWaited()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Feedback waiting
        = room.feedback.submit(room.device, {.patientReference = u"hgd-1"_s, .comments = u"Bien"_s})->feedback;
    QVERIFY(waiting.notMatched());
    QSignalSpy changed(&room.events, &DomainEvents::feedbackChanged);
    const Patient patient = room.patients.create(room.reception, fullDraft()).value();
    QCOMPARE(changed.size(), 1);
    const Feedback matched = room.feedback.find(room.viewer, waiting.id).value();
    QCOMPARE(matched.patient, patient.id);
    QCOMPARE(matched.patientReference, u"HGD-1"_s);
    QCOMPARE(matched.patientName, patient.name);
    QCOMPARE(matched.version, waiting.version + 1);

    // and when a number is given later
    const Feedback second
        = room.feedback.submit(room.device, {.patientReference = u"X7"_s, .comments = u"Bien"_s})->feedback;
    PatientDraft draft = draftOf(patient);
    draft.patientNumber = u"x7"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft).has_value());
    QCOMPARE(room.feedback.find(room.viewer, second.id)->patient, patient.id);
    QCOMPARE(room.feedback.list(room.viewer, {.matched = false}, {})->total, 0);
}

void PatientServiceTest::auditNamesFieldsNotValues()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = room.patients.create(room.reception, fullDraft()).value();
    PatientDraft draft = draftOf(patient);
    draft.name = u"Mbarga Solange"_s;
    draft.phoneNumber = u"699123456"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft).has_value());
    QSqlQuery &query = room.store.database().execute(
        u"SELECT action, detail, actor_name, entity_id FROM audit WHERE entity = 'patient' ORDER BY id"_s);
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), u"created"_s);
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), u"edited"_s);
    QCOMPARE(query.value(1).toString(), u"name phone_number"_s);
    QCOMPARE(query.value(2).toString(), u"reception"_s);
    QCOMPARE(query.value(3).toLongLong(), patient.id.value);
    QVERIFY(!query.next());
}

void PatientServiceTest::warnsOfDuplicates()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient known = room.patients.create(room.reception, fullDraft()).value();
    const auto warned = [&](const PatientDraft &draft, std::optional<PatientId> except = {}) {
        return room.patients.possibleDuplicates(room.reception, draft, except)->size();
    };
    QCOMPARE(warned({.name = u"Somebody Else"_s, .phoneNumber = u"+237 670123456"_s}), 1);
    QCOMPARE(warned({.name = u"EMILIENNE EWANE"_s}), 1);
    QCOMPARE(warned({.name = u"Emilienne Ewane"_s, .birthYear = 1980}), 1);
    QCOMPARE(warned({.name = u"Emilienne Ewane"_s, .age = 43}), 1);
    QCOMPARE(warned({.name = u"Emilienne Ewane"_s, .birthYear = 1990}), 0);
    QCOMPARE(warned({.name = u"Emilienne Ewane"_s, .age = 20}), 0);
    QCOMPARE(warned({.name = u"Emilienne"_s}), 0);
    QCOMPARE(warned({.name = u"Emilienne Ewane Ngo"_s}), 0);
    QCOMPARE(warned({.name = u"E"_s, .phoneNumber = u"not a number"_s}), 0);
    QCOMPARE(warned(fullDraft(), known.id), 0);
    for (int i = 0; i < 8; ++i)
        QVERIFY(room.patients.create(room.reception, {.name = u"Emilienne Ewane"_s}).has_value());
    QCOMPARE(warned({.name = u"Emilienne Ewane"_s}), 5);
}

void PatientServiceTest::timeLineHasEverythingNewestFirst()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    Database &database = room.store.database();
    const Patient patient = room.patients.create(room.reception, fullDraft()).value(); // 1
    room.clock.advance(std::chrono::hours(1));
    const Feedback feedback
        = room.feedback.submit(room.reception, {.patient = patient.id, .comments = u"Bien"_s})->feedback; // 2
    room.clock.advance(std::chrono::hours(1));
    Reminder reminder{.clientId = u"c"_s,
        .patient = patient.id,
        .message = u"Rendez-vous"_s,
        .scheduledTime = room.clock.now(),
        .seriesStart = room.clock.now(),
        .createdAt = room.clock.now(),
        .updatedAt = room.clock.now()};
    Attempt attempt{.number = 1, .startedAt = room.clock.now().addSecs(60), .provider = u"twilio"_s};
    {
        ReminderRepository reminders(database, room.store.cipher());
        Transaction transaction{database};
        reminder.id = reminders.nextId();
        reminder.series = reminder.id;
        QVERIFY(reminders.insert(reminder)); // 3
        attempt.reminder = reminder.id;
        attempt = AttemptRepository(database).insert(attempt); // 4
        transaction.commit();
    }
    room.clock.advance(std::chrono::hours(1));
    PatientDraft draft = draftOf(patient);
    draft.ward = u"Urgences"_s;
    QVERIFY(room.patients.edit(room.reception, patient.id, draft).has_value()); // 5

    const Page<HistoryItem> page = room.patients.history(room.viewer, patient.id, {}).value();
    QCOMPARE(page.total, 5);
    QCOMPARE(page.items.size(), 5);
    QCOMPARE(std::get<AuditEntry>(page.items[0].what).action, u"edited"_s);
    QCOMPARE(std::get<AttemptOfReminder>(page.items[1].what).attempt.id, attempt.id);
    QCOMPARE(std::get<Reminder>(page.items[2].what).id, reminder.id);
    QCOMPARE(std::get<Feedback>(page.items[3].what), feedback);
    QCOMPARE(std::get<AuditEntry>(page.items[4].what).action, u"created"_s);
    QVERIFY(
        std::is_sorted(page.items.begin(), page.items.end(), [](const auto &a, const auto &b) { return a.at > b.at; }));
    const Page<HistoryItem> second = room.patients.history(room.viewer, patient.id, {.limit = 2, .offset = 3}).value();
    QCOMPARE(second.total, 5);
    QCOMPARE(second.items.size(), 2);
    QCOMPARE(std::get<Feedback>(second.items[0].what), feedback);
    QCOMPARE(errorOf(room.patients.history(room.viewer, {999}, {})).code, ErrorCode::NotFound);
}

void PatientServiceTest::eachRoleMayWhatTheTableSays()
{
    Room room(Dialect::Sqlite);
    const Patient patient = room.patients.create(room.reception, fullDraft()).value();
    QCOMPARE(errorOf(room.patients.create(room.viewer, {.name = u"A"_s})).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.createBatch(room.viewer, {{.name = u"A"_s}}).first()).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.edit(room.viewer, patient.id, fullDraft())).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.remove(room.reception, patient.id)).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.find(room.device, patient.id)).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.findByNumber(room.device, u"HGD-1"_s)).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.list(room.device, {}, {})).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.history(room.device, patient.id, {})).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.possibleDuplicates(room.device, fullDraft())).code, ErrorCode::Forbidden);
    QCOMPARE(errorOf(room.patients.wards(room.device)).code, ErrorCode::Forbidden);
    QCOMPARE(room.patients.wards(room.viewer).value(), QStringList{u"Maternité"_s});
}

void PatientServiceTest::tellsOnlyWhatWasCommitted()
{
    Room room(Dialect::Sqlite);
    qint64 rowsWhenTold = -1;
    QObject::connect(&room.events, &DomainEvents::patientChanged, this,
        [&](PatientId) { rowsWhenTold = room.patients.list(room.viewer, {}, {})->total; });
    QVERIFY(room.patients.create(room.reception, {.name = u"A"_s}).has_value());
    QCOMPARE(rowsWhenTold, 1);
    rowsWhenTold = -1;
    QVERIFY(!room.patients.create(room.reception, {.name = u""_s}).has_value());
    QCOMPARE(rowsWhenTold, -1);
}

QTEST_GUILESS_MAIN(PatientServiceTest)
#include "tst_patientservice.moc"
