#include "server/api/planroutes.h"

#include "app/services/planservice.h"
#include "server/api/planjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const StoredPlans &stored)
{
    JsonWriter json;
    writePlans(json, stored.plans);
    return {.body = json.bytes(), .version = stored.version};
}

Result<ApiAnswer> replace(PlanService &plans, const ApiRequest &request)
{
    QList<ReminderPlan> wanted;
    FieldReader reader(request.body);
    readPlans(reader, wanted);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return plans.plans(request.session)
        .and_then([&](const StoredPlans &current) { return request.expectedVersion(current.version); })
        .and_then([&](std::optional<qint64> version) { return plans.replace(request.session, wanted, version); })
        .map(answerOf);
}

} // namespace

Routes planRoutes(const Services &services)
{
    PlanService &plans = services.plans;
    return {
        {.method = Method::Get,
            .path = u"/api/plans"_s,
            .operationId = u"getPlans"_s,
            .summary = u"The plans by which patients are reminded of appointments"_s,
            .tag = u"appointments"_s,
            .permission = Permission::ReadReminders,
            .handler = [&plans](const ApiRequest &request) { return plans.plans(request.session).map(answerOf); },
            .responseSchema = u"Plans"_s},
        {.method = Method::Put,
            .path = u"/api/plans"_s,
            .operationId = u"replacePlans"_s,
            .summary = u"Replace all plans; appointments that were made keep their steps"_s,
            .tag = u"appointments"_s,
            .permission = Permission::ManageTemplates,
            .handler = [&plans](const ApiRequest &request) { return replace(plans, request); },
            .body = BodyKind::Json,
            .requestSchema = u"PlansDraft"_s,
            .responseSchema = u"Plans"_s,
            .isConditional = true},
    };
}

} // namespace accueil
