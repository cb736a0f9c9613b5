#include "app/services/reminderservice.h"
#include "tests/support/room.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

// Who changed what of a patient, in the patient's time line.
class PatientHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void tellsChangesOfFeedbackAndReminders();
};

void PatientHistoryTest::tellsChangesOfFeedbackAndReminders()
{
    QFETCH_GLOBAL(Dialect, dialect);
    Room room(dialect);
    ReminderService reminders(
        room.store.database(), room.store.cipher(), room.clock, room.events, [] { return HospitalSettings(); });
    const Patient patient
        = room.patients.create(room.reception, {.name = u"Ngo"_s, .phoneNumber = u"670000001"_s}).value();
    const Patient other
        = room.patients.create(room.reception, {.name = u"Awa"_s, .phoneNumber = u"670000002"_s}).value();
    const auto next = [&] { room.clock.advance(std::chrono::minutes(1)); };

    next();
    const FeedbackDraft said{.patientReference = patient.patientNumber, .ratings = {.overallExperience = 2}};
    const Feedback feedback = room.feedback.submit(room.reception, said).value().feedback;
    next();
    FeedbackDraft better = draftOf(feedback);
    better.ratings.overallExperience = 4;
    QVERIFY(room.feedback.edit(room.manager, feedback.id, better));
    next();
    const ReminderDraft wish{
        .patient = patient.id, .message = u"Venez"_s, .scheduledTime = room.clock.now().addDays(1)};
    const Reminder reminder = reminders.schedule(room.reception, wish).value().reminder;
    next();
    ReminderDraft changed = wish;
    changed.message = u"Venez demain"_s;
    QVERIFY(reminders.edit(room.reception, reminder.id, changed));
    next();
    QVERIFY(reminders.cancel(room.manager, reminder.id));
    FeedbackDraft ofOther{.patientReference = other.patientNumber, .ratings = {.overallExperience = 5}};
    const Feedback elsewhere = room.feedback.submit(room.reception, ofOther).value().feedback;
    ofOther.ratings.overallExperience = 1;
    QVERIFY(room.feedback.edit(room.manager, elsewhere.id, ofOther));

    QStringList edits;
    const Page<HistoryItem> page = room.patients.history(room.viewer, patient.id, {}).value();
    for (const HistoryItem &item : page.items) {
        if (const auto *edit = std::get_if<AuditEntry>(&item.what))
            edits += QStringList{edit->entity, edit->action, edit->actorName, edit->detail}.join(u' ').trimmed();
    }
    QCOMPARE(edits,
        (QStringList{u"reminder cancelled manager"_s, u"reminder edited reception message"_s,
            u"feedback edited manager overall_experience"_s, u"patient created reception"_s}));
    QCOMPARE(page.total, page.items.size());
}

QTEST_GUILESS_MAIN(PatientHistoryTest)
#include "tst_patienthistory.moc"
