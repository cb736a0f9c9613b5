#pragma once

#include "tests/ui/pageroom.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/button.h"

#include <QLineEdit>
#include <QtTest>

namespace accueil {

using namespace Qt::StringLiterals;

// A way out that keeps what it was given and answers as told.
struct FakeSender final : MessageSender
{
    bool isConfigured() const override { return true; }
    SendReport send(const OutgoingMessage &message) override
    {
        sent.append(message);
        return answer;
    }
    QList<OutgoingMessage> sent;
    SendReport answer{.outcome = SendOutcome::Accepted, .provider = u"fake"_s};
};

constexpr int sendingTab = 4;

// The settings page on a store, with an administrator before it.
struct SettingsRoom : PageRoom
{
    explicit SettingsRoom(const SettingsOverride &overrides = {})
        : fixedSettings(store.database(), store.cipher(), clock, events, overrides)
    {
        page.resize(1100, 800);
        page.show();
        isReady = QTest::qWaitFor([this] { return field(u"name"_s) && !field(u"name"_s)->text().isEmpty(); }, 10'000);
    }
    ~SettingsRoom() { backgroundPool().waitForDone(); }

    PageContext adminContext()
    {
        return {
            Services{accounts, patients, feedback, reminders, forecasts, appointments, plans, calendar, bulk, templates,
                statistics, fixedSettings, tests, imports, consents, attemptNews, inbound, DeskRoom::calls,
                understanding, devices, sync, disputes, tabletContent, prompts, wards, tabletFiles, cases, events},
            Session{{}, u"admin"_s, Role::Admin}, clock, preferences, "Africa/Douala"};
    }
    QLineEdit *field(const QString &path) { return page.findChild<QLineEdit *>(path); }
    bool save()
    {
        auto *button = page.findChild<Button *>(u"saveSettings"_s);
        QTest::keyClick(button, Qt::Key_Space);
        return QTest::qWaitFor([button] { return !button->isBusy(); }, 10'000);
    }

    // `segments` of SMS this month, each at 25, of a budget for `affordable` of them.
    void spend(int segments, int affordable)
    {
        HospitalSettings hospital = settings.current();
        hospital.smsCost.pricePerSegment = 25;
        hospital.smsCost.monthlyBudget = 25 * affordable;
        QVERIFY(settings.save(Session::system(), hospital));
        const Patient patient = addPatient(u"Ebelle Ndolo, Grâce"_s, u"+237655123456"_s);
        const Reminder reminder = addReminder(patient, clock.now().addSecs(3600));
        store.database().execute(u"INSERT INTO attempts (reminder_id, patient_id, number, channel, started_at, outcome,"
                                 " provider, segments) VALUES (?, ?, 1, 'sms', ?, 'delivered', 'twilio', ?)"_s,
            {reminder.id.value, patient.id.value, clock.now().toMSecsSinceEpoch(), segments});
    }

    FakeSender sms;
    FakeSender email;
    FakeSender calls;
    SettingsService fixedSettings;
    TestMessageService tests{{{Channel::Sms, &sms}, {Channel::Email, &email}, {Channel::Ivr, &calls}}};
    SettingsPage page{adminContext()};
    bool isReady = false;
};

} // namespace accueil
