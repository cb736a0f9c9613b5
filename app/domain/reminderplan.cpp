#include "app/domain/reminderplan.h"

#include "app/domain/fieldrules.h"
#include "app/domain/messagetemplate.h"

#include <QSet>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostHours = 90 * 24;

void check(const PlanStep &step, const QString &prefix, FieldRules &rules)
{
    rules.range(prefix + "hours_before"_L1, step.hoursBefore, 0, mostHours);
    rules.required(prefix + "template"_L1, cleanLine(step.templateName));
    rules.text(prefix + "template"_L1, cleanLine(step.templateName), longestTemplateName);
    const QSet<Channel> further(step.fallback.cbegin(), step.fallback.cend());
    if (further.size() != step.fallback.size() || further.contains(step.channel))
        rules.add(prefix + "fallback"_L1, u"badFallback"_s);
}

} // namespace

ReminderPlan shippedPlan()
{
    return {.name = u"Standard"_s,
        .steps
        = {{.hoursBefore = 72, .channel = Channel::Sms, .templateName = u"appointment"_s, .fallback = {Channel::Email}},
            {.hoursBefore = 48, .channel = Channel::Ivr, .templateName = u"appointment"_s, .onlyUnconfirmed = true}}};
}

QList<FieldError> validate(const QList<PlanStep> &steps)
{
    FieldRules rules;
    if (steps.size() > mostPlanSteps)
        rules.add(u"steps"_s, u"tooMany"_s, {{u"max"_s, mostPlanSteps}});
    QList<std::pair<Channel, int>> moments;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString prefix = u"steps.%1."_s.arg(i + 1);
        const std::pair moment{steps.at(i).channel, steps.at(i).hoursBefore};
        check(steps.at(i), prefix, rules);
        if (moments.contains(moment)) // the patient would get it twice
            rules.add(prefix + "hours_before"_L1, u"sameStep"_s);
        moments << moment;
    }
    return rules.errors();
}

QList<FieldError> validate(const QList<ReminderPlan> &plans)
{
    FieldRules rules;
    if (plans.isEmpty())
        rules.add(u"plans"_s, u"required"_s);
    if (plans.size() > mostPlans)
        rules.add(u"plans"_s, u"tooMany"_s, {{u"max"_s, mostPlans}});
    QSet<QString> names;
    for (const ReminderPlan &plan : plans) {
        const QString name = cleanLine(plan.name);
        rules.required(u"name"_s, name);
        rules.text(u"name"_s, name, longestPlanName);
        if (names.contains(name.toCaseFolded()))
            rules.add(u"name"_s, u"taken"_s);
        names.insert(name.toCaseFolded());
        for (const FieldError &error : validate(plan.steps))
            rules.add(error);
    }
    return rules.errors();
}

} // namespace accueil
