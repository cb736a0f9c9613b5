#include "app/domain/reminder.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(accueil::ReminderDraft)
Q_DECLARE_METATYPE(accueil::FieldError)

namespace {

const QDateTime now({2026, 3, 12}, {9, 42}, Qt::UTC);

ReminderDraft validDraft()
{
    return {.patientReference = u"P000123"_s,
        .message = u"Rendez-vous demain à 9:30"_s,
        .scheduledTime = now.addSecs(3600),
        .appointmentTime = now.addDays(2)};
}

// The valid draft with one thing changed.
template <typename Change>
ReminderDraft spoilt(Change change)
{
    ReminderDraft draft = validDraft();
    change(draft);
    return draft;
}

} // namespace

class ReminderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsTheValidDraft() { QCOMPARE(validate(validDraft(), now), QList<FieldError>()); }

    void acceptsWhatIsJustAllowed_data()
    {
        QTest::addColumn<ReminderDraft>("draft");
        const auto row = [](const char *name, auto change) { QTest::newRow(name) << spoilt(change); };
        row("due a minute ago", [](ReminderDraft &d) { d.scheduledTime = now.addSecs(-60); });
        row("at the time of the appointment", [](ReminderDraft &d) { d.scheduledTime = d.appointmentTime; });
        row("1,600 characters", [](ReminderDraft &d) { d.message = u"é"_s.repeated(1600); });
        row("1,600 emoji", [](ReminderDraft &d) { d.message = u"😀"_s.repeated(1600); });
        row("every 366 days, 999 times",
            [](ReminderDraft &d) { d.recurrence = Recurrence{.every = 366, .count = 999}; });
        row("series that ends with its first",
            [](ReminderDraft &d) { d.recurrence = Recurrence{.until = d.scheduledTime}; });
        row("patient known by row", [](ReminderDraft &d) {
            d.patientReference.clear();
            d.patient = PatientId{7};
        });
    }
    void acceptsWhatIsJustAllowed()
    {
        QFETCH(ReminderDraft, draft);
        QCOMPARE(validate(draft, now), QList<FieldError>());
    }

    void refusesBrokenDrafts_data()
    {
        QTest::addColumn<ReminderDraft>("draft");
        QTest::addColumn<FieldError>("expected");
        const auto row = [](const char *name, auto change, const QString &field, const QString &key,
                             const QVariantMap &parameters = {}) {
            QTest::newRow(name) << spoilt(change) << FieldError{field, key, parameters};
        };
        row(
            "no patient", [](ReminderDraft &d) { d.patientReference = u"  "_s; }, u"patient_id"_s, u"required"_s);
        row(
            "no message", [](ReminderDraft &d) { d.message = u" \n"_s; }, u"message"_s, u"required"_s);
        row("message too long", [](ReminderDraft &d) { d.message = u"x"_s.repeated(1601); }, u"message"_s, u"tooLong"_s,
            {{u"max"_s, 1600}});
        row(
            "NUL in the message", [](ReminderDraft &d) { d.message = u"a\0b"_s; }, u"message"_s, u"badCharacter"_s);
        row("template too long", [](ReminderDraft &d) { d.templateName = u"x"_s.repeated(65); }, u"template"_s,
            u"tooLong"_s, {{u"max"_s, 64}});
        row(
            "no time", [](ReminderDraft &d) { d.scheduledTime.reset(); }, u"scheduled_time"_s, u"required"_s);
        row(
            "impossible time", [](ReminderDraft &d) { d.scheduledTime = QDateTime(); }, u"scheduled_time"_s,
            u"implausible"_s);
        row(
            "in eleven years",
            [](ReminderDraft &d) {
                d.scheduledTime = now.addYears(11);
                d.appointmentTime.reset();
            },
            u"scheduled_time"_s, u"implausible"_s);
        row(
            "already past", [](ReminderDraft &d) { d.scheduledTime = now.addSecs(-61); }, u"scheduled_time"_s,
            u"mustBeFuture"_s);
        row(
            "after the appointment", [](ReminderDraft &d) { d.scheduledTime = d.appointmentTime->addMSecs(1); },
            u"scheduled_time"_s, u"afterAppointment"_s);
        row(
            "not a number", [](ReminderDraft &d) { d.phoneNumber = u"hello"_s; }, u"phone_number"_s,
            u"notAPhoneNumber"_s);
        row(
            "not an email", [](ReminderDraft &d) { d.email = u"a@b@c"_s; }, u"email"_s, u"notAnEmail"_s);
        row(
            "not a UUID", [](ReminderDraft &d) { d.clientId = u"12"_s; }, u"client_id"_s, u"badUuid"_s);
        row("every 0 days", [](ReminderDraft &d) { d.recurrence = Recurrence{.every = 0}; }, u"recurrence"_s,
            u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, 366}});
        row("every 367 days", [](ReminderDraft &d) { d.recurrence = Recurrence{.every = 367}; }, u"recurrence"_s,
            u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, 366}});
        row("1,000 times", [](ReminderDraft &d) { d.recurrence = Recurrence{.count = 1000}; }, u"recurrence"_s,
            u"outOfRange"_s, {{u"min"_s, 1}, {u"max"_s, 999}});
        row(
            "ends before it begins",
            [](ReminderDraft &d) { d.recurrence = Recurrence{.until = d.scheduledTime->addSecs(-1)}; }, u"recurrence"_s,
            u"badRecurrence"_s);
        row(
            "Mondays of every third hour",
            [](ReminderDraft &d) {
                d.recurrence = Recurrence{.every = 3, .unit = RecurrenceUnit::Hours, .weekdays = 1};
            },
            u"recurrence"_s, u"weekdaysNotAllowed"_s);
        row("an eighth weekday", [](ReminderDraft &d) { d.recurrence = Recurrence{.weekdays = 128}; }, u"recurrence"_s,
            u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, 127}});
    }
    void refusesBrokenDrafts()
    {
        QFETCH(ReminderDraft, draft);
        QFETCH(FieldError, expected);
        QCOMPARE(validate(draft, now), QList<FieldError>{expected});
    }

    void reportsEveryBrokenRule()
    {
        ReminderDraft draft;
        draft.email = u"nobody"_s;
        QStringList fields;
        for (const FieldError &error : validate(draft, now))
            fields << error.field;
        QCOMPARE(fields, (QStringList{u"patient_id"_s, u"message"_s, u"email"_s, u"scheduled_time"_s}));
    }

    void draftOfAReminderAsksForTheSame()
    {
        const Reminder reminder{.id = ReminderId{4},
            .clientId = u"8f14e45f-ceea-467f-a8d2-3c1b2f6f0f11"_s,
            .patient = PatientId{7},
            .patientNumber = u"P000007"_s,
            .phoneNumber = u"+237670000001"_s,
            .email = u"a@b.example"_s,
            .message = u"m"_s,
            .language = Language::English,
            .scheduledTime = now.addDays(1),
            .channel = Channel::Email,
            .templateName = u"visit"_s,
            .recurrence = Recurrence{.every = 2},
            .purpose = Purpose::Results,
            .appointmentTime = now.addDays(3)};
        const ReminderDraft draft = draftOf(reminder);
        QCOMPARE(draft.patient, reminder.patient);
        QCOMPARE(draft.patientReference, reminder.patientNumber);
        QCOMPARE(draft.clientId, reminder.clientId);
        QCOMPARE(draft.phoneNumber, reminder.phoneNumber);
        QCOMPARE(draft.email, reminder.email);
        QCOMPARE(draft.message, reminder.message);
        QCOMPARE(draft.language, reminder.language);
        QCOMPARE(draft.scheduledTime, reminder.scheduledTime);
        QCOMPARE(draft.channel, reminder.channel);
        QCOMPARE(draft.templateName, reminder.templateName);
        QCOMPARE(draft.recurrence, reminder.recurrence);
        QCOMPARE(draft.purpose, reminder.purpose);
        QCOMPARE(draft.appointmentTime, reminder.appointmentTime);
        QCOMPARE(validate(draft, now), QList<FieldError>());
    }
};

QTEST_GUILESS_MAIN(ReminderTest)
#include "tst_reminder.moc"
