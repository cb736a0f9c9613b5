#include "server/accesslog.h"

namespace accueil {

namespace {

void writeWho(ObjectWriter &line, const Session &session)
{
    if (session.device) {
        line.member("who", QStringView(u"device"));
        line.member("device", session.device.value);
    } else if (session.user) {
        line.member("who", QStringView(u"user"));
        line.member("user", session.user.value);
    } else {
        line.member("who", QStringView(u"nobody"));
    }
}

} // namespace

QByteArray accessLogLine(const RequestRecord &record)
{
    JsonWriter json;
    json.reserve(256);
    {
        ObjectWriter line(json);
        line.member("time", record.time);
        const QByteArray method = methodName(record.method);
        line.member("method", QString::fromLatin1(method.isEmpty() ? "OTHER" : method));
        line.textOrNull("route", record.route ? record.route->path : QString());
        line.member("status", record.status);
        line.member("bytes", record.bytes);
        line.member("ms", double(record.duration.count()) / 1000);
        writeWho(line, record.session);
        line.member("request", QString::fromLatin1(record.id));
    }
    return json.bytes() + '\n';
}

} // namespace accueil
