#pragma once

namespace accueil {

class AccountService;
class AttemptNewsService;
class CallAnswerService;
class ConsentService;
class AppointmentService;
class BulkReminderService;
class CalendarService;
class CaseService;
class DeviceService;
class DisputeService;
class DomainEvents;
class DrillService;
class FeedbackService;
class ImportService;
class InboundMessageService;
class PatientService;
class PlanService;
class PromptService;
class ReminderForecastService;
class ReminderService;
class SettingsService;
class StatisticsService;
class SyncService;
class TabletFileService;
class TabletContentService;
class TemplateService;
class TestMessageService;
class UnderstandingService;
class WardService;

// The room both doors open into. Application builds it; the window and the API get references.
struct Services
{
    AccountService &accounts;
    PatientService &patients;
    FeedbackService &feedback;
    ReminderService &reminders;
    ReminderForecastService &forecasts;
    AppointmentService &appointments;
    PlanService &plans;
    CalendarService &calendar;
    BulkReminderService &bulk;
    TemplateService &templates;
    StatisticsService &statistics;
    SettingsService &settings;
    TestMessageService &testMessages;
    ImportService &imports;
    ConsentService &consents;
    AttemptNewsService &attemptNews;
    InboundMessageService &inbound;
    CallAnswerService &calls;
    UnderstandingService &understanding;
    DeviceService &devices;
    SyncService &sync;
    DisputeService &disputes;
    TabletContentService &tabletContent;
    PromptService &prompts;
    WardService &wards;
    TabletFileService &tabletFiles;
    CaseService &cases;
    DomainEvents &events;
    DrillService *drill = nullptr; // only in a drill
};

} // namespace accueil
