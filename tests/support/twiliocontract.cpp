#include "tests/support/twiliocontract.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QXmlStreamReader>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// application/x-www-form-urlencoded: a plus sign is a space.
QString formValue(QByteArray encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded.replace('+', ' ')));
}

bool readPairs(const QByteArray &text, QMultiMap<QString, QString> &into)
{
    if (text.isEmpty())
        return true;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            return false;
        into.insert(formValue(pair.left(equals)), formValue(pair.mid(equals + 1)));
    }
    return true;
}

// "URLs must contain a valid hostname (underscores are not permitted)".
bool isCallbackUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty()
        && !url.host().contains(u'_');
}

// "Max 4000 characters."
bool isTwiml(const QString &text)
{
    QXmlStreamReader reader(text);
    if (text.size() > 4000 || !reader.readNextStartElement() || reader.name() != u"Response")
        return false;
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

bool isOfSchema(const QString &value, const QJsonObject &schema)
{
    const QString format = schema.value("format"_L1).toString();
    const QString pattern = schema.value("pattern"_L1).toString();
    const QJsonArray choices = schema.value("enum"_L1).toArray();
    if (!choices.isEmpty() && !choices.contains(value))
        return false;
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value).hasMatch())
        return false;
    if (schema.value("type"_L1) == "integer"_L1) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        return isNumber && number >= schema.value("minimum"_L1).toInteger(0)
            && number <= schema.value("maximum"_L1).toInteger(INT_MAX);
    }
    if (format == "date-time"_L1) { // RFC 3339
        static const QRegularExpression form(
            u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$"_s);
        return form.match(value).hasMatch() && QDateTime::fromString(value, Qt::ISODate).isValid();
    }
    if (format == "uri"_L1)
        return isCallbackUrl(value);
    if (format == "twiml"_L1)
        return isTwiml(value);
    return true;
}

// What no schema says but the descriptions do.
QString ruleViolation(const QString &operation, const QMultiMap<QString, QString> &form)
{
    const QString body = form.value(u"Body"_s);
    if (operation == u"CreateMessage" && !form.contains(u"From"_s) && !form.contains(u"MessagingServiceSid"_s))
        return u"no sender"_s;
    if (operation == u"CreateMessage" && (body.isEmpty() || body.toUcs4().size() > 1600))
        return u"no text, or too much"_s;
    if (operation == u"CreateCall" && form.contains(u"Twiml"_s) == form.contains(u"Url"_s))
        return u"neither Url nor Twiml, or both"_s;
    if (!isE164(form.value(u"To"_s)))
        return u"not a telephone number in To"_s;
    return {};
}

QString formViolation(const QJsonObject &operation, const QMultiMap<QString, QString> &form)
{
    const QJsonObject properties = operation.value("properties"_L1).toObject();
    for (auto field = form.cbegin(); field != form.cend(); ++field) {
        const QJsonObject schema = properties.value(field.key()).toObject();
        const bool isList = schema.value("type"_L1) == "array"_L1;
        if (schema.isEmpty())
            return u"unknown form field "_s + field.key();
        if (!isList && form.count(field.key()) > 1)
            return u"repeated form field "_s + field.key();
        if (!isOfSchema(field.value(), isList ? schema.value("items"_L1).toObject() : schema))
            return u"wrong value of "_s + field.key();
    }
    for (const QJsonValue name : operation.value("required"_L1).toArray()) {
        if (!form.contains(name.toString()))
            return u"missing form field "_s + name.toString();
    }
    return {};
}

QString queryViolation(const QJsonArray &parameters, const TwilioAsked &asked)
{
    QMap<QString, QJsonObject> known;
    for (const QJsonValue value : parameters) {
        const QJsonObject parameter = value.toObject();
        const QString name = parameter.value("name"_L1).toString();
        const QJsonObject schema = parameter.value("schema"_L1).toObject();
        if (parameter.value("in"_L1) == "query"_L1)
            known.insert(name, schema);
        else if (!isOfSchema(asked.path.value(name), schema))
            return u"wrong value in the path"_s;
    }
    for (auto field = asked.query.cbegin(); field != asked.query.cend(); ++field) {
        const bool isNumber = known.value(field.key()).value("format"_L1) == "phone-number"_L1;
        if (!known.contains(field.key()) || asked.query.count(field.key()) > 1
            || !isOfSchema(field.value(), known.value(field.key())) || (isNumber && !isE164(field.value())))
            return u"wrong query parameter "_s + field.key();
    }
    return {};
}

} // namespace

bool isE164(const QString &text)
{
    static const QRegularExpression pattern(u"^\\+[1-9][0-9]{6,14}$"_s);
    return pattern.match(text).hasMatch();
}

TwilioContract::TwilioContract()
{
    QFile file(QStringLiteral(ACCUEIL_TEST_SUPPORT_FOLDER "/contracts/twilio_v2010.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the contract is missing: %s", qPrintable(file.fileName()));
    m_contract = QJsonDocument::fromJson(file.readAll()).object();
}

TwilioAsked TwilioContract::read(
    const QByteArray &method, const QByteArray &target, const QByteArray &contentType, const QByteArray &body) const
{
    TwilioAsked asked;
    const qsizetype mark = target.indexOf('?');
    const QString path = QString::fromUtf8(mark < 0 ? target : target.left(mark));
    const QJsonObject operations = m_contract.value("operations"_L1).toObject();
    for (auto operation = operations.begin(); operation != operations.end(); ++operation) {
        const QJsonObject row = operation.value().toObject();
        QString pattern = QRegularExpression::escape(row.value("path"_L1).toString());
        pattern.replace("\\{AccountSid\\}"_L1, "(?<AccountSid>[^/]+)"_L1).replace("\\{Sid\\}"_L1, "(?<Sid>[^/]+)"_L1);
        const auto match = QRegularExpression(u"^"_s + pattern + u"$"_s).match(path);
        if (!match.hasMatch() || row.value("method"_L1).toString().toLatin1() != method)
            continue;
        asked.operation = operation.key();
        asked.path.insert(u"AccountSid"_s, match.captured(u"AccountSid"_s));
        if (pattern.contains("<Sid>"_L1))
            asked.path.insert(u"Sid"_s, match.captured(u"Sid"_s));
        if (!readPairs(mark < 0 ? QByteArray() : target.mid(mark + 1), asked.query) || !readPairs(body, asked.form))
            asked.violation = u"not name=value"_s;
        else if (contentType != row.value("contentType"_L1).toString().toLatin1())
            asked.violation = u"wrong content type"_s;
        if (asked.violation.isEmpty())
            asked.violation = queryViolation(row.value("parameters"_L1).toArray(), asked);
        if (asked.violation.isEmpty())
            asked.violation = formViolation(row, asked.form);
        if (asked.violation.isEmpty() && method == "POST")
            asked.violation = ruleViolation(asked.operation, asked.form);
        return asked;
    }
    asked.violation = u"not the path of an operation"_s;
    return asked;
}

QJsonObject TwilioContract::example(const QString &name) const
{
    return m_contract.value(name).toObject();
}

QJsonObject TwilioContract::error(int code) const
{
    for (const QJsonValue row : m_contract.value("errors"_L1).toArray()) {
        if (row.toObject().value("code"_L1).toInt() == code)
            return row.toObject();
    }
    qFatal("no error %d in the contract", code);
}

} // namespace accueil
