#include "server/api/deviceroutes.h"

#include "server/api/devicejson.h"
#include "server/api/listing.h"
#include "server/refusallimit.h"

#include <memory>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

class DeviceEndpoint
{
public:
    DeviceEndpoint(DeviceService &devices, const Clock &clock, RateLimit refusals)
        : m_devices(devices)
        , m_limit(std::make_shared<RefusalLimit>(clock, refusals))
    {
    }

    Result<ApiAnswer> pair(const ApiRequest &request) const
    {
        QString code;
        QString version;
        QString platform;
        FieldReader reader(request.body);
        reader.require({u"code"_s});
        reader.text(u"code"_s, code);
        reader.text(u"version"_s, version);
        reader.text(u"platform"_s, platform);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        // Also with a right code: whoever may go on guessing finds one in the end.
        if (const int seconds = m_limit->wait(request.http.peer); seconds > 0)
            return tooManyAttempts(seconds);
        const Result<PairedDevice> paired = m_devices.pair(code, version, platform);
        if (!paired) {
            const int seconds = m_limit->refused(request.http.peer);
            return seconds > 0 ? tooManyAttempts(seconds) : tl::unexpected(paired.error());
        }
        JsonWriter json;
        writePairedDevice(json, *paired);
        return ApiAnswer{.status = 201, .body = json.bytes()};
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return m_devices.list(request.session, request.query.page()).map([&](const auto &page) {
            return listAnswer(request, page, writeDevice);
        });
    }

    Result<ApiAnswer> add(const ApiRequest &request) const
    {
        DeviceDraft draft;
        FieldReader reader(request.body);
        readDevice(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_devices.add(request.session, draft).map([](const NewDevice &added) {
            JsonWriter json;
            writeNewDevice(json, added);
            return ApiAnswer{.status = 201,
                .body = json.bytes(),
                .headers = {{"Location", "/api/devices/" + QByteArray::number(added.device.id.value)}}};
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const { return find(request).map(answerOf); }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return find(request).and_then([&](const Device &current) -> Result<ApiAnswer> {
            DeviceDraft draft{current.name, current.ward};
            FieldReader reader(request.body);
            readDevice(reader, draft);
            if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                return fail(ErrorCode::Invalid, errors);
            return m_devices.edit(request.session, current.id, draft).map(answerOf);
        });
    }

    Result<ApiAnswer> newCode(const ApiRequest &request) const
    {
        return request.rowId<DeviceId>()
            .and_then([&](DeviceId id) { return m_devices.newCode(request.session, id); })
            .map([](const PairingCode &code) {
                JsonWriter json;
                writePairingCode(json, code);
                return ApiAnswer{.body = json.bytes()};
            });
    }

    Result<ApiAnswer> revoke(const ApiRequest &request) const
    {
        return request.rowId<DeviceId>()
            .and_then([&](DeviceId id) { return m_devices.revoke(request.session, id); })
            .map(answerOf);
    }

private:
    Result<Device> find(const ApiRequest &request) const
    {
        return request.rowId<DeviceId>().and_then([&](DeviceId id) { return m_devices.find(request.session, id); });
    }

    static ApiAnswer answerOf(const Device &device)
    {
        JsonWriter json;
        writeDevice(json, device);
        return {.body = json.bytes()};
    }

    static tl::unexpected<Error> tooManyAttempts(int seconds)
    {
        return tl::unexpected(Error{.code = ErrorCode::TooManyAttempts, .retryAfterSeconds = seconds});
    }

    DeviceService &m_devices;
    std::shared_ptr<RefusalLimit> m_limit; // one for all copies of this
};

Routes routesOfOne(const DeviceEndpoint &devices)
{
    const QString tag = u"tablets"_s;
    const QString one = u"/api/devices/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = one,
            .operationId = u"getDevice"_s,
            .summary = u"Read a tablet"_s,
            .tag = tag,
            .permission = ManageDevices,
            .handler = [=](const ApiRequest &request) { return devices.read(request); },
            .responseSchema = u"Device"_s},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeDevice"_s,
            .summary = u"Rename a tablet or move it to another ward"_s,
            .tag = tag,
            .permission = ManageDevices,
            .handler = [=](const ApiRequest &request) { return devices.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"DevicePatch"_s,
            .responseSchema = u"Device"_s},
        {.method = Method::Post,
            .path = one + u"/code"_s,
            .operationId = u"makePairingCode"_s,
            .summary = u"A new code in place of an earlier one; whoever uses it takes the tablet's place"_s,
            .tag = tag,
            .permission = ManageDevices,
            .handler = [=](const ApiRequest &request) { return devices.newCode(request); },
            .responseSchema = u"PairingCode"_s,
            .failures = {409},
            .caching = Caching::Never},
        {.method = Method::Post,
            .path = one + u"/revoke"_s,
            .operationId = u"revokeDevice"_s,
            .summary = u"Lock a tablet out at once, for good"_s,
            .tag = tag,
            .permission = ManageDevices,
            .handler = [=](const ApiRequest &request) { return devices.revoke(request); },
            .responseSchema = u"Device"_s},
    };
}

} // namespace

Routes deviceRoutes(const Services &services, const Clock &clock, RateLimit refusals)
{
    const DeviceEndpoint devices(services.devices, clock, refusals);
    const QString tag = u"tablets"_s;
    const QString all = u"/api/devices"_s;
    using enum Permission;
    return Routes{
               {.method = Method::Post,
                   .path = u"/api/tablet/pair"_s,
                   .operationId = u"pairTablet"_s,
                   .summary = u"Exchange the code that the desk shows for the token of a tablet"_s,
                   .tag = tag,
                   .permission = Anyone,
                   .handler = [=](const ApiRequest &request) { return devices.pair(request); },
                   .body = BodyKind::Json,
                   .requestSchema = u"Pairing"_s,
                   .responseSchema = u"PairedDevice"_s,
                   .statuses = {201},
                   .failures = {404, 429},
                   .audience = u"For whoever reads the code at the desk, within 10 minutes, once."_s,
                   .caching = Caching::Never,
                   .rate = RateClass::Strict},
               {.method = Method::Get,
                   .path = all,
                   .operationId = u"listDevices"_s,
                   .summary = u"List the tablets"_s,
                   .tag = tag,
                   .permission = ManageDevices,
                   .handler = [=](const ApiRequest &request) { return devices.list(request); },
                   .responseSchema = u"Device"_s,
                   .isList = true,
                   .parameters = listParameters(deviceSchema())},
               {.method = Method::Post,
                   .path = all,
                   .operationId = u"addDevice"_s,
                   .summary = u"Give a tablet a name and a ward; answers with the code that pairs it"_s,
                   .tag = tag,
                   .permission = ManageDevices,
                   .handler = [=](const ApiRequest &request) { return devices.add(request); },
                   .body = BodyKind::Json,
                   .requestSchema = u"DeviceDraft"_s,
                   .responseSchema = u"NewDevice"_s,
                   .statuses = {201},
                   .caching = Caching::Never},
           }
    + routesOfOne(devices);
}

} // namespace accueil
