#include "app/services/appointmentreminders.h"

#include "app/services/privacyguard.h"

#include <QTimeZone>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace withdrawal;

namespace {

QList<Reminder> ofStep(QList<Reminder> reminders, int number)
{
    reminders.removeIf([number](const Reminder &reminder) { return reminder.step != number; });
    return reminders;
}

} // namespace

AppointmentReminders::AppointmentReminders(Database &database, const StoreCipher &cipher, const Clock &clock,
    ReminderService &reminders, std::function<HospitalSettings()> settings)
    : m_clock(clock)
    , m_service(reminders)
    , m_settings(settings)
    , m_composer(database, clock, std::move(settings))
    , m_appointments(database, cipher)
    , m_reminders(database, cipher)
    , m_audit(database)
{
}

QList<ReminderId> AppointmentReminders::takeChanged()
{
    return std::exchange(m_changed, {});
}

QList<Appointment> AppointmentReminders::ofDay(PatientId patient, const QDateTime &moment)
{
    const QByteArray zone = m_settings().timeZone.toLatin1();
    const QDate day = moment.toTimeZone(QTimeZone(zone)).date();
    return m_appointments.between(
        patient, firstMomentAt(day, QTime(0, 0), zone), firstMomentAt(day.addDays(1), QTime(0, 0), zone));
}

QList<Appointment> AppointmentReminders::spokenForBy(const Appointment &appointment)
{
    const QList<Reminder> own = m_reminders.ofAppointment(appointment.id);
    QList<Appointment> others = ofDay(appointment.patient, appointment.startsAt);
    others.removeIf([&](const Appointment &other) {
        if (other.id == appointment.id || !other.isOpen())
            return true;
        const QList<Reminder> reminders = m_reminders.ofAppointment(other.id);
        return std::none_of(reminders.cbegin(), reminders.cend(), [&](const Reminder &reminder) {
            return isMerged(reminder) && reminder.appointmentTime == other.startsAt
                && std::any_of(own.cbegin(), own.cend(),
                    [&](const Reminder &speaker) { return speaker.id == *reminder.mergedInto; });
        });
    });
    return others;
}

Result<void> AppointmentReminders::follow(
    const Session &who, const Patient &patient, const QDateTime &moment, AppointmentId replanned)
{
    QList<Step> steps;
    for (const Appointment &appointment : ofDay(patient.id, moment)) {
        const QList<Reminder> made = m_reminders.ofAppointmentForUpdate(appointment.id);
        steps += stepsOf(appointment, made, replanned);
        if (const Result<void> kept = keepCalendar(who, patient, appointment, made); !kept && !m_skipsWordless)
            return kept;
    }
    for (Step &step : steps)
        decide(step);
    mergeSameDay(steps);
    // Those that are merged come last: they say which reminder speaks for them.
    std::stable_partition(steps.begin(), steps.end(), [](const Step &step) { return step.wish != Step::Wish::Merge; });
    for (Step &step : steps) {
        if (const Result<void> done = carryOut(who, patient, step); !done && !m_skipsWordless)
            return done;
    }
    return {};
}

QList<AppointmentReminders::Step> AppointmentReminders::stepsOf(
    const Appointment &appointment, const QList<Reminder> &made, AppointmentId replanned)
{
    int last = int(appointment.steps.size());
    for (const Reminder &reminder : made) {
        if (!isCalendarLetter(reminder))
            last = std::max(last, reminder.step);
    }
    QList<Step> steps;
    for (int number = 1; number <= last; ++number) {
        Step step{.appointment = appointment, .number = number, .isReplanned = appointment.id == replanned};
        if (number <= appointment.steps.size())
            step.plan = appointment.steps.at(number - 1);
        step.reminders = ofStep(made, number);
        steps << step;
    }
    return steps;
}

// The reminder that speaks for it has been tried: its patient was told of this time, or will be by whatever takes that
// one's place.
bool AppointmentReminders::wasSpokenFor(const Step &step)
{
    return std::any_of(step.reminders.cbegin(), step.reminders.cend(), [&](const Reminder &reminder) {
        if (!isMerged(reminder) || !step.isOfThisTime(reminder))
            return false;
        const std::optional<Reminder> speaker = m_reminders.find(*reminder.mergedInto);
        return speaker && !isLeft(*speaker) && speaker->status != ReminderStatus::Cancelled;
    });
}

