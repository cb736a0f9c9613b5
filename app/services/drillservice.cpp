#include "app/services/drillservice.h"

#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Channel channelFor(const Patient &patient, int number)
{
    if (number % 5 == 4 && !patient.email.isEmpty())
        return Channel::Email;
    return number % 5 == 3 ? Channel::Ivr : Channel::Sms;
}

ReminderDraft draftFor(const Patient &patient, int number, const QDateTime &now)
{
    ReminderDraft draft;
    draft.patient = patient.id;
    draft.channel = channelFor(patient, number);
    draft.templateName = u"appointment"_s;
    draft.appointmentTime = now.addDays(1);
    draft.scheduledTime = now.addSecs(2); // it must lie in the future
    return draft;
}

std::optional<FieldError> outside(const QString &field, qint64 number, qint64 least, qint64 most)
{
    if (number >= least && number <= most)
        return std::nullopt;
    return FieldError{field, u"outOfRange"_s, {{u"min"_s, least}, {u"max"_s, most}}};
}

} // namespace

DrillService::DrillService(
    DrillProvider &provider, PatientService &patients, ReminderService &reminders, const Clock &clock)
    : m_provider(provider)
    , m_patients(patients)
    , m_reminders(reminders)
    , m_clock(clock)
{
}

Result<DrillState> DrillService::state(const Session &who)
{
    if (const Result<void> allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    return DrillState{
        m_provider.dial(), m_provider.counts(), m_provider.stoppedUntil(), m_provider.messages(shownMessages)};
}

Result<void> DrillService::setDial(const Session &who, const DrillDial &dial)
{
    if (const Result<void> allowed = require(who, Permission::ManageReminders); !allowed)
        return allowed;
    if (const auto error = outside(u"percent"_s, dial.percent, 0, 100))
        return fail(ErrorCode::Invalid, {*error});
    m_provider.setDial(dial);
    return {};
}

Result<void> DrillService::stopFor(const Session &who, std::chrono::seconds time)
{
    if (const Result<void> allowed = require(who, Permission::ManageReminders); !allowed)
        return allowed;
    if (const auto error = outside(u"seconds"_s, time.count(), 1, longestStop.count()))
        return fail(ErrorCode::Invalid, {*error});
    m_provider.stopFor(time);
    return {};
}

Result<int> DrillService::makeDue(const Session &who, int count)
{
    if (const Result<void> allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto error = outside(u"count"_s, count, 1, mostDue))
        return fail(ErrorCode::Invalid, {*error});
    const std::scoped_lock lock(m_mutex);
    int made = 0;
    bool beganAgain = m_next == 0;
    while (made < count) {
        const Result<Page<Patient>> some = m_patients.list(who, {}, {.limit = count, .offset = m_next});
        if (!some)
            return tl::unexpected(some.error());
        if (some->items.isEmpty()) {
            m_next = 0;
            if (beganAgain)
                break;
            beganAgain = true;
        }
        for (const Patient &patient : some->items) {
            if (made == count)
                break;
            ++m_next;
            if (m_reminders.schedule(who, draftFor(patient, made, m_clock.now())))
                ++made;
        }
    }
    return made;
}

} // namespace accueil
