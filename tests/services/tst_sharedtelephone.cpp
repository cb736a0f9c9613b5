#include "app/services/templateservice.h"
#include "tests/support/deliverydesk.h"

#include <QtTest>

using namespace accueil;

namespace {

const Session manager{UserId{}, u"manager"_s, Role::Manager};

struct SharedDesk : DeliveryDesk
{
    explicit SharedDesk(Dialect dialect)
        : DeliveryDesk(dialect)
    {
        others(true);
    }
    void others(bool answerItToo)
    {
        PatientDraft changed = draftOf(patient);
        changed.phoneIsShared = answerItToo;
        patient = patients().edit(programItself, patient.id, changed).value();
    }
    QString smsSent(const ReminderDraft &wanted)
    {
        const ReminderId id = schedule(wanted);
        becomeDue();
        DeliveryService delivery = program(sms);
        delivery.deliverDue(never);
        return sms.messages.isEmpty() || reminder(id).message != sms.messages.back().text ? u"nothing"_s
                                                                                          : sms.messages.back().text;
    }
    TemplateService templates{store.database(), store.cipher(), clock, events, [this] { return settings; }};
};

const QString minimal = u" : un message attend Éwané Essomba. Passez à l'accueil ou appelez-nous."_s;

} // namespace

// A telephone that others answer too hears that there is a message, not which, on both databases.
class SharedTelephoneTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SharedDesk> desk()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<SharedDesk>(dialect);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }

    void aNumberThatIsCorrectedWhileItWaitsCounts()
    {
        const auto desk = this->desk();
        desk->others(false);
        const ReminderId id = desk->schedule(desk->draft());
        desk->others(true);
        desk->settings.delivery.holidays = {desk->clock.now().date(), desk->clock.now().date().addDays(1)};
        desk->becomeDue();
        DeliveryService delivery = desk->program(desk->sms);
        delivery.deliverDue(never);
        QCOMPARE(desk->reminder(id).reason, u"holiday"_s);
        PatientDraft corrected = draftOf(desk->patient);
        corrected.phoneNumber = u"+237670000007"_s;
        QVERIFY(desk->patients().edit(programItself, desk->patient.id, corrected));
        desk->settings.delivery.holidays.clear();
        desk->clock.set(*desk->reminder(id).nextTry);
        delivery.deliverDue(never);
        QCOMPARE(desk->sms.messages.size(), 1);
        QCOMPARE(desk->sms.messages.front().phoneNumber, u"+237670000007"_s);
        QVERIFY(desk->sms.messages.front().text.endsWith(minimal));
    }

    void hearsNothingOfWhatAPersonWrote_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::newRow("sms") << Channel::Sms;
        QTest::newRow("call") << Channel::Ivr;
    }
    void hearsNothingOfWhatAPersonWrote()
    {
        QFETCH(Channel, channel);
        const auto desk = this->desk();
        ReminderDraft draft = desk->draft();
        draft.channel = channel;
        const Reminder planned = desk->reminder(desk->schedule(draft));
        QVERIFY2(planned.message.endsWith(minimal), qPrintable(planned.message));
        desk->others(false);
        QCOMPARE(desk->reminder(desk->schedule(draft)).message, draft.message);
    }

    void aLetterSaysAll()
    {
        const auto desk = this->desk();
        ReminderDraft draft = desk->draft();
        draft.channel = Channel::Email;
        QCOMPARE(desk->reminder(desk->schedule(draft)).message, draft.message);
    }

    void isSparedWhatWasPlannedBeforeItWasShared()
    {
        const auto desk = this->desk();
        desk->others(false);
        const ReminderId id = desk->schedule(desk->draft());
        desk->others(true);
        desk->becomeDue();
        DeliveryService delivery = desk->program(desk->sms);
        QCOMPARE(delivery.deliverDue(never), 1);
        QCOMPARE(desk->sms.messages.size(), 1);
        QCOMPARE(desk->sms.messages.front().text, desk->settings.name + minimal);
        // The row says what has left, and the provider can be asked for it.
        QCOMPARE(desk->reminder(id).message, desk->settings.name + minimal);
        QCOMPARE(desk->reminder(id).status, ReminderStatus::Sent);
    }

    void isSparedWhatCouldNotGoByLetter()
    {
        const auto desk = this->desk();
        ReminderDraft draft = desk->draft();
        draft.channel = Channel::Email;
        draft.fallback = {Channel::Sms};
        desk->schedule(draft);
        desk->becomeDue();
        desk->mail.reports = {ScriptedSender::answer(SendOutcome::Refused, u"invalidAddress"_s)};
        DeliveryService delivery = desk->program(desk->sms);
        delivery.deliverDue(never);
        delivery.deliverDue(never);
        QCOMPARE(desk->mail.messages.front().text, draft.message);
        QCOMPARE(desk->sms.messages.size(), 1);
        QCOMPARE(desk->sms.messages.front().text, desk->settings.name + minimal);
    }

    void getsTheHospitalsOwnMinimalText()
    {
        const auto desk = this->desk();
        TemplateDraft own = draftOf(desk->templates.find(manager, u"shared_phone"_s, Language::French).value());
        own.text = u"{name} : appelez {hospital}."_s;
        QVERIFY(desk->templates.edit(manager, own.name, own.language, own));
        QCOMPARE(desk->smsSent(desk->draft()), u"Éwané Essomba : appelez Hôpital Général."_s);
    }

    // Not what was to be kept from others.
    void getsTheShippedTextWhereTheOwnCannotBeUsed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isActive");
        QTest::newRow("switched off") << u"Appelez-nous."_s << false;
        QTest::newRow("wants what is not known") << u"Rendez-vous le {date}."_s << true;
    }
    void getsTheShippedTextWhereTheOwnCannotBeUsed()
    {
        QFETCH(QString, text);
        QFETCH(bool, isActive);
        const auto desk = this->desk();
        TemplateDraft own = draftOf(desk->templates.find(manager, u"shared_phone"_s, Language::French).value());
        own.text = text;
        own.isActive = isActive;
        QVERIFY(desk->templates.edit(manager, own.name, own.language, own));
        QCOMPARE(desk->smsSent(desk->draft()), desk->settings.name + minimal);
        ReminderDraft results = desk->draft();
        results.message.clear();
        results.templateName = u"results"_s;
        QCOMPARE(desk->smsSent(results), desk->settings.name + minimal);
    }
};

QTEST_GUILESS_MAIN(SharedTelephoneTest)
#include "tst_sharedtelephone.moc"
