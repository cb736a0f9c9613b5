#pragma once

#include "app/services/accountservice.h"
#include "app/services/appointmentservice.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/bulkreminderservice.h"
#include "app/services/calendarservice.h"
#include "app/services/callanswerservice.h"
#include "app/services/caseservice.h"
#include "app/services/consentservice.h"
#include "app/services/deviceservice.h"
#include "app/services/disputeservice.h"
#include "app/services/importservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/promptservice.h"
#include "app/services/reminderforecastservice.h"
#include "app/services/reminderservice.h"
#include "app/services/services.h"
#include "app/services/settingsservice.h"
#include "app/services/syncservice.h"
#include "app/services/tabletcontentservice.h"
#include "app/services/tabletfileservice.h"
#include "app/services/templateservice.h"
#include "app/services/testmessageservice.h"
#include "app/services/wardservice.h"
#include "tests/support/room.h"

namespace accueil {

// A room with everything that the window's pages ask for.
struct DeskRoom : Room
{
    explicit DeskRoom(Dialect dialect)
        : Room(dialect)
    {
    }

    SettingsService settings{store.database(), store.cipher(), clock, events, {}};
    ReminderService reminders{store.database(), store.cipher(), clock, events, [this] { return settings.current(); }};
    std::optional<SendDelay> standstill; // of all channels
    ReminderForecastService forecasts{store.database(), store.cipher(), clock, reminders,
        [this] { return settings.current(); }, [this](Channel) { return standstill; }};
    AppointmentService appointments{
        store.database(), store.cipher(), clock, events, reminders, [this] { return settings.current(); }};
    PlanService plans{store.database(), clock, events};
    CalendarService calendar{store.database(), [this] { return settings.current(); }};
    BulkReminderService bulk{patients, reminders, clock, [this] { return settings.current(); }};
    TemplateService templates{store.database(), store.cipher(), clock, events, [this] { return settings.current(); }};
    AccountService accounts{store.database(), store.cipher(), clock, events, {QByteArray(32, 'k'), {}, {}}};
    TestMessageService testMessages{{}};
    ImportService imports{patients, feedback, events};
    ConsentService consents{store.database(), store.cipher(), clock, events};
    AttemptNewsService attemptNews{
        store.database(), store.cipher(), clock, events, [this] { return settings.current(); }};
    InboundMessageService inbound{store.database(), store.cipher(), clock, [this] { return settings.current(); },
        consents, feedback, &appointments};
    CallAnswerService calls{store.database(), store.cipher(), [this] { return settings.current(); }, inbound};
    DeviceService devices{store.database(), store.cipher(), clock, events};
    SyncService sync{store.database(), store.cipher(), clock, events, devices, testEngine()};
    DisputeService disputes{store.database(), store.cipher(), clock, events, testEngine()};
    TabletContentService tabletContent{
        store.database(), store.cipher(), clock, events, devices, [this] { return settings.current(); }};
    PromptService prompts{store.database(), store.cipher(), clock, events};
    WardService wards{store.database(), store.cipher(), clock, events, settings};
    TabletFileService tabletFiles{store.database(), clock, devices, sync};
    CaseService cases{store.database(), store.cipher(), clock, events};
    Services services{accounts, patients, feedback, reminders, forecasts, appointments, plans, calendar, bulk,
        templates, statistics, settings, testMessages, imports, consents, attemptNews, inbound, calls, understanding,
        devices, sync, disputes, tabletContent, prompts, wards, tabletFiles, cases, events};

    Patient addPatient(
        const QString &name, const QString &phone = {}, const QString &ward = QStringLiteral("Maternité"))
    {
        return patients.create(reception, {.name = name, .phoneNumber = phone, .ward = ward}).value();
    }
    Reminder addReminder(const Patient &patient, const QDateTime &when)
    {
        ReminderDraft draft;
        draft.patient = patient.id;
        draft.message = QStringLiteral("Rendez-vous lundi a 9 h 30.");
        draft.scheduledTime = when;
        return reminders.schedule(reception, draft).value().reminder;
    }
};

} // namespace accueil
