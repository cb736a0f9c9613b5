#include "tests/support/apicontract.h"

#include "server/bytetext.h"
#include "tests/support/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace accueil {

ApiContract::ApiContract(const Api &api)
    : m_document(QJsonDocument::fromJson(api.openApi()).object())
{
}

QString ApiContract::pathTemplate(const QByteArray &target) const
{
    const QList<QByteArray> given = before(target, '?').toByteArray().split('/');
    const QStringList paths = m_document.value(u"paths").toObject().keys();
    for (const QString &path : paths) {
        const QStringList wanted = path.split(u'/');
        const bool fits = wanted.size() == given.size()
            && std::equal(
                given.begin(), given.end(), wanted.begin(), [](const QByteArray &segment, const QString &name) {
                    return name.startsWith(u'{') ? !segment.isEmpty() : QString::fromUtf8(segment) == name;
                });
        if (fits)
            return path;
    }
    return {};
}

QString ApiContract::bodyBreach(const QJsonObject &content, const ReceivedAnswer &answer) const
{
    const QString type = QString::fromLatin1(answer.headers.value("content-type")).section(u';', 0, 0);
    if (content.isEmpty())
        return answer.body.isEmpty() ? QString() : u"has an undeclared body"_s;
    if (!content.contains(type))
        return u"has the undeclared type "_s + type;
    if (!type.endsWith(u"json"))
        return {};
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    if (body.isNull())
        return u"is no JSON"_s;
    const QJsonObject schema = content.value(type).toObject().value(u"schema").toObject();
    const QJsonValue value = body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
    return schemaErrors(value, schema, m_document).join(u"; ");
}

QString ApiContract::breach(const QByteArray &method, const QByteArray &target, const ReceivedAnswer &answer) const
{
    const QString name = QString::fromUtf8(method + ' ' + target + " -> ") + QString::number(answer.status) + u": "_s;
    const QString path = pathTemplate(target);
    const QString verb = QString::fromLatin1(method).toLower();
    const QJsonObject operation = m_document.value(u"paths").toObject().value(path).toObject().value(verb).toObject();
    if (method == "OPTIONS" || method == "HEAD")
        return answer.status == 0 || answer.status >= 500 ? name + u"broken"_s : QString();
    if (operation.isEmpty())
        return answer.status == 404 || answer.status == 405 || target.startsWith("/docs") || target == "/"
            ? QString()
            : name + u"no operation"_s;
    const QJsonObject responses = operation.value(u"responses").toObject();
    const QString status = QString::number(answer.status);
    if (!responses.contains(status))
        return name + u"undeclared status"_s;
    if (answer.status == 500)
        return name + u"internal error"_s;
    const QString body = bodyBreach(responses.value(status).toObject().value(u"content").toObject(), answer);
    return body.isEmpty() ? QString() : name + body;
}

} // namespace accueil
