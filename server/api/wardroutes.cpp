#include "server/api/wardroutes.h"

#include "app/services/wardservice.h"
#include "server/api/listing.h"
#include "server/api/wardjson.h"
#include "server/fieldreader.h"

#include <QUrl>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const Ward &ward)
{
    JsonWriter json;
    writeWard(json, ward);
    return {.body = json.bytes()};
}

class WardEndpoint
{
public:
    explicit WardEndpoint(WardService &wards)
        : m_wards(wards)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return m_wards.list(request.session).map([&](const QList<Ward> &all) {
            const PageRequest wanted = request.query.page();
            const Page<Ward> page{all.mid(wanted.offset, wanted.limit), all.size()};
            return listAnswer(request, page, writeWard);
        });
    }

    Result<ApiAnswer> add(const ApiRequest &request) const
    {
        QString name;
        FieldReader reader(request.body);
        reader.require({u"name"_s});
        reader.text(u"name"_s, name);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_wards.add(request.session, name).map([](const Ward &ward) {
            ApiAnswer answer = answerOf(ward);
            answer.status = 201;
            answer.headers.append({"Location", "/api/wards/" + QUrl::toPercentEncoding(ward.name)});
            return answer;
        });
    }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        QString name = request.id;
        std::optional<int> position;
        FieldReader reader(request.body);
        reader.text(u"name"_s, name);
        reader.integer(u"position"_s, position);
        if (position && (*position < 0 || *position > lastPosition))
            reader.refuseAll({{u"position"_s, u"outOfRange"_s, {{u"min"_s, 0}, {u"max"_s, lastPosition}}}});
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        const Result<Ward> renamed = m_wards.rename(request.session, request.id, name);
        if (!renamed || !position)
            return renamed.map(answerOf);
        return m_wards.move(request.session, renamed->name, *position).map(answerOf);
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return m_wards.remove(request.session, request.id).map(answerOf);
    }

private:
    WardService &m_wards;
};

} // namespace

Routes wardRoutes(const Services &services)
{
    const WardEndpoint wards(services.wards);
    const QString tag = u"wards"_s;
    const QString all = u"/api/wards"_s;
    const QString one = u"/api/wards/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listWards"_s,
            .summary = u"The wards and services in the hospital's order, then names that only records carry"_s,
            .tag = tag,
            .permission = ReadPatients,
            .handler = [=](const ApiRequest &request) { return wards.list(request); },
            .responseSchema = u"Ward"_s,
            .isList = true,
            .parameters = pageParameters()},
        {.method = Method::Post,
            .path = all,
            .operationId = u"addWard"_s,
            .summary = u"Add a ward or service at the end of the list"_s,
            .tag = tag,
            .permission = ManageSettings,
            .handler = [=](const ApiRequest &request) { return wards.add(request); },
            .body = BodyKind::Json,
            .requestSchema = u"WardDraft"_s,
            .responseSchema = u"Ward"_s,
            .statuses = {201},
            .failures = {409}},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeWard"_s,
            .summary = u"Rename a ward, everywhere it is stored, or move it in the list"_s,
            .tag = tag,
            .permission = ManageSettings,
            .handler = [=](const ApiRequest &request) { return wards.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"WardPatch"_s,
            .responseSchema = u"Ward"_s,
            .failures = {409}},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"removeWard"_s,
            .summary = u"Take a ward off the list; the answer says how many records keep its name"_s,
            .tag = tag,
            .permission = ManageSettings,
            .handler = [=](const ApiRequest &request) { return wards.remove(request); },
            .responseSchema = u"Ward"_s},
    };
}

} // namespace accueil
