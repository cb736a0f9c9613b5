#include "app/domain/voicescript.h"
#include "app/services/messagewording.h"
#include "app/services/outgoingmessages.h"
#include "app/services/templateservice.h"
#include "app/services/voicecalls.h"
#include "tests/support/appointmentdesk.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const Session manager{UserId{}, u"manager"_s, Role::Manager};

struct PrivacyDesk : AppointmentDesk
{
    explicit PrivacyDesk(Dialect dialect)
        : AppointmentDesk(dialect)
    {
    }

    Result<Scheduling> schedule(const QString &message, Channel channel = Channel::Sms)
    {
        ReminderDraft wanted = draft();
        wanted.message = message;
        wanted.channel = channel;
        return reminderService.schedule(reception, wanted);
    }
    Result<MessageTemplate> write(const QString &text, bool isActive = true)
    {
        TemplateDraft wanted = draftOf(templates.find(manager, u"results"_s, Language::French).value());
        wanted.text = text;
        wanted.isActive = isActive;
        return templates.edit(manager, wanted.name, Language::French, wanted);
    }

    TemplateService templates{store.database(), store.cipher(), clock, events, [this] { return settings; }};
};

QList<FieldError> refusal(const QString &field, const QString &word)
{
    return {{field, u"givesAwayHealth"_s, {{u"word"_s, word}}}};
}

} // namespace

