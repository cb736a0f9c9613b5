#include "server/api/forecastroutes.h"

#include "app/services/reminderforecastservice.h"
#include "server/api/forecastjson.h"
#include "server/api/reminderjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

Routes forecastRoutes(const Services &services)
{
    ReminderForecastService &forecasts = services.forecasts;
    return {
        {.method = Method::Post,
            .path = u"/api/reminders/preview"_s,
            .operationId = u"previewReminder"_s,
            .summary
            = u"When it would leave, in what words, at what cost, what forbids or delays it; nothing is stored"_s,
            .tag = u"reminders"_s,
            .permission = Permission::ManageReminders,
            .handler = [&forecasts](const ApiRequest &request) -> Result<ApiAnswer> {
                ReminderDraft draft;
                FieldReader reader(request.body);
                reader.require({u"patient_id"_s, u"scheduled_time"_s});
                readReminder(reader, draft);
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                return forecasts.forecast(request.session, draft).map([](const ReminderForecast &forecast) {
                    JsonWriter json;
                    writeForecast(json, forecast);
                    return ApiAnswer{.body = json.bytes()};
                });
            },
            .body = BodyKind::Json,
            .requestSchema = u"ReminderDraft"_s,
            .responseSchema = u"ReminderForecast"_s},
    };
}

} // namespace accueil
