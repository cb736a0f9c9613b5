#include "app/services/planservice.h"

#include "app/domain/fieldrules.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

StoredPlans PlanBook::all()
{
    StoredPlans stored = m_plans.load();
    if (stored.plans.isEmpty())
        stored.plans << shippedPlan();
    return stored;
}

std::optional<ReminderPlan> PlanBook::find(const QString &name)
{
    const QList<ReminderPlan> plans = all().plans;
    if (name.isEmpty())
        return plans.constFirst();
    const auto found
        = std::find_if(plans.cbegin(), plans.cend(), [&](const ReminderPlan &plan) { return plan.name == name; });
    return found == plans.cend() ? std::nullopt : std::optional(*found);
}

PlanService::PlanService(Database &database, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_book(database)
    , m_templates(database)
    , m_plans(database)
    , m_audit(database)
{
}

Result<StoredPlans> PlanService::plans(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    return m_book.all();
}

QList<FieldError> PlanService::templateErrors(const QList<ReminderPlan> &plans)
{
    FieldRules rules;
    for (const ReminderPlan &plan : plans) {
        for (qsizetype i = 0; i < plan.steps.size(); ++i) {
            if (!m_templates.wording(plan.steps.at(i).templateName, Language::French))
                rules.add(u"steps.%1.template"_s.arg(i + 1), u"unknownTemplate"_s);
        }
    }
    return rules.errors();
}

Result<StoredPlans> PlanService::replace(
    const Session &who, const QList<ReminderPlan> &plans, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageTemplates); !allowed)
        return tl::unexpected(allowed.error());
    StoredPlans wanted{.plans = plans};
    for (ReminderPlan &plan : wanted.plans) {
        plan.name = cleanLine(plan.name);
        for (PlanStep &step : plan.steps)
            step.templateName = cleanLine(step.templateName);
    }
    Transaction transaction{m_database};
    m_plans.loadForUpdate();
    if (expectedVersion && *expectedVersion != m_book.all().version)
        return fail(ErrorCode::VersionMismatch);
    QList<FieldError> errors = validate(wanted.plans);
    if (errors.isEmpty())
        errors = templateErrors(wanted.plans);
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    m_plans.replace(wanted);
    m_audit.append(auditEntry(who, m_clock.now(), u"edited"_s, u"plans"_s, 0, QString::number(wanted.plans.size())));
    transaction.commit();
    Q_EMIT m_events.plansChanged();
    return wanted;
}

} // namespace accueil