void AppointmentReminders::decide(Step &step)
{
    const Appointment &appointment = step.appointment;
    const auto withdraw = [&step](const ReasonKey &reason) {
        step.wish = Step::Wish::Withdraw;
        step.reason = reason;
    };
    if (appointment.status == AppointmentStatus::Cancelled)
        withdraw(appointmentCancelled);
    else if (!appointment.isOpen())
        withdraw(appointmentOver);
    else if (!step.plan)
        withdraw(planChanged);
    else if (step.plan->onlyUnconfirmed && appointment.confirmedAt)
        withdraw(alreadyConfirmed);
    else if (wasSpokenFor(step))
        step.wish = Step::Wish::Nothing;
    else if (step.time() <= m_clock.now())
        step.wish = Step::Wish::Keep; // too late to begin; what waits for quiet hours to end goes its way
}

// The earliest speaks for those of the same day that would go the same way at the same distance.
void AppointmentReminders::mergeSameDay(QList<Step> &steps) const
{
    for (qsizetype later = 0; later < steps.size(); ++later) {
        Step &step = steps[later];
        if (step.wish != Step::Wish::Send || step.isDone())
            continue;
        const auto speaker = std::find_if(steps.begin(), steps.begin() + later, [&](const Step &earlier) {
            return earlier.appointment.id != step.appointment.id && earlier.plan && earlier.canStillSpeak()
                && earlier.plan->channel == step.plan->channel && earlier.plan->hoursBefore == step.plan->hoursBefore;
        });
        if (speaker == steps.begin() + later)
            continue;
        speaker->merged << step.appointment;
        step.wish = Step::Wish::Merge;
        step.speaker = speaker->appointment.id;
        step.speakerStep = speaker->number;
    }
}

Result<void> AppointmentReminders::carryOut(const Session &who, const Patient &patient, Step &step)
{
    if (step.isReplanned && step.wish != Step::Wish::Withdraw) {
        for (Reminder &reminder : step.reminders) {
            if (isLeft(reminder))
                withdraw(who, reminder, planChanged);
        }
    }
    if (step.wish == Step::Wish::Send)
        return send(who, patient, step);
    if (step.wish == Step::Wish::Merge)
        return merge(who, patient, step);
    for (Reminder &reminder : step.reminders) {
        if (!isLeft(reminder) || step.wish == Step::Wish::Nothing)
            continue;
        if (step.wish == Step::Wish::Withdraw) {
            withdraw(who, reminder, step.reason);
        } else if (!step.isOfThisTime(reminder)) {
            withdraw(who, reminder, appointmentMoved);
        } else if (const Result<void> done = rewrite(who, patient, step, reminder); !done) {
            return done;
        }
    }
    return {};
}

Result<void> AppointmentReminders::send(const Session &who, const Patient &patient, Step &step)
{
    bool isThere = false;
    for (Reminder &reminder : step.reminders) {
        if (!isLeft(reminder))
            continue;
        if (!step.isOwed(reminder)) {
            withdraw(who, reminder, appointmentMoved);
            continue;
        }
        isThere = true;
        if (const Result<void> done = rewrite(who, patient, step, reminder); !done)
            return done;
    }
    return isThere || step.isDone() ? Result<void>() : make(who, patient, step);
}

// It is there all the same, so that everybody sees what became of it.
Result<void> AppointmentReminders::merge(const Session &who, const Patient &patient, Step &step)
{
    const QList<Reminder> speaking = ofStep(m_reminders.ofAppointment(step.speaker), step.speakerStep);
    const auto speaker = std::find_if(speaking.crbegin(), speaking.crend(), isLeft);
    Q_ASSERT(speaker != speaking.crend());
    if (const Result<void> done = send(who, patient, step); !done)
        return done;
    for (Reminder &reminder : ofStep(m_reminders.ofAppointment(step.appointment.id), step.number)) {
        if (!isLeft(reminder))
            continue;
        reminder.mergedInto = speaker->id;
        reminder.status = ReminderStatus::Cancelled;
        reminder.reason = mergedInto;
        reminder.nextTry.reset();
        m_reminders.update(reminder);
        writeAudit(who, u"cancelled"_s, reminder.id, mergedInto);
    }
    return {};
}

