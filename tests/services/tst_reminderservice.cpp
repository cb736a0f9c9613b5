#include "app/services/consentservice.h"
#include "tests/support/reminderdesk.h"

#include <QSignalSpy>
#include <QSqlRecord>
#include <QtTest>

#include <thread>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QList<FieldError> fieldsOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? error.fields : QList<FieldError>();
}

} // namespace

// Reminders as they are scheduled, found and listed.
class ReminderServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryField_data() { TestDatabase::addDialectRows(); }
    void keepsEveryField()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.clientId = u"8F14E45F-CEEA-467F-A8D2-3C1B2F6F0F11"_s;
        draft.phoneNumber = u"670 00 00 02"_s;
        draft.email = u"other@example.org"_s;
        draft.message = u"Bonjour\r\nà demain, ɓɔŋɔ́"_s;
        draft.language = Language::Duala;
        draft.channel = Channel::Email;
        draft.templateName = u"visit"_s;
        draft.recurrence
            = Recurrence{.every = 2, .unit = RecurrenceUnit::Weeks, .until = desk.clock.now().addDays(90), .count = 5};
        draft.purpose = Purpose::Medication;
        draft.appointmentTime = desk.clock.now().addDays(2);
        QSignalSpy changed(&desk.events, &DomainEvents::reminderChanged);

        const Scheduling scheduling = desk.service().schedule(reception, draft).value();
        QVERIFY(scheduling.created);
        QCOMPARE(changed.size(), 1);
        const Reminder &reminder = scheduling.reminder;
        QCOMPARE(reminder.clientId, draft.clientId.toLower());
        QCOMPARE(reminder.patient, desk.patient.id);
        QCOMPARE(reminder.patientNumber, desk.patient.patientNumber);
        QCOMPARE(reminder.patientName, desk.patient.name);
        QCOMPARE(reminder.phoneNumber, u"+237670000002"_s);
        QCOMPARE(reminder.email, draft.email);
        QCOMPARE(reminder.message, u"Bonjour\nà demain, ɓɔŋɔ́"_s);
        QCOMPARE(reminder.language, Language::Duala);
        QCOMPARE(reminder.scheduledTime, *draft.scheduledTime);
        QCOMPARE(reminder.status, ReminderStatus::Pending);
        QCOMPARE(reminder.reason, QString());
        QCOMPARE(reminder.channel, Channel::Email);
        QCOMPARE(reminder.templateName, draft.templateName);
        QCOMPARE(reminder.recurrence, draft.recurrence);
        QCOMPARE(reminder.series, reminder.id);
        QCOMPARE(reminder.occurrence, 1);
        QCOMPARE(reminder.purpose, Purpose::Medication);
        QCOMPARE(reminder.appointmentTime, draft.appointmentTime);
        QCOMPARE(reminder.createdAt, desk.clock.now());
        QCOMPARE(reminder.version, 1);
        QCOMPARE(desk.service().find(viewer, reminder.id).value(), reminder);
        QCOMPARE(desk.auditActions(reminder.id), QStringList{u"created"_s});
    }

    void findsThePatientByNumber_data() { TestDatabase::addDialectRows(); }
    void findsThePatientByNumber()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.patient.reset();
        draft.patientReference = desk.patient.patientNumber;
        QCOMPARE(desk.service().schedule(reception, draft).value().reminder.patient, desk.patient.id);
    }

    void aRepeatAnswersWithTheSameRow_data() { TestDatabase::addDialectRows(); }
    void aRepeatAnswersWithTheSameRow()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.clientId = u"8f14e45f-ceea-467f-a8d2-3c1b2f6f0f11"_s;
        const Reminder first = desk.service().schedule(reception, draft).value().reminder;
        desk.clock.advance(std::chrono::hours(48)); // its time has passed, and it is still the same
        draft.clientId = draft.clientId.toUpper();
        const Scheduling repeat = desk.service().schedule(reception, draft).value();
        QVERIFY(!repeat.created);
        QCOMPARE(repeat.reminder, first);
    }

    // Whoever was not sure to have been heard asks again, whatever became of the reminder meanwhile.
    void aRepeatAnswersWithTheEditedRow_data() { TestDatabase::addDialectRows(); }
    void aRepeatAnswersWithTheEditedRow()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.clientId = u"8f14e45f-ceea-467f-a8d2-3c1b2f6f0f11"_s;
        const Reminder first = desk.service().schedule(reception, draft).value().reminder;
        ReminderDraft correction = draftOf(first);
        correction.message = u"Rendez-vous jeudi"_s;
        const Reminder edited = desk.service().edit(reception, first.id, correction).value();
        QCOMPARE(desk.service().schedule(reception, draft).value().reminder, edited);
    }

    void somethingElseUnderAKnownClientIdIsRefused_data() { TestDatabase::addDialectRows(); }
    void somethingElseUnderAKnownClientIdIsRefused()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.clientId = u"8f14e45f-ceea-467f-a8d2-3c1b2f6f0f11"_s;
        QVERIFY(desk.service().schedule(reception, draft));
        const auto isRefused = [&](auto spoil) {
            ReminderDraft other = draft;
            spoil(other);
            const Result<Scheduling> answer = desk.service().schedule(reception, other);
            return !answer && answer.error() == Error{ErrorCode::Conflict, {{u"client_id"_s, u"repeatDiffers"_s}}};
        };
        QVERIFY(isRefused([](ReminderDraft &other) { other.message = u"something else"_s; }));
        QVERIFY(isRefused([](ReminderDraft &other) { other.scheduledTime = other.scheduledTime->addSecs(60); }));
        QVERIFY(isRefused([](ReminderDraft &other) { other.channel = Channel::Email; }));
        QVERIFY(isRefused([](ReminderDraft &other) { other.recurrence = Recurrence{.every = 7}; }));
        QCOMPARE(desk.service().list(viewer, {}, {}).value().total, 1);
    }

    void twoAtOnceWithOneClientIdMakeOneRow_data() { TestDatabase::addDialectRows(); }
    void twoAtOnceWithOneClientIdMakeOneRow()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.clientId = u"8f14e45f-ceea-467f-a8d2-3c1b2f6f0f11"_s;
        std::atomic<int> created = 0;
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const Result<Scheduling> scheduling = desk.service().schedule(reception, draft);
                answered += scheduling.has_value() ? 1 : 0;
                created += scheduling && scheduling->created ? 1 : 0;
                desk.store.database().closeThread();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(answered.load(), 4);
        QCOMPARE(created.load(), 1);
        QCOMPARE(desk.service().list(viewer, {}, {}).value().total, 1);
    }

    void refusesWhatThePatientsRecordForbids_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("key");
        QTest::newRow("nobody") << u"unknown"_s << u"patient_id"_s << u"unknownPatient"_s;
        QTest::newRow("no such row") << u"unknownRow"_s << u"patient_id"_s << u"unknownPatient"_s;
        QTest::newRow("archived") << u"archived"_s << u"patient_id"_s << u"patientArchived"_s;
        QTest::newRow("refused") << u"refused"_s << u"channel"_s << u"consentRefused"_s;
        QTest::newRow("no number") << u"noPhone"_s << u"phone_number"_s << u"required"_s;
        QTest::newRow("no number to call") << u"noPhoneForCall"_s << u"phone_number"_s << u"required"_s;
        QTest::newRow("no address") << u"noEmail"_s << u"email"_s << u"required"_s;
    }
    void refusesWhatThePatientsRecordForbids()
    {
        QFETCH(QString, problem);
        QFETCH(QString, field);
        QFETCH(QString, key);
        ReminderDesk desk(Dialect::Sqlite);
        PatientDraft person{.name = u"Bih"_s, .email = patientEmail, .phoneNumber = patientPhone};
        if (problem == u"archived"_s)
            person.archived = true;
        if (problem == u"refused"_s)
            person.consent.insert({Channel::Sms, Purpose::Appointment}, ConsentState::Refused);
        if (problem.startsWith(u"noPhone"_s))
            person.phoneNumber.clear();
        if (problem == u"noEmail"_s)
            person.email.clear();
        ReminderDraft draft = desk.draft();
        draft.patient = desk.createPatient(person).id;
        if (problem == u"noEmail"_s)
            draft.channel = Channel::Email;
        if (problem == u"noPhoneForCall"_s)
            draft.channel = Channel::Ivr;
        if (problem == u"unknownRow"_s)
            draft.patient = PatientId{4711};
        if (problem == u"unknown"_s) {
            draft.patient.reset();
            draft.patientReference = u"P999999"_s;
        }
        const Result<Scheduling> refused = desk.service().schedule(reception, draft);
        QVERIFY(!refused);
        QCOMPARE(fieldsOf(refused.error()), (QList<FieldError>{{field, key}}));
        QCOMPARE(desk.service().list(viewer, {}, {}).value().total, 0);
    }

    void consentIsPerChannelAndPurpose()
    {
        ReminderDesk desk(Dialect::Sqlite);
        PatientDraft person{.name = u"Bih"_s, .email = patientEmail, .phoneNumber = patientPhone};
        person.consent.insert({Channel::Sms, Purpose::Survey}, ConsentState::Refused);
        ReminderDraft draft = desk.draft();
        draft.patient = desk.createPatient(person).id;
        QVERIFY(desk.service().schedule(reception, draft));
        draft.purpose = Purpose::Survey;
        QVERIFY(!desk.service().schedule(reception, draft));
        draft.channel = Channel::Email;
        draft.purpose = Purpose::Appointment;
        QVERIFY(desk.service().schedule(reception, draft));
    }

    void surveysNeedConsentAndCareFollowsThePolicy_data() { TestDatabase::addDialectRows(); }
    void surveysNeedConsentAndCareFollowsThePolicy()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        HospitalSettings settings;
        ReminderService service(
            desk.store.database(), desk.store.cipher(), desk.clock, desk.events, [&] { return settings; });
        const QList<FieldError> refused{{u"channel"_s, u"consentRefused"_s}};
        ReminderDraft draft = desk.draft();
        QVERIFY(service.schedule(reception, draft));
        draft.purpose = Purpose::Survey;
        QCOMPARE(fieldsOf(service.schedule(reception, draft).error()), refused);
        settings.consentPolicy = ConsentPolicy::Required;
        draft.purpose = Purpose::Appointment;
        QCOMPARE(fieldsOf(service.schedule(reception, draft).error()), refused);
        ConsentService consents(desk.store.database(), desk.store.cipher(), desk.clock, desk.events);
        QVERIFY(consents.record(reception, desk.patient.id, {.channel = Channel::Sms}));
        QVERIFY(service.schedule(reception, draft));
        draft.purpose = Purpose::Survey;
        QVERIFY(service.schedule(reception, draft));
    }

    void aStoppedNumberGetsNoReminderWhoeverHasIt_data() { TestDatabase::addDialectRows(); }
    void aStoppedNumberGetsNoReminderWhoeverHasIt()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ConsentService consents(desk.store.database(), desk.store.cipher(), desk.clock, desk.events);
        consents.recordOptOut(Channel::Sms, u"+237670000055"_s, ConsentMethod::Sms);
        ReminderDraft draft = desk.draft();
        QVERIFY(desk.service().schedule(reception, draft));
        draft.phoneNumber = u"670 00 00 55"_s; // of its own, of nobody in the registry
        const Result<Scheduling> refused = desk.service().schedule(reception, draft);
        QCOMPARE(fieldsOf(refused.error()), (QList<FieldError>{{u"channel"_s, u"consentRefused"_s}}));
        draft.channel = Channel::Ivr;
        QVERIFY(desk.service().schedule(reception, draft));
    }

    void aCorrectedNumberOfThePatientCountsForWhatIsPending_data() { TestDatabase::addDialectRows(); }
    void aCorrectedNumberOfThePatientCountsForWhatIsPending()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const Reminder own = desk.scheduled();
        ReminderDraft elsewhere = desk.draft();
        elsewhere.phoneNumber = u"+237670000009"_s;
        const Reminder other = desk.service().schedule(reception, elsewhere).value().reminder;
        QCOMPARE(own.phoneNumber, patientPhone);
        PatientDraft correction = draftOf(desk.patient);
        correction.phoneNumber = u"+237670000005"_s;
        QVERIFY(PatientService(desk.store.database(), desk.store.cipher(), desk.clock, desk.events)
                    .edit(reception, desk.patient.id, correction));
        QCOMPARE(desk.service().find(viewer, own.id)->phoneNumber, u"+237670000005"_s);
        QCOMPARE(desk.service().find(viewer, other.id)->phoneNumber, u"+237670000009"_s);
    }

    void aCallIsPlannedLikeAMessage()
    {
        ReminderDesk desk(Dialect::Sqlite);
        ReminderDraft draft = desk.draft();
        draft.channel = Channel::Ivr;
        const Reminder reminder = desk.service().schedule(reception, draft).value().reminder;
        QCOMPARE(reminder.status, ReminderStatus::Pending);
        QCOMPARE(reminder.reason, QString());
    }

    void listsByTimeAndFilter_data() { TestDatabase::addDialectRows(); }
    void listsByTimeAndFilter()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const Patient other
            = desk.createPatient({.name = u"Bih"_s, .email = patientEmail, .phoneNumber = patientPhone});
        QList<ReminderId> ids;
        for (int day = 1; day <= 5; ++day) {
            ReminderDraft draft = desk.draft();
            draft.scheduledTime = desk.clock.now().addDays(day);
            draft.channel = day % 2 ? Channel::Sms : Channel::Email;
            draft.patient = day == 5 ? other.id : desk.patient.id;
            ids << desk.service().schedule(reception, draft)->reminder.id;
        }
        QVERIFY(desk.service().cancel(reception, ids.at(1)));
        const auto found = [&](const ReminderFilter &filter, const PageRequest &page = {}) {
            const Page<Reminder> list = desk.service().list(viewer, filter, page).value();
            QString text = QString::number(list.total) + u':';
            for (const Reminder &reminder : list.items)
                text += u' ' + QString::number(ids.indexOf(reminder.id) + 1);
            return text;
        };
        QCOMPARE(found({}), u"5: 1 2 3 4 5"_s);
        QCOMPARE(found({.order = SortOrder::Descending}, {.limit = 2, .offset = 1}), u"5: 4 3"_s);
        QCOMPARE(found({.patient = other.id}), u"1: 5"_s);
        QCOMPARE(found({.statuses = {ReminderStatus::Cancelled}}), u"1: 2"_s);
        QCOMPARE(found({.channel = Channel::Email}), u"2: 2 4"_s);
        QCOMPARE(found({.from = desk.clock.now().addDays(2), .until = desk.clock.now().addDays(4)}), u"2: 2 3"_s);
        QCOMPARE(desk.service().counts(viewer).value().states,
            (QMap<ReminderStatus, qint64>{{ReminderStatus::Pending, 4}, {ReminderStatus::Cancelled, 1}}));
    }

    void everyCallAsksForPermission()
    {
        ReminderDesk desk(Dialect::Sqlite);
        const Reminder reminder = desk.scheduled();
        const Session device{{}, u"tablet"_s, Role::Device};
        ReminderService service = desk.service();
        const auto forbidden
            = [](const auto &result) { return !result && result.error().code == ErrorCode::Forbidden; };
        QVERIFY(forbidden(service.schedule(viewer, desk.draft())));
        QVERIFY(forbidden(service.edit(viewer, reminder.id, draftOf(reminder))));
        QVERIFY(forbidden(service.remove(viewer, reminder.id)));
        QVERIFY(forbidden(service.cancel(viewer, reminder.id)));
        QVERIFY(forbidden(service.retry(viewer, reminder.id)));
        QVERIFY(forbidden(service.retryWithRecord(viewer, reminder.id)));
        QVERIFY(forbidden(service.decideUnknown(viewer, reminder.id, UnknownDecision::WasSent)));
        QVERIFY(forbidden(service.find(device, reminder.id)));
        QVERIFY(forbidden(service.list(device, {}, {})));
        QVERIFY(forbidden(service.attempts(device, reminder.id)));
        QVERIFY(forbidden(service.counts(device)));
    }

    void keepsNothingPersonalInTheClear_data() { TestDatabase::addDialectRows(); }
    void keepsNothingPersonalInTheClear()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.phoneNumber = u"+237670000007"_s;
        draft.email = u"secret@example.org"_s;
        draft.message = u"Résultat secret"_s;
        const ReminderId id = desk.service().schedule(reception, draft)->reminder.id;
        QSqlQuery &query = desk.store.database().execute(u"SELECT * FROM reminders WHERE id = ?"_s, {id.value});
        QVERIFY(query.next());
        for (int column = 0; column < query.record().count(); ++column) {
            const QByteArray bytes = query.value(column).toByteArray();
            QVERIFY(!bytes.contains("670000007") && !bytes.contains("secret"));
        }
    }
};

QTEST_GUILESS_MAIN(ReminderServiceTest)
#include "tst_reminderservice.moc"
