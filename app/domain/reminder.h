#pragma once

#include "app/domain/channel.h"
#include "app/domain/identifier.h"
#include "app/domain/language.h"
#include "app/domain/recurrence.h"
#include "app/domain/result.h"

#include <QDateTime>

#include <optional>

namespace accueil {

enum class ReminderStatus { Pending, Sending, Sent, Failed, Cancelled, Unknown };

inline constexpr EnumTable<ReminderStatus, 6> reminderStatusTable{{{
    {ReminderStatus::Pending, u"pending"},
    {ReminderStatus::Sending, u"sending"},
    {ReminderStatus::Sent, u"sent"},
    {ReminderStatus::Failed, u"failed"},
    {ReminderStatus::Cancelled, u"cancelled"},
    {ReminderStatus::Unknown, u"unknown"},
}}};

// A stable key why a reminder is where it is, shown as a sentence by ui/errortext and documented in the API:
// waiting: notConfigured, needsVoiceChannel, providerUnreachable, providerBusy, providerDeferred, loginRefused,
//   certificateRefused, encryptionUnavailable;
// failed: invalidNumber, invalidAddress, optedOut, notRoutable, senderNotAllowed, messageRefused, providerRefused;
// cancelled: consentRefused, patientArchived, appointmentPassed;
// unknown: interrupted, timeout, connectionLost, providerError, unreadableAnswer; sent: confirmedByStaff.
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
    Purpose purpose = Purpose::Appointment;
    std::optional<QDateTime> appointmentTime;
    std::optional<UserId> createdBy;
    int attempts = 0;
    int deferrals = 0; // tries in a row that certainly did not leave
    std::optional<QDateTime> nextTry; // UTC; after a deferral, nothing: at scheduledTime
    QDateTime seriesStart; // UTC; scheduled time of the first occurrence, from which the others are counted
    std::optional<QDateTime> sentAt;
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 version = 1;

    friend bool operator==(const Reminder &, const Reminder &) = default;
};

enum class AttemptOutcome { Sending, Accepted, Failed, Unknown };

inline constexpr EnumTable<AttemptOutcome, 4> attemptOutcomeTable{{{
    {AttemptOutcome::Sending, u"sending"},
    {AttemptOutcome::Accepted, u"accepted"},
    {AttemptOutcome::Failed, u"failed"},
    {AttemptOutcome::Unknown, u"unknown"},
}}};

// One try at delivering a reminder through a provider.
struct Attempt
{
    AttemptId id;
    ReminderId reminder;
    int number = 1;
    Channel channel = Channel::Sms;
    QDateTime startedAt; // UTC
    std::optional<QDateTime> finishedAt;
    AttemptOutcome outcome = AttemptOutcome::Sending;
    QString provider; // twilio, smtp
    QString providerMessageId; // Twilio SID or Message-ID
    QString providerCode; // 21211, 550 5.1.1 ...
    ReasonKey reason;

    friend bool operator==(const Attempt &, const Attempt &) = default;
};

ReminderDraft draftOf(const Reminder &reminder);
inline constexpr int longestMessage = 1600; // characters; Twilio refuses more (error 21617)

QList<FieldError> validate(const ReminderDraft &draft, const QDateTime &now);

} // namespace accueil
