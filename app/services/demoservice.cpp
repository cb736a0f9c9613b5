#include "app/services/demoservice.h"

#include "app/services/accountservice.h"
#include "app/services/appointmentservice.h"
#include "app/services/attemptnewsservice.h"
#include "app/services/deliveryservice.h"
#include "app/services/demodata.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "app/services/settingsservice.h"

#include <QRandomGenerator>

#include <algorithm>
#include <deque>
#include <functional>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The year of the demonstration passes on this clock.
class StoryClock final : public Clock
{
public:
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now;
};

// Answers as a provider would, and sends nothing: most messages arrive, some numbers are wrong, a few answers never
// come.
class StorySender final : public MessageSender
{
public:
    explicit StorySender(QRandomGenerator &random)
        : m_random(random)
    {
    }
    bool isConfigured() const override { return true; }
    SendReport send(const OutgoingMessage &message) override
    {
        const int luck = m_random.bounded(1000);
        if (luck < 4)
            return {SendOutcome::Unknown, u"demonstration"_s, {}, {}, u"timeout"_s, 0};
        if (luck < 40)
            return {SendOutcome::Refused, u"demonstration"_s, {}, u"21211"_s, u"invalidNumber"_s, 0};
        const QString id = u"DEMO%1"_s.arg(++m_sent, 6, 10, QChar(u'0'));
        if (message.channel != Channel::Email) // which does not tell
            m_taken += id;
        return {SendOutcome::Accepted, u"demonstration"_s, id, {}, {}, 0};
    }
    QStringList takeTaken() { return std::exchange(m_taken, {}); } // messages since the last time

private:
    QRandomGenerator &m_random;
    int m_sent = 0;
    QStringList m_taken;
};

// Invents the people and events of one year before `now` and a month after it. The seed is fixed: every demonstration
// is alike.
class Story
{
public:
    Story(Database &database, const StoreCipher &cipher, DomainEvents &events, const QDateTime &now,
        const Session &reception, const HospitalSettings &settings, const UnderstandingEngine &engine)
        : m_patients(database, cipher, m_clock, events)
        , m_feedback(database, cipher, m_clock, events, engine)
        , m_reminders(database, cipher, m_clock, events, [settings] { return settings; })
        , m_appointments(database, cipher, m_clock, events, m_reminders, [settings] { return settings; })
        , m_news(database, cipher, m_clock, events, [settings] { return settings; })
        , m_delivery(database, cipher, m_clock, events, {{Channel::Sms, &m_sender}, {Channel::Email, &m_sender}},
              [settings] { return settings; })
        , m_now(now)
        , m_reception(reception)
    {
    }

    void tell()
    {
        for (int i = 0; i < DemoService::patientCount; ++i)
            planPatient(i);
        for (int daysAgo = 370; daysAgo >= 0; --daysAgo)
            planTablets(m_now.date().addDays(-daysAgo), daysAgo);
        std::stable_sort(m_events.begin(), m_events.end(), [](const Event &a, const Event &b) { return a.at < b.at; });
        // Events may plan later ones (a patient's visits follow the registration), which are merged in as they come.
        for (size_t i = 0; i < m_events.size(); ++i) {
            const Event event = m_events.at(i);
            if (event.at > m_now)
                break;
            m_clock.set(event.at);
            event.happen();
        }
        m_clock.set(m_now);
    }

private:
    struct Event
    {
        QDateTime at;
        std::function<void()> happen;
    };

