#include "tests/support/apiclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Draws requests from the OpenAPI document: mostly what it allows, often with one thing spoilt, sometimes nonsense.
class RequestGenerator
{
public:
    RequestGenerator(const QJsonObject &document, quint32 seed)
        : m_document(document)
        , m_random(seed)
    {
        const QJsonObject paths = document.value(u"paths"_s).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject operations = path.value().toObject();
            for (auto operation = operations.begin(); operation != operations.end(); ++operation)
                m_operations.append({path.key(), operation.key().toUpper().toLatin1(), operation.value().toObject()});
        }
    }

    struct Request
    {
        std::optional<Role> who;
        QByteArray method;
        QByteArray target;
        QByteArray body;
        WireClient::Headers headers;
    };

    Request next();
    void learn(qint64 id) { m_ids.append(id); }

private:
    struct Operation
    {
        QString path;
        QByteArray method;
        QJsonObject description;
    };

    bool chance(int percent) { return m_random.bounded(100) < percent; }
    template <typename T>
    const T &any(const QList<T> &list)
    {
        return list[m_random.bounded(list.size())];
    }
    QString text(int longest);
    QJsonValue nonsense(int depth = 0);
    QJsonValue valueOf(const QJsonObject &schema);
    QJsonValue textOf(const QJsonObject &schema);
    std::optional<QJsonValue> meaningful(const QString &name);
    QJsonValue memberOf(const QString &name, const QJsonObject &schema);
    QJsonValue objectOf(const QJsonObject &schema);
    QByteArray query(const QJsonArray &parameters);
    QByteArray id(const QString &path);
    QByteArray spoilt(QByteArray bytes);

    QJsonObject m_document;
    QRandomGenerator m_random;
    QList<Operation> m_operations;
    QList<qint64> m_ids{1, 2, 3, 4, 5};
};

QString RequestGenerator::text(int longest)
{
    static const QStringList pieces{u"a"_s, u"Ewané"_s, u"ɓɛŋɔ"_s, u"😀"_s, u"'"_s, u"\""_s, u"\\"_s, u" "_s, u"%"_s,
        u";--"_s, u"<b>"_s, u"\n"_s, u"\t"_s, u"٣"_s, u"\u0001"_s, u"\u202e"_s, u"0"_s, u"P0"_s, u"+237"_s,
        u"\ufffd"_s};
    QString text;
    const int wanted = chance(5) ? longest + 1 : m_random.bounded(qMin(longest, 40) + 1);
    while (text.size() < wanted)
        text += any(pieces);
    return text;
}

QJsonValue RequestGenerator::nonsense(int depth)
{
    switch (m_random.bounded(depth > 3 ? 8 : 10)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return chance(50);
    case 2:
        return -1;
    case 3:
        return 1e300;
    case 4:
        return QJsonValue(qint64(9223372036854775807));
    case 5:
        return 0.5;
    case 6:
        return QString();
    case 7:
        return text(30);
    case 8:
        return QJsonArray{nonsense(depth + 1), nonsense(depth + 1)};
    default:
        return QJsonObject{{text(8), nonsense(depth + 1)}};
    }
}