// What others may read says nothing of an illness, on both databases.
class PrivacyCheckTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivacyDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<PrivacyDesk>(dialect);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }

    void refusesAnSmsThatTells()
    {
        const auto desk = this->desk();
        const auto refused = desk->schedule(u"Votre traitement du VIH vous attend"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().fields, refusal(u"message"_s, u"VIH"_s));
        QCOMPARE(desk->number(u"SELECT COUNT(*) FROM reminders"_s), 0);
        QVERIFY(desk->schedule(u"Votre traitement vous attend"_s));
    }

    void leavesLettersAndCallsAlone()
    {
        const auto desk = this->desk();
        QVERIFY(desk->schedule(u"Votre traitement du VIH vous attend"_s, Channel::Email));
        QVERIFY(desk->schedule(u"Votre traitement du VIH vous attend"_s, Channel::Ivr));
    }

    void refusesALetterThatMayBecomeAnSms()
    {
        const auto desk = this->desk();
        ReminderDraft draft = desk->draft();
        draft.message = u"Votre biopsie"_s;
        draft.channel = Channel::Email;
        draft.fallback = {Channel::Sms};
        const auto refused = desk->reminderService.schedule(reception, draft);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, refusal(u"message"_s, u"biopsie"_s));
    }

    void refusesThePatientsOwnConditionOnly()
    {
        const auto desk = this->desk();
        QVERIFY(desk->schedule(u"Apportez votre spray d'asthme"_s));
        desk->patient = desk->createPatient(
            {.name = u"Awa Sida"_s, .phoneNumber = u"+237670000002"_s, .condition = u"Asthme sévère"_s});
        const auto refused = desk->schedule(u"Apportez votre spray d'asthme"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, refusal(u"message"_s, u"asthme"_s));
        QVERIFY(desk->schedule(u"Awa Sida, venez demain"_s)); // her name
    }

    void refusesAnEditThatTells()
    {
        const auto desk = this->desk();
        const Reminder reminder = desk->scheduled();
        ReminderDraft draft = draftOf(reminder);
        draft.message = u"Rendez-vous en oncologie"_s;
        const auto refused = desk->reminderService.edit(reception, reminder.id, draft);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, refusal(u"message"_s, u"oncologie"_s));
        QCOMPARE(desk->reminderService.find(reception, reminder.id).value(), reminder);
        draft.channel = Channel::Email;
        QVERIFY(desk->reminderService.edit(reception, reminder.id, draft));
    }

    void refusesWhatATemplateIsFilledWith()
    {
        const auto desk = this->desk();
        QVERIFY(desk->write(u"{hospital} : {name}, venez au service {ward}."_s));
        ReminderDraft draft = desk->draft();
        draft.message.clear();
        draft.templateName = u"results"_s;
        draft.language = Language::French;
        for (const auto &[ward, word] :
            {std::pair(u"Pavillon B"_s, QString()), std::pair(u"Oncologie"_s, u"Oncologie"_s),
                std::pair(u"Unité VIH"_s, u"VIH"_s), std::pair(u"Psychiatrie"_s, u"Psychiatrie"_s)}) {
            draft.patient = desk->createPatient({.name = u"Awa"_s, .phoneNumber = u"+237670000003"_s, .ward = ward}).id;
            const auto answer = desk->reminderService.schedule(reception, draft);
            QCOMPARE(answer.has_value(), word.isEmpty());
            if (!answer)
                QCOMPARE(answer.error().fields, refusal(u"message"_s, word));
        }
        desk->settings.name = u"Centre anti-cancéreux"_s;
        draft.patient = desk->patient.id;
        QCOMPARE(desk->reminderService.schedule(reception, draft).error().fields.value(0),
            (FieldError{u"template"_s, u"missingForTemplate"_s, {{u"placeholder"_s, u"{ward}"_s}}}));
        draft.templateName = u"follow_up"_s;
        QCOMPARE(
            desk->reminderService.schedule(reception, draft).error().fields, refusal(u"message"_s, u"cancéreux"_s));
        desk->settings.shortName = u"CAC"_s;
        QVERIFY(desk->reminderService.schedule(reception, draft));
    }

    void letsEveryShippedTemplatePass()
    {
        const auto desk = this->desk();
        const QList<MessageTemplate> all = desk->templates.list(manager).value();
        QVERIFY(all.size() >= 30);
        for (const MessageTemplate &shipped : all) {
            ReminderDraft draft = desk->draft();
            draft.message.clear();
            draft.templateName = shipped.name;
            draft.language = shipped.language;
            draft.appointmentTime = desk->clock.now().addDays(3);
            QVERIFY2(desk->reminderService.schedule(reception, draft), qPrintable(shipped.key()));
            TemplateDraft again = draftOf(shipped);
            if (shipped.isWritten())
                QVERIFY2(
                    desk->templates.edit(manager, shipped.name, shipped.language, again), qPrintable(shipped.key()));
        }
    }

    void refusesTemplatesThatTellWhileTheyAreActive()
    {
        const auto desk = this->desk();
        const auto refused = desk->write(u"{hospital} : votre mammographie est prête."_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields, refusal(u"text"_s, u"mammographie"_s));
        QVERIFY(desk->write(u"{hospital} : votre mammographie est prête."_s, false));
        QVERIFY(!desk->write(u"{hospital} : votre mammographie est prête."_s, true));
        const TemplateDraft own{.name = u"own"_s, .purpose = Purpose::Results, .text = u"Your HIV test, {name}"_s};
        QCOMPARE(desk->templates.create(manager, own).error().fields, refusal(u"text"_s, u"HIV"_s));
    }

    void anAppointmentInATellingClinicIsRemindedOfWithoutItsName()
    {
        const auto desk = this->desk();
        TemplateDraft wording = draftOf(desk->templates.find(manager, u"appointment"_s, Language::French).value());
        wording.text = u"{name}, rendez-vous le {date} à {time}, {ward}."_s;
        QVERIFY(desk->templates.edit(manager, u"appointment"_s, Language::French, wording));
        AppointmentDraft draft = desk->inHours(240);
        draft.ward = u"Pavillon B"_s;
        const Appointment harmless = desk->made(draft);
        draft = desk->inHours(480);
        draft.ward = u"Oncologie"_s;
        const Appointment telling = desk->made(draft);
        QVERIFY(!desk->reminders(harmless).isEmpty());
        QCOMPARE(desk->reminders(telling).size(), desk->reminders(harmless).size());
        for (const Reminder &reminder : desk->reminders(harmless))
            QVERIFY2(reminder.message.contains(u"Pavillon B"_s), qPrintable(reminder.message));
        int messages = 0;
        for (const Reminder &reminder : desk->reminders(telling)) {
            if (reminder.channel != Channel::Sms)
                continue;
            ++messages;
            QVERIFY2(!reminder.message.contains(u"Oncologie"_s), qPrintable(reminder.message));
            QVERIFY2(reminder.message.contains(u"un message attend"_s), qPrintable(reminder.message));
        }
        QVERIFY(messages > 0);
    }

    void warnsOnlyWhereTheHospitalWantsIt()
    {
        const auto desk = this->desk();
        desk->settings.privacyCheck = PrivacyCheck::Warn;
        QVERIFY(desk->schedule(u"Votre traitement du VIH vous attend"_s));
        QVERIFY(desk->write(u"{hospital} : votre mammographie est prête."_s));
        const auto preview = desk->templates.preview(reception, {.text = u"Votre biopsie"_s}).value();
        QCOMPARE(preview.sensitive, (QList<SensitiveWords>{{u"biopsie"_s, 6}}));
    }

    void subjectsAndGreetingsNeverTell_data()
    {
        QTest::addColumn<HospitalSettings>("settings");
        QTest::newRow("any hospital") << HospitalSettings{.name = u"Hôpital Général"_s};
        QTest::newRow("a telling name") << HospitalSettings{
            .name = u"Centre anti-cancéreux"_s, .shortName = u"CAC Douala"_s};
        QTest::newRow("two of them") << HospitalSettings{
            .name = u"Centre anti-cancéreux"_s, .shortName = u"Oncologie Douala"_s};
    }
    void subjectsAndGreetingsNeverTell()
    {
        QFETCH(HospitalSettings, settings);
        const auto desk = this->desk();
        const Patient patient{.name = u"Awa"_s, .condition = u"VIH"_s, .ward = u"Oncologie"_s};
        for (const auto &language : languageTable.rows) {
            const Reminder reminder{.message = u"VIH"_s,
                .language = language.value,
                .channel = Channel::Email,
                .purpose = Purpose::Results};
            const QString subject = outgoingMessage(reminder, patient, settings, desk->store.cipher()).subject;
            QVERIFY2(sensitiveWords(subject, patient.condition).isEmpty(), qPrintable(subject));
            VoiceCall call = voiceCall(settings, language.value);
            call.message = reminder.message;
            for (const QList<SpokenLine> &lines : {voiceGreeting(call), voiceNeutral(call), voiceOneWay(call)}) {
                for (const SpokenLine &line : lines)
                    QVERIFY2(sensitiveWords(line.text, patient.condition).isEmpty(), qPrintable(line.text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PrivacyCheckTest)
#include "tst_privacycheck.moc"