Result<QString> AppointmentReminders::wordsOf(const Patient &patient, const Step &step, Channel channel)
{
    MessageOrder order{.templateName = step.plan->templateName,
        .language = patient.preferredLanguage,
        .channel = channel,
        .appointmentTime = step.appointment.startsAt,
        .ward = step.appointment.ward};
    for (const Appointment &other : step.merged)
        order.alsoAt << other.startsAt;
    Result<ComposedMessage> message = m_composer.compose(order, patient);
    const QString field = u"steps.%1.template"_s.arg(step.number);
    const auto problem = [&] {
        return message && goesBySms(channel, step.plan->fallback)
            ? privacyProblem(field, message->text, patient, m_settings())
            : std::nullopt;
    };
    if (problem()) { // a ward whose name tells: the appointment is reminded of without it
        order.isMinimal = true;
        message = m_composer.compose(order, patient);
        if (const auto still = problem())
            return fail(ErrorCode::Invalid, {*still});
    }
    if (!message)
        return fail(ErrorCode::Invalid, {{field, message.error().fields.value(0, {{}, u"unknownTemplate"_s}).key}});
    if (!message->missing.isEmpty()) {
        return fail(ErrorCode::Invalid,
            {{field, u"missingForTemplate"_s, {{u"placeholder"_s, message->missing.constFirst()}}}});
    }
    return message->text;
}

Result<Reminder> AppointmentReminders::asWanted(
    const Patient &patient, const Step &step, const Reminder &before, const QDateTime &time)
{
    const Result<QString> words = wordsOf(patient, step, before.channel);
    if (!words)
        return tl::unexpected(words.error());
    ReminderDraft draft = draftOf(before);
    draft.patient = patient.id;
    draft.message = *words;
    draft.language = patient.preferredLanguage;
    draft.scheduledTime = time;
    draft.templateName = step.plan->templateName;
    draft.purpose = Purpose::Appointment;
    draft.appointmentTime = step.appointment.startsAt;
    Result<Reminder> reminder = m_service.planned(draft, before);
    if (reminder)
        reminder->onlyUnconfirmed = step.plan->onlyUnconfirmed;
    return reminder;
}

// What is left of a step, at the time and with the words of now. A time or words that a person gave it stay as long as
// the appointment does.
Result<void> AppointmentReminders::rewrite(
    const Session &who, const Patient &patient, const Step &step, Reminder reminder)
{
    const bool isMoved = !step.isOfThisTime(reminder);
    if (!isMoved && (reminder.status == ReminderStatus::Late || reminder.templateName.isEmpty()))
        return {};
    const QDateTime time = isMoved ? step.time() : reminder.scheduledTime;
    Result<Reminder> wanted = asWanted(patient, step, reminder, time);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (!isMoved && wanted->message == reminder.message)
        return {};
    if (isMoved)
        wanted->occurrenceTime = step.freeOccurrence(reminder.channel);
    m_reminders.update(*wanted);
    writeAudit(who, isMoved ? u"moved"_s : u"edited"_s, reminder.id);
    return {};
}

// A reminder of a step that has none left: one that was withdrawn for this time is taken up again, else a new one.
Result<void> AppointmentReminders::make(const Session &who, const Patient &patient, const Step &step)
{
    const auto withdrawn = std::find_if(step.reminders.cbegin(), step.reminders.cend(), [&](const Reminder &reminder) {
        return isWithdrawn(reminder) && step.isOfThisTime(reminder) && reminder.channel == step.plan->channel;
    });
    const bool isNew = withdrawn == step.reminders.cend();
    Reminder before = isNew ? Reminder{.channel = step.plan->channel} : *withdrawn;
    before.fallback = step.plan->fallback;
    before.mergedInto.reset();
    Result<Reminder> wanted = asWanted(patient, step, before, step.time());
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (!isNew) {
        m_reminders.update(*wanted);
        writeAudit(who, u"renewed"_s, wanted->id);
        return {};
    }
    beginFor(step.appointment, *wanted, m_reminders.nextId(), who);
    wanted->occurrenceTime = step.freeOccurrence(step.plan->channel);
    wanted->step = step.number;
    if (m_reminders.insert(*wanted))
        writeAudit(who, u"created"_s, wanted->id);
    return {};
}

void AppointmentReminders::withdraw(const Session &who, Reminder &reminder, const ReasonKey &reason)
{
    reminder.status = ReminderStatus::Cancelled;
    reminder.reason = reason;
    reminder.nextTry.reset();
    reminder.updatedAt = m_clock.now();
    m_reminders.updateState(reminder, Lease::Ended);
    writeAudit(who, u"cancelled"_s, reminder.id, reason);
}

void AppointmentReminders::writeAudit(const Session &who, const QString &action, ReminderId id, const QString &detail)
{
    m_changed << id;
    m_audit.append(auditEntry(who, m_clock.now(), action, u"reminder"_s, id.value, detail));
}

} // namespace accueil
