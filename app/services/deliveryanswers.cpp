// What providers answered, and what it makes of attempts, reminders and channels: the part of DeliveryService that
// records it.
#include "app/services/deliveryservice.h"
#include "app/services/deliverytracker.h"

#include <algorithm>
#include <utility>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

AttemptOutcome attemptOutcome(SendOutcome outcome)
{
    switch (outcome) {
    case SendOutcome::Accepted:
        return AttemptOutcome::Accepted;
    case SendOutcome::Unknown:
        return AttemptOutcome::Unknown;
    case SendOutcome::Refused:
    case SendOutcome::Deferred:
    case SendOutcome::NotConfigured:
        return AttemptOutcome::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

void DeliveryService::collectAnswers()
{
    for (const SendDispatcher::Answer &answer : m_dispatcher.takeAnswers())
        m_answers.append(Answered{m_underWay.take(answer.key), answer.report, m_clock.now()});
}

// All that is there in one transaction; what cannot be recorded now is kept for the next round.
int DeliveryService::recordAnswers()
{
    collectAnswers();
    if (m_answers.isEmpty())
        return 0;
    passed(DeliveryStep::Answered);
    try {
        recordTogether(m_answers);
    } catch (const CipherError &) {
        if (m_answers.size() == 1)
            throw;
        return recordOneByOne(); // a damaged row must not keep the others from their record
    }
    passed(DeliveryStep::Recorded);
    return int(std::exchange(m_answers, {}).size());
}

void DeliveryService::recordTogether(QList<Answered> answers)
{
    // Rows are locked in one order everywhere, so that two programs never wait for each other.
    std::ranges::sort(answers, {}, [](const Answered &answered) { return answered.started.attempt.reminder.value; });
    Transaction transaction{m_database};
    for (const Answered &answered : std::as_const(answers))
        record(answered);
    transaction.commit();
    const DeliveryRules rules = m_settings().delivery;
    bool beginsToRest = false;
    for (const Answered &answered : std::as_const(answers)) {
        beginsToRest |= m_pauses.note(answered.started.message.channel, answered.report, rules, answered.at);
        Q_EMIT m_events.reminderChanged(answered.started.attempt.reminder);
    }
    if (beginsToRest)
        giveUpClaims();
}

int DeliveryService::recordOneByOne()
{
    std::optional<CipherError> unreadable;
    int recorded = 0;
    for (const Answered &answered : std::exchange(m_answers, {})) {
        try {
            recordTogether({answered});
            ++recorded;
        } catch (const CipherError &error) {
            unreadable = error;
            m_answers << answered;
        }
    }
    if (unreadable)
        throw CipherError(*unreadable);
    return recorded;
}

void DeliveryService::record(const Answered &answered)
{
    const SendReport &report = answered.report;
    std::optional<Reminder> reminder = m_reminders.findForUpdate(answered.started.attempt.reminder);
    std::optional<Attempt> attempt = m_attempts.find(answered.started.attempt.id);
    if (!reminder || !attempt) // deleted by a person while it was `unknown`
        return;
    // The provider's own word goes before the conclusion that it never had the message.
    const bool wasGivenUp = report.outcome == SendOutcome::Accepted && attempt->reason == "notFoundAtProvider"_L1;
    if (!mayBecome(attempt->outcome, attemptOutcome(report.outcome)) && !wasGivenUp)
        return; // the lease had ended, and news of the provider was quicker than its answer
    attempt->finishedAt = answered.at;
    attempt->outcome = attemptOutcome(report.outcome);
    attempt->provider = report.provider;
    attempt->providerMessageId = report.providerMessageId;
    attempt->providerCode = report.providerCode;
    attempt->reason = report.reason;
    attempt->nextCheck.reset();
    const bool isMail = attempt->channel == Channel::Email;
    if (!isMail && attempt->outcome == AttemptOutcome::Accepted)
        attempt->nextCheck = answered.at.addDuration(firstStatusCheck);
    if (!isMail && attempt->outcome == AttemptOutcome::Unknown)
        attempt->nextCheck = answered.at;
    m_attempts.update(*attempt);
    // An answer that came after the lease had ended still corrects `unknown`, unless a person decided meanwhile.
    const bool undecided = reminder->status == ReminderStatus::Sending || reminder->status == ReminderStatus::Unknown
        || (wasGivenUp && reminder->status == ReminderStatus::Pending);
    if (!undecided || reminder->attempts != attempt->number)
        return;
    // The row says where the message went, also when the patient's record was changed while it was under way.
    reminder->phoneNumber = answered.started.message.phoneNumber;
    reminder->email = answered.started.message.email;
    switch (report.outcome) {
    case SendOutcome::Accepted:
        m_recorder.sent(*reminder, answered.at);
        break;
    case SendOutcome::Unknown:
        m_recorder.inDoubt(*reminder, report.reason, answered.at);
        break;
    case SendOutcome::Refused:
    case SendOutcome::Deferred:
    case SendOutcome::NotConfigured:
        m_recorder.failed(
            *reminder, report.reason, causeOf(report), std::chrono::seconds(report.retryAfterSeconds), answered.at);
        break;
    }
}

} // namespace accueil
