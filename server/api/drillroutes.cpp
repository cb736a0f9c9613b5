#include "server/api/drillroutes.h"

#include "app/services/drillservice.h"
#include "server/api/drilljson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

class DrillEndpoint
{
public:
    DrillEndpoint(DrillService &drill, const Clock &clock)
        : m_drill(drill)
        , m_clock(clock)
    {
    }

    Result<ApiAnswer> state(const ApiRequest &request) const
    {
        return m_drill.state(request.session).map([&](const DrillState &state) {
            JsonWriter json;
            writeDrill(json, state, m_clock.now());
            return ApiAnswer{.body = json.bytes()};
        });
    }

    Result<ApiAnswer> setDial(const ApiRequest &request) const
    {
        return readDrillDial(request.body)
            .and_then([&](const DrillDial &dial) { return m_drill.setDial(request.session, dial); })
            .and_then([&] { return state(request); });
    }

    Result<ApiAnswer> stop(const ApiRequest &request) const
    {
        return readDrillNumber(request.body, u"seconds"_s)
            .and_then([&](int seconds) { return m_drill.stopFor(request.session, std::chrono::seconds(seconds)); })
            .and_then([&] { return state(request); });
    }

    Result<ApiAnswer> makeDue(const ApiRequest &request) const
    {
        return readDrillNumber(request.body, u"count"_s)
            .and_then([&](int count) { return m_drill.makeDue(request.session, count); })
            .map([](int planned) {
                JsonWriter json;
                {
                    ObjectWriter object(json);
                    object.member("planned", planned);
                }
                return ApiAnswer{.status = 201, .body = json.bytes()};
            });
    }

private:
    DrillService &m_drill;
    const Clock &m_clock;
};

} // namespace

Routes drillRoutes(const Services &services, const Clock &clock)
{
    if (!services.drill)
        return {};
    const DrillEndpoint drill(*services.drill, clock);
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = u"/api/drill"_s,
            .operationId = u"readDrill"_s,
            .summary = u"The dial, and what the provider of the drill took, newest first"_s,
            .tag = drillTag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return drill.state(request); },
            .responseSchema = u"Drill"_s},
        {.method = Method::Put,
            .path = u"/api/drill/dial"_s,
            .operationId = u"turnDrillDial"_s,
            .summary = u"What goes wrong from now on, and how often"_s,
            .tag = drillTag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return drill.setDial(request); },
            .body = BodyKind::Json,
            .requestSchema = u"DrillDial"_s,
            .responseSchema = u"Drill"_s},
        {.method = Method::Post,
            .path = u"/api/drill/stop"_s,
            .operationId = u"stopDrillProvider"_s,
            .summary = u"The provider is out of reach for a while, whatever the dial says"_s,
            .tag = drillTag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return drill.stop(request); },
            .body = BodyKind::Json,
            .requestSchema = u"DrillStop"_s,
            .responseSchema = u"Drill"_s},
        {.method = Method::Post,
            .path = u"/api/drill/reminders"_s,
            .operationId = u"makeDrillRemindersDue"_s,
            .summary = u"Reminders that are due in a moment: mostly SMS, some calls and emails"_s,
            .tag = drillTag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return drill.makeDue(request); },
            .body = BodyKind::Json,
            .requestSchema = u"DrillReminders"_s,
            .responseSchema = u"DrillPlanned"_s,
            .statuses = {201}},
    };
}

} // namespace accueil
