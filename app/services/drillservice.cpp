#include "app/services/drillservice.h"

#include "app/domain/fieldrules.h"
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

Result<void> within(const QString &field, int number, int least, int most)
{
    FieldRules rules;
    rules.range(field, number, least, most);
    return rules.errors().isEmpty() ? Result<void>() : fail(ErrorCode::Invalid, rules.errors());
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
    if (const Result<void> right = within(u"percent"_s, dial.percent, 0, 100); !right)
        return right;
    m_provider.setDial(dial);
    return {};
}

Result<void> DrillService::stopFor(const Session &who, std::chrono::seconds time)
{
    if (const Result<void> allowed = require(who, Permission::ManageReminders); !allowed)
        return allowed;
    if (const Result<void> right = within(u"seconds"_s, int(time.count()), 1, int(longestStop.count())); !right)
        return right;
    m_provider.stopFor(time);
    return {};
}

Result<int> DrillService::makeDue(const Session &who, int count)
{
    if (const Result<void> allowed = require(who, Permission::ManageReminders); !allowed)
        return tl::unexpected(allowed.error());
    if (const Result<void> right = within(u"count"_s, count, 1, mostDue); !right)
        return tl::unexpected(right.error());
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
