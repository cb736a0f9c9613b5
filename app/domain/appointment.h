#pragma once

#include "app/domain/identifier.h"
#include "app/domain/listing.h"
#include "app/domain/reminderplan.h"

#include <optional>

namespace accueil {

enum class AppointmentStatus {
    Planned,
    Moved, // still to come, at another time than it was first given
    Cancelled,
    Attended, // the patient came
    Late, // the patient came, too late
    Missed, // the patient did not come
};

inline constexpr EnumTable<AppointmentStatus, 6> appointmentStatusTable{{{
    {AppointmentStatus::Planned, u"planned"},
    {AppointmentStatus::Moved, u"moved"},
    {AppointmentStatus::Cancelled, u"cancelled"},
    {AppointmentStatus::Attended, u"attended"},
    {AppointmentStatus::Late, u"late"},
    {AppointmentStatus::Missed, u"missed"},
}}};

// How a patient said that he comes.
enum class AnswerPath { Desk, Sms, Ivr };

inline constexpr EnumTable<AnswerPath, 3> answerPathTable{{{
    {AnswerPath::Desk, u"desk"},
    {AnswerPath::Sms, u"sms"},
    {AnswerPath::Ivr, u"ivr"},
}}};

struct AppointmentDraft
{
    QString clientId; // UUID; a repeat answers with the same row; empty: one is made
    QString patientReference; // the hospital's number
    std::optional<PatientId> patient;
    std::optional<QDateTime> startsAt; // UTC
    QString ward;
    QString withWhom;
    QString plan; // its name; empty: the first of the plans
    std::optional<QList<PlanStep>> steps; // of its own, in place of the plan's
};

// A planned visit of a patient. Its reminders carry its id; it keeps the steps of its plan as they were when it was
// made, so that a plan that is changed does not reach into what was agreed.
struct Appointment
{
    AppointmentId id;
    QString clientId;
    PatientId patient;
    QString patientNumber; // the patient's, read with the row
    QString patientName; // likewise
    QDateTime startsAt; // UTC
    QString ward;
    QString withWhom;
    AppointmentStatus status = AppointmentStatus::Planned;
    std::optional<QDateTime> confirmedAt; // UTC; of this time, a move takes it back
    std::optional<AnswerPath> confirmedBy;
    QString plan; // its name when it was chosen
    QList<PlanStep> steps;
    std::optional<UserId> createdBy;
    QDateTime createdAt;
    QDateTime updatedAt;
    qint64 version = 1;

    bool isOpen() const { return status == AppointmentStatus::Planned || status == AppointmentStatus::Moved; }
    QString source() const; // Reminder::source of its reminders
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

struct AppointmentFilter
{
    std::optional<PatientId> patient;
    QList<AppointmentStatus> statuses; // none: all
    std::optional<QDateTime> from; // starts_at, UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    QString ward;
    SortOrder order = SortOrder::Ascending; // by starts_at
};

AppointmentDraft draftOf(const Appointment &appointment);

// `before`: the time it has already, which may be past.
QList<FieldError> validate(
    const AppointmentDraft &draft, const QDateTime &now, const std::optional<QDateTime> &before = {});

} // namespace accueil
