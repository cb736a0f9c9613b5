#pragma once

#include "app/domain/reminderplan.h"
#include "db/database.h"

namespace accueil {

// What the hospital made of its plans, all of them at once.
struct StoredPlans
{
    QList<ReminderPlan> plans; // none: never changed
    qint64 version = 1;
};

// The rows of `reminder_plans`.
class ReminderPlanRepository
{
public:
    explicit ReminderPlanRepository(Database &database)
        : m_database(database)
    {
    }

    StoredPlans load();
    StoredPlans loadForUpdate(); // nobody else changes them until the transaction ends
    void replace(StoredPlans &plans); // gives the version

private:
    Database &m_database;
};

} // namespace accueil