    // Inserts in time order behind everything that has happened.
    void plan(const QDateTime &at, std::function<void()> happen)
    {
        const auto later = std::upper_bound(m_events.begin(), m_events.end(), at,
            [](const QDateTime &time, const Event &event) { return time < event.at; });
        m_events.insert(later, {at, std::move(happen)});
    }
    template <typename List>
    const auto &pick(const List &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    // A moment of a working day, 07:00-15:30 UTC (08:00-16:30 in Douala), on a whole five minutes.
    QDateTime workingHour(const QDate &day)
    {
        return QDateTime(day.dayOfWeek() == 7 ? day.addDays(1) : day, QTime(7, 0), Qt::UTC)
            .addSecs(300 * m_random.bounded(102));
    }

    Language language()
    {
        const int luck = m_random.bounded(100);
        return luck < 60 ? Language::French
            : luck < 82  ? Language::English
            : luck < 90  ? Language::Duala
            : luck < 95  ? Language::Basaa
                         : Language::Ewondo;
    }

    PatientDraft invent(int number)
    {
        PatientDraft draft;
        const bool female = chance(56);
        draft.name
            = pick(demo::familyNames()) + u", "_s + (female ? pick(demo::femaleNames()) : pick(demo::maleNames()));
        draft.gender = female ? Gender::Female : Gender::Male;
        // +237 600 00 xx xx is in nobody's hands (app/domain/phonenumber.cpp). Every twelfth patient shares a
        // telephone.
        draft.phoneIsShared = number % 12 == 0;
        draft.phoneNumber = u"+2376000%1"_s.arg(draft.phoneIsShared ? 1 : 1000 + number, 5, 10, QChar(u'0'));
        if (chance(25))
            draft.email = u"patient%1@exemple.invalid"_s.arg(number);
        const int age = std::clamp(int(4 + m_random.bounded(40) + m_random.bounded(40)), 1, 90);
        if (chance(60))
            draft.birthDate = m_now.date().addDays(-365 * age - m_random.bounded(365));
        else
            draft.age = age;
        draft.condition = pick(demo::conditions());
        draft.preferredLanguage = language();
        draft.ward = pick(demo::wards()).name;
        for (const Channel channel : {Channel::Sms, Channel::Email}) {
            if (chance(70))
                draft.consent.insert({channel, Purpose::Appointment}, ConsentState::Granted);
        }
        return draft;
    }

    void planPatient(int number)
    {
        const QDateTime registered = workingHour(m_now.date().addDays(-370 + m_random.bounded(365)));
        plan(registered, [this, number] {
            const Result<Patient> patient = m_patients.create(m_reception, invent(number));
            if (!patient)
                return;
            for (int visit = 0; visit < 3; ++visit) {
                const QDateTime when = workingHour(m_clock.now().date().addDays(3 + visit * 45 + m_random.bounded(40)));
                planVisit(*patient, when);
            }
        });
    }

    void planVisit(const Patient &patient, const QDateTime &when)
    {
        if (when > m_now.addDays(30))
            return;
        const QDateTime booked = std::max(m_clock.now().addSecs(600), when.addDays(-21));
        if (chance(75))
            plan(booked, [this, patient, when] { remind(patient, when); });
        for (int i = m_random.bounded(3); i > 0 && when < m_now; --i)
            plan(when.addSecs(3600 * (1 + m_random.bounded(5))), [this, patient] { giveFeedback(patient); });
    }

    // The visit with one message three days before, and what becomes of both.
    void remind(const Patient &patient, const QDateTime &visit)
    {
        const bool byEmail = !patient.email.isEmpty() && chance(40);
        AppointmentDraft draft;
        draft.patient = patient.id;
        draft.startsAt = visit;
        draft.ward = patient.ward;
        PlanStep step = shippedPlan().steps.constFirst();
        step.hoursBefore = 72;
        step.channel = byEmail ? Channel::Email : Channel::Sms;
        step.fallback.clear();
        draft.steps = {step};
        const Result<AppointmentScheduling> made = m_appointments.schedule(m_reception, draft);
        if (!made)
            return;
        const AppointmentId id = made->appointment.id;
        plan(std::max(step.timeFor(visit), m_clock.now()).addSecs(20), [this] { deliver(); });
        const bool confirms = chance(58);
        if (confirms) {
            plan(visit.addDays(-2), [this, id, byEmail] {
                Q_UNUSED(m_appointments.confirm(m_reception, id, byEmail ? AnswerPath::Desk : AnswerPath::Sms));
            });
        }
        const int luck = m_random.bounded(100);
        const AppointmentStatus outcome = luck < (confirms ? 4 : 19) ? AppointmentStatus::Missed
            : luck < 30                                              ? AppointmentStatus::Late
                                                                     : AppointmentStatus::Attended;
        plan(visit.addSecs(5400),
            [this, id, outcome] { Q_UNUSED(m_appointments.setOutcome(m_reception, id, outcome)); });
    }

    void deliver()
    {
        m_delivery.deliverDue([] { return false; });
        for (const QString &message : m_sender.takeTaken()) {
            const int luck = m_random.bounded(100);
            if (luck < 4) // nothing is heard of it
                continue;
            DeliveryNews news{.providerMessageId = message, .outcome = AttemptOutcome::Delivered};
            if (luck < 8) {
                news.outcome = AttemptOutcome::Undelivered;
                news.reason = u"phoneUnreachable"_s;
            }
            plan(m_clock.now().addSecs(90), [this, news] { m_news.apply(news); });
        }
    }

    // What people say on the tablets of the wards, without giving a name: more since the hospital has more of them.
    void planTablets(const QDate &day, int daysAgo)
    {
        const int usual = daysAgo < 100 ? 9 : 2;
        const int answers = day.dayOfWeek() == 7 ? usual / 3 : usual - 1 + m_random.bounded(3);
        for (int i = 0; i < answers; ++i) {
            const QDateTime when(
                day, QTime(6 + m_random.bounded(4) + m_random.bounded(6), m_random.bounded(60)), Qt::UTC);
            plan(when, [this] { giveAnonymously(); });
        }
    }

    void giveAnonymously()
    {
        FeedbackDraft draft;
        draft.ward = chance(18) ? u"Urgences"_s : pick(demo::wards()).name;
        const int stars = starsOf(draft.ward);
        draft.language = language();
        const int luck = m_random.bounded(100);
        draft.method = luck < 84 ? SubmissionMethod::Tablet
            : luck < 91          ? SubmissionMethod::Sms
            : luck < 95          ? SubmissionMethod::Ivr
                                 : SubmissionMethod::Paper;
        draft.gender = chance(50) ? Gender::Unknown : chance(56) ? Gender::Female : Gender::Male;
        if (chance(60))
            draft.age = 16 + m_random.bounded(60);
        sayAbout(draft, stars);
    }

    int starsOf(const QString &ward)
    {
        const auto found = std::find_if(
            demo::wards().begin(), demo::wards().end(), [&](const demo::InventedWard &w) { return w.name == ward; });
        const int luck = m_random.bounded(100) + (found == demo::wards().end() ? 60 : found->quality) - 60 + mood();
        return luck < 8 ? 1 : luck < 22 ? 2 : luck < 42 ? 3 : luck < 76 ? 4 : 5;
    }

    // The week without a generator, five weeks ago; and it gets better since there are more people at the counters.
    int mood() const
    {
        const qint64 daysAgo = m_clock.now().daysTo(m_now);
        return daysAgo >= 33 && daysAgo < 40 ? -30 : daysAgo < 16 ? 7 : 0;
    }

    std::optional<int> about(int stars)
    {
        if (chance(12))
            return std::nullopt;
        return std::clamp(stars + m_random.bounded(3) - 1, 1, 5);
    }

    void giveFeedback(const Patient &patient)
    {
        const int stars = starsOf(patient.ward);
        FeedbackDraft draft;
        if (chance(80))
            draft.patient = patient.id;
        draft.gender = patient.gender;
        draft.age = patient.age(m_clock.now().date());
        draft.ward = patient.ward;
        draft.language = patient.preferredLanguage;
        draft.method = chance(55) ? SubmissionMethod::Tablet : SubmissionMethod::Desk;
        sayAbout(draft, stars);
    }

    void sayAbout(FeedbackDraft &draft, int stars)
    {
        draft.ratings = {about(stars), about(stars), about(stars), stars,
            std::clamp(stars * 2 + m_random.bounded(3) - 1, 0, 10), stars};
        // Nobody invents words in Duala, Basaa or Ewondo: there only the stars speak.
        if (draft.language == Language::French && chance(70))
            draft.comments = pick(demo::frenchWords(stars));
        else if (draft.language == Language::English && chance(70))
            draft.comments = pick(demo::englishWords(stars));
        // Such a submission is lost to the demonstration only; the store refuses nothing that a patient gives.
        Q_UNUSED(m_feedback.submit(m_reception, draft));
    }

    StoryClock m_clock;
    QRandomGenerator m_random{20261122};
    StorySender m_sender{m_random};
    PatientService m_patients;
    FeedbackService m_feedback;
    ReminderService m_reminders;
    AppointmentService m_appointments;
    AttemptNewsService m_news;
    DeliveryService m_delivery;
    QDateTime m_now;
    Session m_reception;
    std::deque<Event> m_events;
};

const QList<DemoAccount> &demoAccounts()
{
    // The program listens on this machine only until somebody changes that; the words are for everyone to read.
    static const QList<DemoAccount> accounts{
        {u"clarisse"_s, u"demonstration-admin"_s, Role::Admin},
        {u"bernard"_s, u"demonstration-manager"_s, Role::Manager},
        {u"mireille"_s, u"demonstration-reception"_s, Role::Reception},
        {u"lucie"_s, u"demonstration-viewer"_s, Role::Viewer},
    };
    return accounts;
}

} // namespace