QJsonValue RequestGenerator::textOf(const QJsonObject &schema)
{
    const QString format = schema.value(u"format"_s).toString();
    if (format == u"date-time") {
        const QDateTime time
            = QDateTime({2026, 3, 12}, {9, 42}, Qt::UTC).addSecs(qint64(m_random.bounded(40'000'000)) - 20'000'000);
        return time.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    }
    if (format == u"date")
        return QDate(2026, 3, 12).addDays(-m_random.bounded(40'000)).toString(Qt::ISODate);
    if (format == u"uuid")
        return u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a%1"_s.arg(int(m_random.bounded(65536)), 4, 16, QLatin1Char('0'));
    static const QStringList meaningful{u"fr"_s, u"français"_s, u"english"_s, u"F"_s, u"homme"_s, u"+237670000123"_s,
        u"670000123"_s, u"70000123"_s, u"a.b@example.org"_s, u"P000001"_s, u"un mot de passe long"_s};
    return chance(60) ? any(meaningful) : text(schema.value(u"maxLength"_s).toInt(200));
}

// A value with a meaning for members whose schema says only "text"; most requests should get past the shape.
std::optional<QJsonValue> RequestGenerator::meaningful(const QString &name)
{
    static const QMap<QString, QStringList> values{
        {u"name"_s, {u"Ewané Ngo"_s, u"Manga Paul"_s, u"Ɓekale"_s}},
        {u"patient_name"_s, {u"Ewané Ngo"_s}},
        {u"email"_s, {u"a.b@example.org"_s, u"ngo@exemple.cm"_s}},
        {u"phone_number"_s, {u"+237670000123"_s, u"670 00 01 23"_s}},
        {u"gender"_s, {u"F"_s, u"homme"_s, u"other"_s, u"unknown"_s}},
        {u"preferred_language"_s, {u"fr"_s, u"english"_s, u"Duala"_s}},
        {u"language"_s, {u"fr"_s, u"bassa"_s, u"ewo"_s}},
        {u"template"_s, {u"appointment"_s, u"results"_s, u"nothing"_s}},
        {u"text"_s, {u"{hospital} : {name}, le {date} à {time}."_s, u"Bonjour."_s}},
        {u"message"_s, {u"Rappel : consultation demain."_s}},
        {u"scheduled_time"_s, {u"2026-06-01T08:30:00Z"_s, u"2026-07-01T09:30:00+01:00"_s}},
        {u"appointment_time"_s, {u"2026-08-01T08:30:00Z"_s}},
        {u"feedback_date"_s, {u"2026-03-01T08:30:00Z"_s}},
        {u"date_submitted"_s, {u"2026-03-01T08:30:00Z"_s}},
        {u"registration_date"_s, {u"2026-03-01T08:30:00Z"_s}},
        {u"birth_date"_s, {u"1984-03-09"_s}},
        {u"voice_data"_s, {u"T2dnUwACAAAAAAAAAAA="_s}},
    };
    if (name == u"patient_id" && chance(60))
        return QJsonValue(any(m_ids));
    if (name == u"birth_year")
        return QJsonValue(int(1930 + m_random.bounded(90)));
    const QStringList choices = values.value(name);
    return choices.isEmpty() ? std::nullopt : std::optional(QJsonValue(any(choices)));
}

QJsonValue RequestGenerator::memberOf(const QString &name, const QJsonObject &schema)
{
    if (chance(3))
        return nonsense();
    if (chance(90)) {
        if (const std::optional<QJsonValue> value = meaningful(name))
            return *value;
    }
    return valueOf(schema);
}

QJsonValue RequestGenerator::objectOf(const QJsonObject &schema)
{
    QJsonObject object;
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    const QJsonArray required = schema.value(u"required"_s).toArray();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (required.contains(property.key()) ? !chance(3) : chance(20))
            object.insert(property.key(), memberOf(property.key(), property.value().toObject()));
    }
    if (chance(3))
        object.insert(text(10), nonsense());
    return object;
}

QJsonValue RequestGenerator::valueOf(const QJsonObject &schema)
{
    if (schema.contains(u"$ref"_s)) {
        const QString name = schema.value(u"$ref"_s).toString().section(u'/', -1);
        return valueOf(
            m_document.value(u"components"_s).toObject().value(u"schemas"_s).toObject().value(name).toObject());
    }
    if (schema.contains(u"properties"_s) && schema.contains(u"anyOf"_s)) { // an object that needs this member or that
        const QJsonArray list = schema.value(u"anyOf"_s).toArray();
        QJsonArray required = schema.value(u"required"_s).toArray();
        for (const QJsonValue name : list[m_random.bounded(list.size())].toObject().value(u"required"_s).toArray())
            required.append(name);
        QJsonObject chosen = schema;
        chosen.insert(u"required"_s, required);
        return objectOf(chosen);
    }
    for (const QString &alternatives : {u"oneOf"_s, u"anyOf"_s}) {
        if (const QJsonArray list = schema.value(alternatives).toArray(); !list.isEmpty())
            return valueOf(list[m_random.bounded(list.size())].toObject());
    }
    if (const QJsonArray keys = schema.value(u"enum"_s).toArray(); !keys.isEmpty())
        return keys[m_random.bounded(keys.size())];
    const QJsonValue types = schema.value(u"type"_s);
    const QJsonArray choices = types.isArray() ? types.toArray() : QJsonArray{types};
    const QString type = choices[chance(85) ? 0 : m_random.bounded(choices.size())].toString();
    if (type == u"integer") {
        const qint64 low = schema.value(u"minimum"_s).toInteger(1);
        const qint64 high = qMin<qint64>(schema.value(u"maximum"_s).toInteger(50), low + 1000);
        return chance(5) ? high + 1 : low + qint64(m_random.bounded(quint64(high - low + 1)));
    }
    if (type == u"boolean")
        return chance(50);
    if (type == u"string")
        return textOf(schema);
    if (type == u"object")
        return objectOf(schema);
    if (type == u"array")
        return QJsonArray{valueOf(schema.value(u"items"_s).toObject())};
    return type == u"null" ? QJsonValue(QJsonValue::Null) : nonsense();
}

QByteArray RequestGenerator::id(const QString &path)
{
    if (path.startsWith(u"/api/templates/"_s) && chance(80))
        return any(QByteArrayList{
            "appointment.fr", "results.en", "survey.ewo", "shared_phone.dua", "nothing.fr", "results.de"});
    // The first accounts are those that the requests are made with.
    if (path.startsWith(u"/api/users/"_s) && chance(80))
        return QByteArray::number(6 + m_random.bounded(20));
    static const QByteArrayList odd{
        "0", "-1", "99999999999999999999", "abc", "1%2F2", "%E2%82%AC", "%ff", "1.5", "%20", "P000001"};
    return chance(80) ? QByteArray::number(any(m_ids)) : any(odd);
}

QByteArray RequestGenerator::query(const QJsonArray &parameters)
{
    QByteArrayList pairs;
    for (const QJsonValue &parameter : parameters) {
        const QJsonObject object = parameter.toObject();
        if (object.value(u"in"_s).toString() != u"query" || !chance(25))
            continue;
        const QJsonValue value = valueOf(object.value(u"schema"_s).toObject());
        const QVariant plain = value.isArray() ? value.toArray().first().toVariant() : value.toVariant();
        pairs += object.value(u"name"_s).toString().toLatin1() + '=' + QUrl::toPercentEncoding(plain.toString());
    }
    if (chance(3))
        pairs += "odd=" + QUrl::toPercentEncoding(text(10));
    return pairs.isEmpty() ? QByteArray() : '?' + pairs.join('&');
}

QByteArray RequestGenerator::spoilt(QByteArray bytes)
{
    for (int i = m_random.bounded(4); i >= 0 && !bytes.isEmpty(); --i)
        bytes[m_random.bounded(bytes.size())] = char(m_random.bounded(256));
    return chance(30) ? bytes.left(m_random.bounded(bytes.size() + 1)) : bytes;
}

RequestGenerator::Request RequestGenerator::next()
{
    const Operation operation = any(m_operations);
    // Hashing passwords would take all the time there is; tst_apiaccounts asks these.
    if (operation.path.startsWith(u"/api/auth/"_s) && operation.method == "POST" && !chance(2))
        return next();
    if (operation.method == "DELETE" && !chance(25))
        return next();
    Request request{
        .who = std::nullopt, .method = operation.method, .target = operation.path.toUtf8(), .body = {}, .headers = {}};
    if (!chance(5))
        request.who
            = chance(85) ? Role::Admin : any(QList<Role>{Role::Manager, Role::Reception, Role::Viewer, Role::Device});
    const QJsonObject uuid{{u"type"_s, u"string"_s}, {u"format"_s, u"uuid"_s}};
    request.target.replace("{id}", id(operation.path)).replace("{client_id}", valueOf(uuid).toString().toLatin1());
    request.target += query(operation.description.value(u"parameters"_s).toArray());
    if (chance(10))
        request.headers.append({"If-Match", chance(50) ? "*"_ba : "\"1-x\""_ba});
    if (chance(10))
        request.headers.append({"Accept-Encoding"_ba, "gzip"_ba});
    const QJsonObject content = operation.description.value(u"requestBody"_s).toObject().value(u"content"_s).toObject();
    if (content.contains(u"application/json"_s)) {
        const QJsonObject schema = content.value(u"application/json"_s).toObject().value(u"schema"_s).toObject();
        request.body = jsonBytes((chance(95) ? valueOf(schema) : nonsense()).toObject());
        request.body = chance(8) ? spoilt(request.body) : request.body;
        request.headers.append({"Content-Type", chance(97) ? "application/json"_ba : "text/plain"_ba});
    } else if (content.contains(u"application/x-www-form-urlencoded"_s)) {
        request.body = chance(90)
            ? "MessageSid=SM1&CallSid=CA1&From=%2B237670000123&Body=" + QUrl::toPercentEncoding(text(40))
            : spoilt("MessageSid=SM1&Body=%C3%A9+STOP"_ba);
        request.headers.append(
            {"Content-Type", chance(95) ? "application/x-www-form-urlencoded"_ba : "application/json"_ba});
        request.headers.append({"X-Twilio-Signature"_ba, text(20).toUtf8().toBase64()});
    } else if (!content.isEmpty()) {
        request.body = chance(50) ? "OggS" + QByteArray(m_random.bounded(2000), 'x') : text(50).toUtf8();
        const bool isPiece = content.contains(u"application/octet-stream"_s);
        request.headers.append({"Content-Type"_ba, isPiece ? "application/octet-stream"_ba : "audio/ogg"_ba});
    }
    return request;
}

} // namespace

