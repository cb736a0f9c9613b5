#include "app/services/inboundmessageservice.h"

#include "app/domain/feedback.h"
#include "app/domain/phonenumber.h"
#include "app/services/appointmentanswers.h"
#include "app/services/consentservice.h"
#include "app/services/feedbackservice.h"

#include <QUuid>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A machine that answers our messages says the same few words over and over.
constexpr int mostFeedbackAnHour = 5; // of one number
constexpr qsizetype shortText = 160; // characters; a person who writes more has something to say
constexpr qsizetype longestComment = 2000; // characters, as in FeedbackDraft
constexpr auto patience = 1min;
constexpr int repairBatch = 100;
const QString optOutAtProvider = u"optOutAtProvider"_s; // a reason

QString normalisedNumber(const QString &text)
{
    const auto number = PhoneNumber::parse(text.trimmed(), {});
    return number ? number->e164() : text.trimmed();
}

// What cannot be stored as a comment is left out.
QString readable(const QString &text)
{
    QString kept;
    for (const QChar character : text) {
        if (character == u'\n' || character.category() != QChar::Other_Control)
            kept += character;
    }
    return kept.trimmed().left(longestComment);
}

// The keys of a call (app/domain/voicescript.h).
QString keyOf(ReplyWord word)
{
    return word == ReplyWord::Confirm ? u"1"_s : word == ReplyWord::Cancel ? u"2"_s : u"9"_s;
}

std::optional<ReplyWord> meaningOf(const InboundMessage &message)
{
    if (message.channel == Channel::Ivr && message.text == keyOf(ReplyWord::Stop))
        return ReplyWord::Stop;
    if (message.reason == optOutAtProvider)
        return ReplyWord::Stop;
    return replyWord(message.text);
}

} // namespace

InboundMessageService::InboundMessageService(Database &database, const StoreCipher &cipher, const Clock &clock,
    std::function<HospitalSettings()> settings, ConsentService &consents, FeedbackService &feedback,
    AppointmentAnswers *answers)
    : m_database(database)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_consents(consents)
    , m_feedback(feedback)
    , m_answers(answers)
    , m_inbound(database, cipher)
    , m_patients(database, cipher)
    , m_search(database, cipher)
    , m_reminders(database, cipher)
{
}

InboundMessage InboundMessageService::receive(const InboundSms &sms)
{
    return actedOn(stored({.providerMessageId = sms.providerMessageId,
        .channel = Channel::Sms,
        .phoneNumber = normalisedNumber(sms.from),
        .text = sms.text,
        .receivedAt = sms.receivedAt,
        .reason = sms.isOptOut ? optOutAtProvider : QString()}));
}

InboundMessage InboundMessageService::keyPressed(const QString &callId, const Reminder &reminder, ReplyWord word)
{
    const QString key = keyOf(word);
    return actedOn(stored({.providerMessageId = callId + u':' + key,
        .channel = Channel::Ivr,
        .phoneNumber = reminder.phoneNumber,
        .text = key,
        .receivedAt = m_clock.now(),
        .reminder = reminder.id}));
}

void InboundMessageService::finishInterrupted()
{
    for (const InboundMessage &message : m_inbound.received(m_clock.now().addDuration(-patience), repairBatch))
        actedOn(message);
}

Result<Page<InboundMessage>> InboundMessageService::list(const Session &who, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    return m_inbound.list(page);
}

InboundMessage InboundMessageService::stored(InboundMessage message)
{
    Transaction transaction{m_database};
    message.patient = patientAt(message.phoneNumber);
    if (!m_inbound.insert(message))
        return m_inbound.find(message.providerMessageId).value();
    transaction.commit();
    return message;
}

InboundMessage InboundMessageService::actedOn(InboundMessage message)
{
    if (message.outcome != InboundOutcome::Received)
        return message;
    act(message);
    Transaction transaction{m_database};
    m_inbound.update(message);
    transaction.commit();
    return message;
}

void InboundMessageService::act(InboundMessage &message)
{
    const auto keep = [&](const QString &reason) {
        message.outcome = InboundOutcome::Kept;
        message.reason = reason;
    };
    if (message.phoneNumber == m_settings().twilio.phoneNumber)
        return keep(u"ownNumber"_s);
    if (const std::optional<ReplyWord> word = meaningOf(message))
        return answer(message, *word);
    if (readable(message.text).isEmpty())
        return keep(u"empty"_s);
    if (isTooMuch(message))
        return keep(u"tooMany"_s);
    becomeFeedback(message);
}

