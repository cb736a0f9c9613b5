#pragma once

#include "app/domain/attemptoutcome.h"
#include "app/domain/channel.h"
#include "app/domain/identifier.h"
#include "app/domain/language.h"
#include "app/domain/recurrence.h"
#include "app/domain/result.h"

#include <QDateTime>

#include <optional>

namespace accueil {

enum class ReminderStatus {
    Pending, // waits for its time, or for `nextTry`
    Sending, // a provider is being asked
    Sent, // a provider took it
    Delivered, // it arrived
    Failed, // it will not be sent any more, or did not arrive
    Cancelled,
    Unknown, // nobody knows whether it was sent
    Expired, // it could not be sent while it was of use
    Late, // it should have gone, with many others, while no program ran: a person is asked first
};

inline constexpr EnumTable<ReminderStatus, 9> reminderStatusTable{{{
    {ReminderStatus::Pending, u"pending"},
    {ReminderStatus::Sending, u"sending"},
    {ReminderStatus::Sent, u"sent"},
    {ReminderStatus::Delivered, u"delivered"},
    {ReminderStatus::Failed, u"failed"},
    {ReminderStatus::Cancelled, u"cancelled"},
    {ReminderStatus::Unknown, u"unknown"},
    {ReminderStatus::Expired, u"expired"},
    {ReminderStatus::Late, u"late"},
}}};

// A stable key why a reminder is where it is, shown as a sentence by ui/errortext and documented in the API:
// waiting: notConfigured, providerUnreachable, providerBusy, providerDeferred, loginRefused,
//   certificateRefused, encryptionUnavailable, quietHours, holiday, dailyLimit, budgetSpent, anotherCall,
//   notFoundAtProvider;
// failed: invalidNumber, invalidAddress, optedOut, notRoutable, senderNotAllowed, messageRefused, providerRefused,
//   numberFlagged, and what DeliveryNews says of messages that did not arrive;
// cancelled: consentRefused, patientArchived, alreadyConfirmed, mergedInto; late: lateBacklog;
// expired: appointmentPassed, tooLate;
// unknown: interrupted, timeout, connectionLost, providerError, unreadableAnswer, and once the provider was asked
//   similarAtProvider; sent: confirmedByStaff, foundAtProvider.
using ReasonKey = QString;

struct ReminderDraft
{
    QString clientId; // UUID; a repeat answers with the same row; empty: one is made
    QString patientReference; // the hospital's number
    std::optional<PatientId> patient;
    QString phoneNumber; // empty: the patient's
    QString email; // empty: the patient's
    QString message; // 1..1600 characters; empty: the words of the template
    std::optional<Language> language; // default: the patient's
    std::optional<QDateTime> scheduledTime; // UTC
    Channel channel = Channel::Sms;
    QString templateName; // needed to be known only when there is no message
    std::optional<Recurrence> recurrence;
    Purpose purpose = Purpose::Appointment;
    std::optional<QDateTime> appointmentTime; // UTC
    QList<Channel> fallback; // each once, none of them `channel`
};

struct Reminder
{
    ReminderId id;
    QString clientId;
    PatientId patient;
    QString patientNumber; // the patient's, read with the row
    QString patientName; // likewise; empty in lists that did not ask for it
    QString phoneNumber; // E.164
    QString email;
    QString message;
    Language language = Language::French;
    QDateTime scheduledTime; // UTC
    ReminderStatus status = ReminderStatus::Pending;
    ReasonKey reason;
    Channel channel = Channel::Sms;
    QString templateName;
    std::optional<Recurrence> recurrence;
    ReminderId series; // the first reminder of the series; its own id when it is the first or the only one
    int occurrence = 1;
    // What makes it one occurrence, unique with the channel: "reminder:<series>" or "appointment:<id>", the moment that
    // the series or the appointment gave it (edits of `scheduledTime` do not change it), the step of a plan from 1.
    QString source;
    QDateTime occurrenceTime; // UTC
    int step = 1;
    QList<Channel> fallback; // taken in turn when a channel refuses for good
    std::optional<AppointmentId> appointment; // whose plan it is a step of
    bool onlyUnconfirmed = false; // not sent once the patient has said that he comes
    bool isConfirmed = false; // he has; the appointment's, read with the row
    QString ward; // the appointment's, likewise
    std::optional<ReminderId> mergedInto; // the reminder of another appointment of that day that speaks for this one
    Purpose purpose = Purpose::Appointment;
    std::optional<QDateTime> appointmentTime;
    std::optional<UserId> createdBy;
    int attempts = 0;
    int deferrals = 0; // tries in a row that certainly did not leave
    std::optional<QDateTime> nextTry; // UTC; after a deferral, nothing: at scheduledTime
    QDateTime seriesStart; // UTC; scheduled time of the first occurrence, from which the others are counted
    std::optional<QDateTime> sentAt;
    std::optional<QDateTime> deliveredAt;
    std::optional<QDateTime> settledAt; // a person has dealt with a failed or expired one
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 version = 1;

    friend bool operator==(const Reminder &, const Reminder &) = default;
};

// One try at delivering a reminder through a provider.
struct Attempt
{
    AttemptId id;
    ReminderId reminder;
    PatientId patient;
    int number = 1;
    Channel channel = Channel::Sms;
    QDateTime startedAt; // UTC
    std::optional<QDateTime> finishedAt;
    AttemptOutcome outcome = AttemptOutcome::Sending;
    QString provider; // twilio, smtp
    QString providerMessageId; // Twilio SID or Message-ID
    QString providerCode; // 21211, 550 5.1.1 ...
    ReasonKey reason;
    std::optional<int> segments; // as the provider counted them
    QString price; // decimal, as the provider wrote it; empty: not known
    QString priceUnit; // ISO 4217
    int checks = 0; // how often the provider was asked about this state of it
    std::optional<QDateTime> nextCheck; // UTC; when it is asked again

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

const QString &addressOf(const Reminder &reminder); // its telephone number or email address
QString seriesSource(ReminderId series); // Reminder::source of a series
void becomePending(Reminder &reminder); // it waits for its time again, as if it had never been tried
ReminderDraft draftOf(const Reminder &reminder);
inline constexpr int longestMessage = 1600; // characters; Twilio refuses more (error 21617)

QList<FieldError> validate(const ReminderDraft &draft, const QDateTime &now);

} // namespace accueil
