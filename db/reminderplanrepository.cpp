#include "db/reminderplanrepository.h"

#include "db/plansteps.h"

namespace accueil {

using namespace Qt::StringLiterals;

StoredPlans ReminderPlanRepository::load()
{
    QSqlQuery &query = m_database.execute(u"SELECT name, steps, version FROM reminder_plans ORDER BY position"_s);
    StoredPlans stored;
    while (query.next()) {
        stored.plans << ReminderPlan{query.value(0).toString(), stepsOf(query.value(1).toString())};
        stored.version = query.value(2).toLongLong();
    }
    return stored;
}

StoredPlans ReminderPlanRepository::loadForUpdate()
{
    if (m_database.dialect() == Dialect::PostgreSql) // there may be no row to lock; SQLite's writer is alone anyway
        m_database.executeScript(u"LOCK TABLE reminder_plans IN SHARE ROW EXCLUSIVE MODE;"_s);
    return load();
}

void ReminderPlanRepository::replace(StoredPlans &plans)
{
    plans.version = m_database.nextId("reminder_plan_versions") + 1; // 1 is what comes with the program
    m_database.execute(u"DELETE FROM reminder_plans"_s);
    for (qsizetype position = 0; position < plans.plans.size(); ++position) {
        const ReminderPlan &plan = plans.plans.at(position);
        m_database.execute(u"INSERT INTO reminder_plans (position, name, steps, version) VALUES (?, ?, ?, ?)"_s,
            {position, plan.name, stepsText(plan.steps), plans.version});
    }
}

} // namespace accueil