void InboundMessageService::answer(InboundMessage &message, ReplyWord word)
{
    switch (word) {
    case ReplyWord::Stop:
        return stop(message);
    case ReplyWord::Start:
        return start(message);
    case ReplyWord::Confirm:
    case ReplyWord::Cancel:
        return settle(message, word);
    }
}

void InboundMessageService::stop(InboundMessage &message)
{
    const ConsentMethod method = message.channel == Channel::Sms ? ConsentMethod::Sms : ConsentMethod::Ivr;
    m_consents.recordOptOut(message.channel, message.phoneNumber, method, {}, message.receivedAt);
    message.outcome = InboundOutcome::OptedOut;
}

// Whose new consent it is must be plain; of one telephone's patients others may want nothing still.
void InboundMessageService::start(InboundMessage &message)
{
    if (m_search.withPhone(message.phoneNumber).size() > 1)
        return forPerson(message, u"sharedNumber"_s);
    m_consents.recordOptIn(message.channel, message.phoneNumber, ConsentMethod::Sms, message.receivedAt);
    message.outcome = InboundOutcome::OptedIn;
}

void InboundMessageService::settle(InboundMessage &message, ReplyWord word)
{
    if (!message.reminder) {
        const QList<AnswerableReminder> sent = m_inbound.answerable(
            message.phoneNumber, m_search.withPhone(message.phoneNumber), message.channel, m_clock.now());
        const bool isPlain = std::ranges::all_of(
            sent, [&](const AnswerableReminder &reminder) { return reminder.appointment == sent.first().appointment; });
        if (!isPlain)
            return forPerson(message, u"severalToAnswer"_s);
        if (!sent.isEmpty())
            message.reminder = sent.first().id;
    }
    const std::optional<Reminder> reminder = message.reminder ? m_reminders.find(*message.reminder) : std::nullopt;
    if (!reminder) {
        message.outcome = InboundOutcome::Kept;
        message.reason = u"nothingToAnswer"_s;
        return;
    }
    message.patient = reminder->patient;
    if (word == ReplyWord::Confirm) {
        if (m_answers)
            m_answers->confirm(*reminder, message.channel);
        message.outcome = InboundOutcome::Confirmed;
    } else {
        if (m_answers)
            m_answers->cancel(*reminder, message.channel);
        message.outcome = InboundOutcome::Cancelled;
    }
}

void InboundMessageService::forPerson(InboundMessage &message, const QString &reason)
{
    becomeFeedback(message);
    if (message.outcome == InboundOutcome::Feedback)
        message.reason = reason;
}

void InboundMessageService::becomeFeedback(InboundMessage &message)
{
    // The same message makes the same feedback, also when it is told twice at once or a crash came in between.
    static const QUuid inboundMessages(u"{0b3e5a1d-77c6-4f5b-9c0e-5f3f6f1f2a44}"_s);
    const std::optional<Patient> patient = message.patient ? m_patients.find(*message.patient) : std::nullopt;
    FeedbackDraft draft{
        .clientId = QUuid::createUuidV5(inboundMessages, message.providerMessageId).toString(QUuid::WithoutBraces),
        .phoneNumber = message.phoneNumber,
        .feedbackDate = message.receivedAt,
        .comments = readable(message.text),
        .method = SubmissionMethod::Sms};
    if (patient) {
        draft.patient = patient->id;
        draft.ward = patient->ward;
    }
    const QStringList languages = m_settings().languages;
    draft.language
        = patient ? patient->preferredLanguage : languageTable.value(languages.value(0)).value_or(Language::French);
    const Result<Submission> submission = m_feedback.submit(Session::system(), draft);
    if (submission) {
        message.outcome = InboundOutcome::Feedback;
        message.feedback = submission->feedback.id;
    } else if (submission.error().code == ErrorCode::Conflict) { // it is there; the patient's record changed since
        message.outcome = InboundOutcome::Feedback;
    } else {
        message.outcome = InboundOutcome::Kept;
        message.reason = u"unreadable"_s;
    }
}

bool InboundMessageService::isTooMuch(const InboundMessage &message)
{
    if (message.text.size() > shortText)
        return false;
    return m_inbound.countSince(message.phoneNumber, message.receivedAt.addDuration(-1h)) > mostFeedbackAnHour;
}

std::optional<PatientId> InboundMessageService::patientAt(const QString &phoneNumber)
{
    const QList<PatientId> patients = m_search.withPhone(phoneNumber);
    return patients.size() == 1 ? std::optional(patients.first()) : std::nullopt;
}

} // namespace accueil
