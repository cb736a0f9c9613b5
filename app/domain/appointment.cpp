#include "app/domain/appointment.h"

#include "app/domain/fieldrules.h"

#include <QUuid>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWard = 80; // as a patient's
constexpr int longestWithWhom = 100;
constexpr int furthestYears = 5;
constexpr std::chrono::seconds pastGrace{60}; // clocks are never quite the same

void checkTime(
    const AppointmentDraft &draft, const QDateTime &now, const std::optional<QDateTime> &before, FieldRules &rules)
{
    const QString field = u"starts_at"_s;
    if (!draft.startsAt)
        rules.add(field, u"required"_s);
    else if (!draft.startsAt->isValid() || *draft.startsAt > now.addYears(furthestYears))
        rules.add(field, u"implausible"_s);
    else if (draft.startsAt != before && draft.startsAt->addDuration(pastGrace) < now)
        rules.add(field, u"mustBeFuture"_s);
}

} // namespace

QString Appointment::source() const
{
    return u"appointment:%1"_s.arg(id.value);
}

AppointmentDraft draftOf(const Appointment &appointment)
{
    return {.clientId = appointment.clientId,
        .patientReference = appointment.patientNumber,
        .patient = appointment.patient,
        .startsAt = appointment.startsAt,
        .ward = appointment.ward,
        .withWhom = appointment.withWhom,
        .plan = appointment.plan,
        .steps = appointment.steps};
}

QList<FieldError> validate(const AppointmentDraft &draft, const QDateTime &now, const std::optional<QDateTime> &before)
{
    FieldRules rules;
    if (!draft.clientId.isEmpty() && QUuid::fromString(draft.clientId).isNull())
        rules.add(u"client_id"_s, u"badUuid"_s);
    if (!draft.patient)
        rules.required(u"patient_id"_s, cleanLine(draft.patientReference));
    checkTime(draft, now, before, rules);
    rules.text(u"ward"_s, cleanLine(draft.ward), longestWard);
    rules.text(u"with_whom"_s, cleanLine(draft.withWhom), longestWithWhom);
    rules.text(u"plan"_s, cleanLine(draft.plan), longestPlanName);
    if (draft.steps) {
        for (const FieldError &error : validate(*draft.steps))
            rules.add(error);
    }
    return rules.errors();
}

} // namespace accueil
