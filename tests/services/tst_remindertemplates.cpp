#include "app/services/templateservice.h"
#include "tests/support/reminderdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct TemplateDesk : ReminderDesk
{
    using ReminderDesk::ReminderDesk;
    TemplateService templates{
        store.database(), store.cipher(), clock, events, [] { return HospitalSettings{.shortName = u"HGD"_s}; }};

    ReminderDraft order(const QString &name)
    {
        ReminderDraft draft = this->draft();
        draft.message.clear();
        draft.templateName = name;
        draft.language = Language::French;
        draft.appointmentTime = clock.now().addDays(3);
        return draft;
    }
    Reminder scheduled(const ReminderDraft &draft) { return service().schedule(reception, draft).value().reminder; }
    QString dayOf(const QDateTime &time) const
    {
        return QLocale(QLocale::French, QLocale::Cameroon).toString(time.addSecs(3600).date(), u"dddd d MMMM"_s);
    }
};

const Session manager{UserId{}, u"manager"_s, Role::Manager};

} // namespace

// Reminders that take their words from a template, on both databases.
class ReminderTemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void takesItsWordsFromTheTemplate();
    void ownWordsWinOverTheTemplate();
    void speaksThePatientsLanguageOrFrench();
    void refusesWordsThatGrowTooLong();
    void refusesWhatItCannotFill_data();
    void refusesWhatItCannotFill();
    void aSharedTelephoneGetsTheMinimalText();
    void followsTheAppointmentThatMoves();
    void leavesWordsThatWereChangedAlone();
    void keepsItsWordsWithoutTheTemplate();
    void keepsItsWordsWhenTheTemplateChanges();

private:
    std::unique_ptr<TemplateDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<TemplateDesk>(dialect);
    }
};

void ReminderTemplatesTest::takesItsWordsFromTheTemplate()
{
    const auto desk = this->desk();
    const Reminder reminder = desk->scheduled(desk->order(u"appointment"_s));
    QVERIFY(reminder.message.contains(u"Éwané Essomba"_s));
    QVERIFY2(reminder.message.contains(desk->dayOf(*reminder.appointmentTime)), qPrintable(reminder.message));
    QVERIFY(!reminder.message.contains(u'{'));
    QCOMPARE(reminder.templateName, u"appointment"_s);
}

void ReminderTemplatesTest::ownWordsWinOverTheTemplate()
{
    const auto desk = this->desk();
    ReminderDraft draft = desk->order(u"no-such-template"_s);
    draft.message = u"Venez {demain}."_s;
    QCOMPARE(desk->scheduled(draft).message, u"Venez {demain}."_s);
}

void ReminderTemplatesTest::speaksThePatientsLanguageOrFrench()
{
    const auto desk = this->desk();
    ReminderDraft draft = desk->order(u"results"_s);
    draft.language = Language::English;
    QVERIFY(desk->scheduled(draft).message.contains(u"your results"_s));
    draft.language = Language::Basaa;
    const Reminder reminder = desk->scheduled(draft);
    QVERIFY(reminder.message.contains(u"vos résultats"_s));
    QCOMPARE(reminder.language, Language::Basaa); // what the patient speaks, not what could be said
}

void ReminderTemplatesTest::refusesWordsThatGrowTooLong()
{
    const auto desk = this->desk();
    TemplateDraft draft = draftOf(desk->templates.find(manager, u"results"_s, Language::French).value());
    draft.text = u"{name}"_s.repeated(200);
    QVERIFY(desk->templates.edit(manager, u"results"_s, Language::French, draft));
    const auto refused = desk->service().schedule(reception, desk->order(u"results"_s));
    QCOMPARE(refused.error().fields, (QList<FieldError>{{u"message"_s, u"tooLong"_s, {{u"max"_s, 1600}}}}));
}

