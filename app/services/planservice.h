#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/templatebook.h"
#include "db/auditrepository.h"
#include "db/reminderplanrepository.h"

namespace accueil {

// The hospital's reminder plans or, as long as it made none, the one that comes with the program. Throws DatabaseError.
class PlanBook
{
public:
    explicit PlanBook(Database &database)
        : m_plans(database)
    {
    }
    StoredPlans all(); // never empty
    std::optional<ReminderPlan> find(const QString &name); // empty: the first

private:
    ReminderPlanRepository m_plans;
};

// Reads and replaces the plans. Appointments that were made keep the steps that they were made with. Thread-safe;
// throws DatabaseError.
class PlanService
{
public:
    PlanService(Database &database, const Clock &clock, DomainEvents &events);

    Result<StoredPlans> plans(const Session &who);
    // All of them, in this order. VersionMismatch when they are not those of `expectedVersion` any more.
    Result<StoredPlans> replace(
        const Session &who, const QList<ReminderPlan> &plans, std::optional<qint64> expectedVersion = {});

private:
    QList<FieldError> templateErrors(const QList<ReminderPlan> &plans);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    PlanBook m_book;
    TemplateBook m_templates;
    ReminderPlanRepository m_plans;
    AuditRepository m_audit;
};

} // namespace accueil