// Some thousand random requests drawn from the document: never a 5xx, always a declared status in the declared shape.
class ApiFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAsDeclared_data() { TestDatabase::addDialectRows(); }
    void answersAsDeclared();
};

void ApiFuzzTest::answersAsDeclared()
{
    QFETCH(Dialect, dialect);
    ApiClient api(dialect);
    const quint32 seed = qEnvironmentVariableIsSet("ACCUEIL_FUZZ_SEED")
        ? quint32(qEnvironmentVariableIntValue("ACCUEIL_FUZZ_SEED"))
        : 20261122;
    const int wanted = qEnvironmentVariableIsSet("ACCUEIL_FUZZ_REQUESTS")
        ? qEnvironmentVariableIntValue("ACCUEIL_FUZZ_REQUESTS")
        : 6000;
    // Without them Twilio's webhooks answer 503.
    api.configure([](HospitalSettings &settings) {
        settings.twilio.authToken = u"0123456789abcdef0123456789abcdef"_s;
        settings.publicUrl = u"https://desk.example.org"_s;
    });
    RequestGenerator generator(api.document(), seed);
    for (int i = 0; i < 5; ++i) {
        api.newReminder();
        api.newFeedback();
    }
    QMap<int, int> statuses;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < wanted && timer.elapsed() < 25'000; ++i) {
        const RequestGenerator::Request request = generator.next();
        const ReceivedAnswer answer
            = api.send(request.who, request.method, request.target, request.body, request.headers);
        ++statuses[answer.status];
        const QByteArray what
            = request.method + ' ' + request.target + ' ' + request.body + " -> " + answer.body.left(300);
        QVERIFY2(api.breaches().isEmpty(), (api.breaches().join(u'\n').toUtf8() + '\n' + what).constData());
        QVERIFY2(answer.status >= 200 && answer.status < 500, what.constData());
        if (answer.status == 201)
            generator.learn(answer.json().toObject().value(u"id"_s).toInteger());
    }
    qInfo() << "statuses:" << statuses << "in" << timer.elapsed() << "ms";
    // Were nearly everything refused, the test would prove little.
    QVERIFY(statuses.value(200) > 200);
    QVERIFY(statuses.value(201) > 50);
    QVERIFY(statuses.value(422) > 50);
}

QTEST_GUILESS_MAIN(ApiFuzzTest)
#include "tst_apifuzz.moc"