DemoService::DemoService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
    AccountService &accounts, SettingsService &settings, const UnderstandingEngine &engine)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_engine(engine)
{
}

Result<QList<DemoAccount>> DemoService::fill(const Session &who)
{
    if (const Result<void> allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    PatientService patients(m_database, m_cipher, m_clock, m_events);
    const PatientFilter everyone{.archived = std::nullopt};
    const Result<Page<Patient>> present = patients.list(who, everyone, {1, 0});
    if (!present)
        return tl::unexpected(present.error());
    if (present->total > 0)
        return fail(ErrorCode::Conflict, {{u"store"_s, u"storeNotEmpty"_s}});

    HospitalSettings settings = m_settings.current();
    settings.name = u"Hôpital Général de Douala"_s;
    settings.shortName = u"HGD"_s;
    settings.wards.clear();
    for (const demo::InventedWard &ward : demo::wards())
        settings.wards.append(ward.name);
    if (const auto saved = m_settings.save(who, settings); !saved)
        return tl::unexpected(saved.error());

    Session reception = who;
    for (const DemoAccount &account : demoAccounts()) {
        UserDraft draft{
            account.username, account.username + u"@exemple.invalid"_s, {}, account.password, account.role, true};
        const Result<User> user = m_accounts.registerUser(who, draft);
        if (user && account.role == Role::Reception)
            reception = Session{user->id, user->username, user->role};
    }
    Story(m_database, m_cipher, m_events, m_clock.now(), reception, settings, m_engine).tell();
    Q_EMIT m_events.recordsImported();
    return demoAccounts();
}

} // namespace accueil