void ReminderTemplatesTest::refusesWhatItCannotFill_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasAppointment");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    QTest::newRow("neither words nor a template") << QString() << true << u"message"_s << u"required"_s;
    QTest::newRow("unknown template") << u"nothing"_s << true << u"template"_s << u"unknownTemplate"_s;
    QTest::newRow("no appointment to speak of")
        << u"appointment"_s << false << u"appointment_time"_s << u"missingForTemplate"_s;
}

void ReminderTemplatesTest::refusesWhatItCannotFill()
{
    QFETCH(QString, name);
    QFETCH(bool, hasAppointment);
    const auto desk = this->desk();
    ReminderDraft draft = desk->order(name);
    if (!hasAppointment)
        draft.appointmentTime.reset();
    const auto refused = desk->service().schedule(reception, draft);
    QCOMPARE(refused.error().fields.size(), 1);
    QTEST(refused.error().fields.constFirst().field, "field");
    QTEST(refused.error().fields.constFirst().key, "key");
}

void ReminderTemplatesTest::aSharedTelephoneGetsTheMinimalText()
{
    const auto desk = this->desk();
    const Patient patient = desk->createPatient(
        {.name = u"Awa"_s, .email = patientEmail, .phoneNumber = patientPhone, .phoneIsShared = true});
    ReminderDraft draft = desk->order(u"appointment"_s);
    draft.patient = patient.id;
    const QString shared = desk->scheduled(draft).message;
    QVERIFY2(!shared.contains(u"rendez-vous"_s), qPrintable(shared));
    QVERIFY(shared.contains(u"Awa"_s));
    draft.channel = Channel::Email;
    QVERIFY(desk->scheduled(draft).message.contains(u"rendez-vous"_s));
}

void ReminderTemplatesTest::followsTheAppointmentThatMoves()
{
    const auto desk = this->desk();
    const Reminder reminder = desk->scheduled(desk->order(u"appointment"_s));
    ReminderDraft moved = draftOf(reminder);
    moved.appointmentTime = desk->clock.now().addDays(10);
    const Reminder after = desk->service().edit(reception, reminder.id, moved).value();
    QVERIFY2(after.message.contains(desk->dayOf(*moved.appointmentTime)), qPrintable(after.message));
    QVERIFY(!after.message.contains(desk->dayOf(*reminder.appointmentTime)));
}

void ReminderTemplatesTest::leavesWordsThatWereChangedAlone()
{
    const auto desk = this->desk();
    const Reminder reminder = desk->scheduled(desk->order(u"appointment"_s));
    ReminderDraft changed = draftOf(reminder);
    changed.message += u" Apportez votre carnet."_s;
    const Reminder own = desk->service().edit(reception, reminder.id, changed).value();
    QCOMPARE(own.message, changed.message);
    ReminderDraft moved = draftOf(own);
    moved.appointmentTime = desk->clock.now().addDays(10);
    QCOMPARE(desk->service().edit(reception, reminder.id, moved).value().message, changed.message);
}

void ReminderTemplatesTest::keepsItsWordsWithoutTheTemplate()
{
    const auto desk = this->desk();
    const Reminder reminder = desk->scheduled(desk->order(u"appointment"_s));
    ReminderDraft own = draftOf(reminder);
    own.templateName.clear();
    const auto after = desk->service().edit(reception, reminder.id, own);
    QVERIFY(after.has_value());
    QCOMPARE(after->message, reminder.message);
    QCOMPARE(after->templateName, QString());
}

void ReminderTemplatesTest::keepsItsWordsWhenTheTemplateChanges()
{
    const auto desk = this->desk();
    const Reminder reminder = desk->scheduled(desk->order(u"appointment"_s));
    TemplateDraft draft = draftOf(desk->templates.find(manager, u"appointment"_s, Language::French).value());
    draft.text = u"{name}, {date}"_s;
    QVERIFY(desk->templates.edit(manager, u"appointment"_s, Language::French, draft));
    QCOMPARE(desk->service().find(reception, reminder.id).value().message, reminder.message);
}

QTEST_GUILESS_MAIN(ReminderTemplatesTest)
#include "tst_remindertemplates.moc"
