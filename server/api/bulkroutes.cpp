#include "server/api/bulkroutes.h"

#include "app/services/bulkreminderservice.h"
#include "server/api/bulkjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const BulkOutcome &outcome)
{
    JsonWriter json;
    writeBulkOutcome(json, outcome);
    return {.body = json.bytes()};
}

} // namespace

Routes bulkRoutes(const Services &services)
{
    BulkReminderService &bulk = services.bulk;
    return {
        {.method = Method::Post,
            .path = u"/api/reminders/bulk"_s,
            .operationId = u"scheduleManyReminders"_s,
            .summary = u"The same reminder for many patients; a repeat of the same client_id makes none twice"_s,
            .tag = u"reminders"_s,
            .permission = Permission::ManageReminders,
            .handler =
                [&bulk](const ApiRequest &request) {
                    return readBulkOrder(request.body)
                        .and_then([&](const BulkOrder &order) { return bulk.schedule(request.session, order); })
                        .map(answerOf);
                },
            .body = BodyKind::Json,
            .requestSchema = u"BulkOrder"_s,
            .responseSchema = u"BulkOutcome"_s,
            .isIdempotent = true},
        {.method = Method::Post,
            .path = u"/api/reminders/bulk/preview"_s,
            .operationId = u"previewManyReminders"_s,
            .summary = u"How many would get it, who would not and why, segments and cost; nothing is stored"_s,
            .tag = u"reminders"_s,
            .permission = Permission::ManageReminders,
            .handler =
                [&bulk](const ApiRequest &request) {
                    return readBulkOrder(request.body)
                        .and_then([&](const BulkOrder &order) { return bulk.preview(request.session, order); })
                        .map(answerOf);
                },
            .body = BodyKind::Json,
            .requestSchema = u"BulkOrder"_s,
            .responseSchema = u"BulkOutcome"_s},
    };
}

} // namespace accueil
