#include "tests/support/faketwilio.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrlQuery>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct Request
{
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

// Nothing while the request is not whole.
std::optional<Request> wholeRequest(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    Request request{.method = first.value(0), .target = first.value(1)};
    for (const QByteArray &line : lines.mid(1))
        request.headers.insert(
            line.left(line.indexOf(':')).trimmed().toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return std::nullopt;
    request.body = bytes.mid(end + 4, length);
    return request;
}

QByteArray answerText(int status, const QByteArray &body, const QByteArray &extraHeaders = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + extraHeaders + "\r\n" + body;
}

bool isE164(const QString &text)
{
    static const QRegularExpression pattern(u"^\\+[1-9][0-9]{6,14}$"_s);
    return pattern.match(text).hasMatch();
}

// application/x-www-form-urlencoded: a plus sign is a space.
QString formValue(QByteArray encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded.replace('+', ' ')));
}

QJsonObject loadContract()
{
    QFile file(QStringLiteral(ACCUEIL_TEST_SUPPORT_FOLDER "/contracts/twilio_create_message.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the contract is missing: %s", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

struct FakeTwilio::Private
{
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Request &request);
    QString firstViolation(const Request &request, QMap<QString, QString> &form) const;
    QString formViolation(const QMap<QString, QString> &form) const;
    QByteArray created(const QMap<QString, QString> &form, int number) const;
    QByteArray error(int code, int retryAfterSeconds) const;
    TwilioFault nextFault();

    const QJsonObject contract = loadContract();
    QThread thread;
    QTcpServer *server = nullptr; // lives on `thread`
    quint16 port = 0;
    mutable QMutex mutex; // guards all below
    TwilioFault standing;
    QList<TwilioFault> queued;
    QMap<QString, int> taken;
    QStringList violations;
    int requests = 0;
};

FakeTwilio::FakeTwilio()
    : d(std::make_unique<Private>())
{
    d->server = new QTcpServer;
    d->server->moveToThread(&d->thread);
    QObject::connect(&d->thread, &QThread::finished, d->server, &QObject::deleteLater);
    d->thread.start();
    QMetaObject::invokeMethod(
        d->server,
        [this] {
            d->server->listen(QHostAddress::LocalHost);
            d->port = d->server->serverPort();
            QObject::connect(d->server, &QTcpServer::newConnection, d->server, [this] {
                while (QTcpSocket *socket = d->server->nextPendingConnection())
                    d->serve(socket);
            });
        },
        Qt::BlockingQueuedConnection);
    if (d->port == 0)
        qFatal("the fake provider cannot listen");
}

FakeTwilio::~FakeTwilio()
{
    d->thread.quit();
    d->thread.wait();
}

QString FakeTwilio::baseUrl() const
{
    return u"http://127.0.0.1:%1"_s.arg(d->port);
}

QString FakeTwilio::accountSid()
{
    return u"AC"_s + u"0123456789abcdef"_s.repeated(2);
}

QString FakeTwilio::authToken()
{
    return u"token of the tests: é"_s;
}

QString FakeTwilio::from()
{
    return u"+15005550006"_s;
}

void FakeTwilio::setFault(const TwilioFault &fault)
{
    const QMutexLocker lock(&d->mutex);
    d->standing = fault;
}

void FakeTwilio::queueFaults(const QList<TwilioFault> &faults)
{
    const QMutexLocker lock(&d->mutex);
    d->queued += faults;
}

QMap<QString, int> FakeTwilio::taken() const
{
    const QMutexLocker lock(&d->mutex);
    return d->taken;
}

int FakeTwilio::takenInAll() const
{
    const QMutexLocker lock(&d->mutex);
    int all = 0;
    for (const int count : std::as_const(d->taken))
        all += count;
    return all;
}

int FakeTwilio::requests() const
{
    const QMutexLocker lock(&d->mutex);
    return d->requests;
}

QStringList FakeTwilio::violations() const
{
    const QMutexLocker lock(&d->mutex);
    return d->violations;
}

TwilioFault FakeTwilio::Private::nextFault()
{
    return queued.isEmpty() ? standing : queued.takeFirst();
}

void FakeTwilio::Private::serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(
        socket, &QTcpSocket::readyRead, socket, [this, socket, bytes = QByteArray(), done = false]() mutable {
            bytes += socket->readAll();
            const std::optional<Request> request = wholeRequest(bytes);
            if (done || !request)
                return;
            done = true;
            answer(socket, *request);
        });
}

void FakeTwilio::Private::answer(QTcpSocket *socket, const Request &request)
{
    using enum TwilioFault::Kind;
    const QMutexLocker lock(&mutex);
    ++requests;
    QMap<QString, QString> form;
    if (const QString violation = firstViolation(request, form); !violation.isEmpty()) {
        violations << violation;
        socket->write(answerText(400, R"({"code":20001,"message":"contract","more_info":"","status":400})"));
        socket->disconnectFromHost();
        return;
    }
    const TwilioFault fault = nextFault();
    if (fault.kind == DropBefore) {
        socket->abort();
        return;
    }
    QByteArray text;
    if (fault.kind == Error) {
        text = error(fault.code, fault.retryAfterSeconds);
    } else {
        const int number = ++taken[form.value(u"To"_s) + u'\n' + form.value(u"Body"_s)];
        const QByteArray body = created(form, number);
        text = fault.kind == GarbageAfter ? answerText(201, "<html>gateway</html>") : answerText(201, body);
        if (fault.kind == CutAnswerAfter)
            text.chop(body.size() / 2);
    }
    const auto finish = [socket, text, kind = fault.kind] {
        if (kind == DropAfter) {
            socket->abort();
            return;
        }
        socket->write(text);
        socket->disconnectFromHost();
    };
    if (fault.delay.count() > 0)
        QTimer::singleShot(fault.delay, socket, finish);
    else
        finish();
}

QString FakeTwilio::Private::firstViolation(const Request &request, QMap<QString, QString> &form) const
{
    const QByteArray path
        = contract.value("path"_L1).toString().replace("{AccountSid}"_L1, FakeTwilio::accountSid()).toLatin1();
    if (request.method != "POST" || request.target != path)
        return u"not the path of the operation"_s;
    const QByteArray login = (FakeTwilio::accountSid() + u':' + FakeTwilio::authToken()).toUtf8().toBase64();
    if (request.headers.value("authorization") != "Basic " + login)
        return u"wrong authorization"_s;
    if (request.headers.value("content-type") != contract.value("contentType"_L1).toString().toLatin1())
        return u"wrong content type"_s;
    for (const QByteArray &pair : request.body.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QString name = formValue(pair.left(equals));
        if (equals < 0 || form.contains(name))
            return u"bad or repeated form field"_s;
        form.insert(name, formValue(pair.mid(equals + 1)));
    }
    return formViolation(form);
}

QString FakeTwilio::Private::formViolation(const QMap<QString, QString> &form) const
{
    const QJsonObject properties = contract.value("properties"_L1).toObject();
    const QStringList names = form.keys();
    for (const QString &name : names) {
        if (!properties.contains(name))
            return u"unknown form field "_s + name;
        const QString format = properties.value(name).toObject().value("format"_L1).toString();
        if (format == "phone-number"_L1 && !isE164(form.value(name)))
            return u"not a telephone number in "_s + name;
    }
    const QJsonArray required = contract.value("required"_L1).toArray();
    for (const QJsonValue &name : required) {
        if (!form.contains(name.toString()))
            return u"missing form field "_s + name.toString();
    }
    // The description of the parameters: a sender, and a text of at most 1,600 characters.
    if (form.value(u"From"_s) != FakeTwilio::from())
        return u"wrong sender"_s;
    const QString body = form.value(u"Body"_s);
    if (body.isEmpty() || body.toUcs4().size() > 1600)
        return u"no text, or too much"_s;
    return {};
}

QByteArray FakeTwilio::Private::created(const QMap<QString, QString> &form, int number) const
{
    QJsonObject body = contract.value("created"_L1).toObject();
    const size_t hash = qHash(form.value(u"To"_s) + form.value(u"Body"_s)) + size_t(number);
    body.insert("sid"_L1, u"SM%1"_s.arg(quint64(hash), 32, 16, QLatin1Char('0')));
    body.insert("to"_L1, form.value(u"To"_s));
    body.insert("from"_L1, form.value(u"From"_s));
    body.insert("body"_L1, form.value(u"Body"_s));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray FakeTwilio::Private::error(int code, int retryAfterSeconds) const
{
    const QJsonArray errors = contract.value("errors"_L1).toArray();
    for (const QJsonValue &row : errors) {
        const QJsonObject body = row.toObject();
        if (body.value("code"_L1).toInt() != code)
            continue;
        const QByteArray wait
            = retryAfterSeconds > 0 ? "Retry-After: " + QByteArray::number(retryAfterSeconds) + "\r\n" : QByteArray();
        return answerText(body.value("status"_L1).toInt(), QJsonDocument(body).toJson(QJsonDocument::Compact), wait);
    }
    qFatal("no error %d in the contract", code);
}

} // namespace accueil
