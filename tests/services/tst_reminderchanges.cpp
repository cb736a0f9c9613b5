#include "tests/support/reminderdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QList<FieldError> fieldsOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? error.fields : QList<FieldError>();
}

} // namespace

// What may become of a reminder, and in which state.
class ReminderChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void editsWhatIsPending_data() { TestDatabase::addDialectRows(); }
    void editsWhatIsPending()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const Reminder before = desk.scheduled();
        ReminderDraft draft = draftOf(before);
        draft.message = u"Rendez-vous jeudi"_s;
        draft.scheduledTime = before.scheduledTime.addDays(1);
        QCOMPARE(desk.service().edit(reception, before.id, draft, before.version + 1).error().code,
            ErrorCode::VersionMismatch);
        const Reminder after = desk.service().edit(reception, before.id, draft, before.version).value();
        QCOMPARE(after.message, draft.message);
        QCOMPARE(after.scheduledTime, *draft.scheduledTime);
        QCOMPARE(after.version, before.version + 1);
        QCOMPARE(desk.service().find(viewer, before.id).value(), after);
        QCOMPARE(desk.auditActions(before.id), (QStringList{u"created"_s, u"edited"_s}));
        QSqlQuery &audit = desk.store.database().execute(u"SELECT detail FROM audit WHERE action = 'edited'"_s);
        QVERIFY(audit.next());
        QCOMPARE(audit.value(0).toString(), u"message scheduled_time"_s);
    }

    void anOverdueReminderCanBeEditedWithoutANewTime()
    {
        ReminderDesk desk(Dialect::Sqlite);
        const Reminder reminder = desk.scheduled();
        desk.clock.advance(std::chrono::hours(30));
        ReminderDraft draft = draftOf(reminder);
        draft.message = u"Rendez-vous jeudi"_s;
        QVERIFY(desk.service().edit(reception, reminder.id, draft));
        draft.scheduledTime = draft.scheduledTime->addSecs(60); // a new time has to lie ahead
        QCOMPARE(fieldsOf(desk.service().edit(reception, reminder.id, draft).error()),
            (QList<FieldError>{{u"scheduled_time"_s, u"mustBeFuture"_s}}));
    }

    void aChangedRecurrenceBeginsASeriesOfItsOwn()
    {
        ReminderDesk desk(Dialect::Sqlite);
        const Reminder reminder = desk.scheduled();
        desk.store.database().execute(
            u"UPDATE reminders SET occurrence = 3, series_id = 77 WHERE id = ?"_s, {reminder.id.value});
        ReminderDraft draft = draftOf(reminder);
        QCOMPARE(desk.service().edit(reception, reminder.id, draft)->occurrence, 3);
        draft.recurrence = Recurrence{.every = 3};
        const Reminder after = desk.service().edit(reception, reminder.id, draft).value();
        QCOMPARE(after.occurrence, 1);
        QCOMPARE(after.series, reminder.id);
        QCOMPARE(after.seriesStart, after.scheduledTime);
    }

    void whatIsAllowedInEachState_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("edit");
        QTest::addColumn<bool>("editWithNewTime");
        QTest::addColumn<bool>("cancel");
        QTest::addColumn<bool>("retry");
        QTest::addColumn<bool>("decide");
        QTest::addColumn<bool>("remove");
        //                                      edit   time   cancel retry  decide remove
        QTest::newRow("pending") << u"pending"_s << true << true << true << false << false << true;
        QTest::newRow("sending") << u"sending"_s << false << false << false << false << false << false;
        QTest::newRow("sent") << u"sent"_s << false << false << false << false << false << false;
        QTest::newRow("failed") << u"failed"_s << false << true << false << true << false << false;
        QTest::newRow("cancelled") << u"cancelled"_s << false << false << false << false << false << true;
        QTest::newRow("unknown") << u"unknown"_s << false << true << false << false << true << false;
    }
    void whatIsAllowedInEachState()
    {
        QFETCH(QString, status);
        QFETCH(bool, edit);
        QFETCH(bool, editWithNewTime);
        QFETCH(bool, cancel);
        QFETCH(bool, retry);
        QFETCH(bool, decide);
        QFETCH(bool, remove);
        ReminderDesk desk(Dialect::Sqlite);
        const Reminder reminder = desk.scheduled();
        const ReminderDraft same = draftOf(reminder);
        ReminderDraft later = same;
        later.scheduledTime = same.scheduledTime->addDays(1);
        const auto check = [&](bool allowed, auto work) {
            desk.setStatus(reminder.id, status);
            const auto result = work(desk.service());
            return result.has_value() == allowed && (allowed || result.error().code == ErrorCode::Conflict);
        };
        QVERIFY(check(edit, [&](auto service) { return service.edit(reception, reminder.id, same); }));
        QVERIFY(check(cancel, [&](auto service) { return service.cancel(reception, reminder.id); }));
        QVERIFY(check(retry, [&](auto service) { return service.retry(reception, reminder.id); }));
        QVERIFY(check(decide,
            [&](auto service) { return service.decideUnknown(reception, reminder.id, UnknownDecision::WasSent); }));
        QVERIFY(check(decide,
            [&](auto service) { return service.decideUnknown(reception, reminder.id, UnknownDecision::SendAgain); }));
        QVERIFY(check(editWithNewTime, [&](auto service) { return service.edit(reception, reminder.id, later); }));
        QVERIFY(check(remove, [&](auto service) { return service.remove(reception, reminder.id); }));
    }

    void decisionsLeadWhereTheySay_data() { TestDatabase::addDialectRows(); }
    void decisionsLeadWhereTheySay()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const ReminderId id = desk.scheduled().id;
        QCOMPARE(desk.service().cancel(reception, id)->status, ReminderStatus::Cancelled);
        desk.setStatus(id, u"failed"_s);
        QCOMPARE(desk.service().retry(reception, id)->status, ReminderStatus::Pending);
        desk.setStatus(id, u"unknown"_s);
        QCOMPARE(
            desk.service().decideUnknown(reception, id, UnknownDecision::SendAgain)->status, ReminderStatus::Pending);
        desk.setStatus(id, u"unknown"_s);
        const Reminder sent = desk.service().decideUnknown(reception, id, UnknownDecision::WasSent).value();
        QCOMPARE(sent.status, ReminderStatus::Sent);
        QCOMPARE(sent.reason, u"confirmedByStaff"_s);
        QVERIFY(sent.sentAt);
        QCOMPARE(desk.service().find(viewer, id).value(), sent);
        QCOMPARE(desk.auditActions(id),
            (QStringList{u"created"_s, u"cancelled"_s, u"retried"_s, u"sentAgain"_s, u"confirmedSent"_s}));
    }

    void whatIsDealtWithIsNotCountedAnyMore_data() { TestDatabase::addDialectRows(); }
    void whatIsDealtWithIsNotCountedAnyMore()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const ReminderId failed = desk.scheduled().id;
        const ReminderId expired = desk.scheduled().id;
        desk.setStatus(failed, u"failed"_s);
        desk.setStatus(expired, u"expired"_s);
        desk.setStatus(desk.scheduled().id, u"unknown"_s);
        desk.setStatus(desk.scheduled().id, u"late"_s);
        QCOMPARE(desk.service().counts(viewer)->unsettled, 2);
        QCOMPARE(desk.service().counts(viewer)->toDecide(), 2);
        QVERIFY(desk.service().settle(reception, failed));
        const ReminderCounts counts = desk.service().counts(viewer).value();
        QCOMPARE(counts.unsettled, 1);
        QCOMPARE(counts.value(ReminderStatus::Failed), 1);
        QCOMPARE(counts.all(), 4);
        QVERIFY(desk.service().retry(reception, failed)); // and it may fail again
        desk.setStatus(failed, u"failed"_s);
        QCOMPARE(desk.service().counts(viewer)->unsettled, 2);
    }

    void oneThatFailedFollowsTheCorrectedRecord_data() { TestDatabase::addDialectRows(); }
    void oneThatFailedFollowsTheCorrectedRecord()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        ReminderDraft draft = desk.draft();
        draft.phoneNumber = u"+237677000001"_s; // as a row that was tried keeps the number it went to
        const ReminderId id = desk.service().schedule(reception, draft)->reminder.id;
        QCOMPARE(desk.service().retryWithRecord(reception, id).error().code, ErrorCode::Conflict);
        desk.setStatus(id, u"failed"_s);
        const Reminder again = desk.service().retryWithRecord(reception, id).value();
        QCOMPARE(again.status, ReminderStatus::Pending);
        QCOMPARE(again.phoneNumber, desk.patient.phoneNumber);
        QCOMPARE(desk.service().find(viewer, id)->phoneNumber, desk.patient.phoneNumber);
    }

    void removesForGood_data() { TestDatabase::addDialectRows(); }
    void removesForGood()
    {
        QFETCH(Dialect, dialect);
        ReminderDesk desk(dialect);
        const Reminder reminder = desk.scheduled();
        QCOMPARE(desk.service().remove(reception, reminder.id, reminder.version + 1).error().code,
            ErrorCode::VersionMismatch);
        QVERIFY(desk.service().remove(reception, reminder.id, reminder.version));
        QCOMPARE(desk.service().find(viewer, reminder.id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.service().remove(reception, reminder.id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.service().attempts(viewer, reminder.id).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(ReminderChangesTest)
#include "tst_reminderchanges.moc"
