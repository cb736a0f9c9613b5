#pragma once

#include "app/domain/channel.h"
#include "app/domain/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace accueil {

// One message of a plan.
struct PlanStep
{
    int hoursBefore = 24; // before the appointment, elapsed; 0..2160 (90 days)
    Channel channel = Channel::Sms;
    QString templateName;
    bool onlyUnconfirmed = false; // not when the patient has said that he comes
    QList<Channel> fallback; // taken in turn when the channel refuses for good; each once, none of them `channel`

    QDateTime timeFor(const QDateTime &appointment) const { return appointment.addSecs(-3600LL * hoursBefore); }
    friend bool operator==(const PlanStep &, const PlanStep &) = default;
};

// When and how a patient is reminded of an appointment.
struct ReminderPlan
{
    QString name; // the hospital's word for it
    QList<PlanStep> steps; // none: nobody is reminded

    friend bool operator==(const ReminderPlan &, const ReminderPlan &) = default;
};

inline constexpr int mostPlanSteps = 8;
inline constexpr int mostPlans = 30;
inline constexpr int longestPlanName = 64; // characters

// The plan that comes with the program (product.md section 4): an SMS 72 h before, by email where the number takes
// none, and a call 48 h before to those who have not confirmed.
ReminderPlan shippedPlan();

// No two steps at one time on one channel. Fields are those of the wire, a step's with its number from 1:
// `steps.2.template`.
QList<FieldError> validate(const QList<PlanStep> &steps);
// Names are there and each once; at least one plan, for the first is that of an appointment that names none.
QList<FieldError> validate(const QList<ReminderPlan> &plans);

} // namespace accueil
