#include "tests/support/faketwilio.h"

#include "app/domain/clock.h"

#include <QJsonDocument>
#include <QLocale>
#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

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

// Nothing while the request is not whole; takes it out of `bytes`.
std::optional<Request> takeRequest(QByteArray &bytes)
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
    bytes.remove(0, end + 4 + length);
    return request;
}

// RFC 9110 and RFC 5322 with "GMT" or "+0000" as the zone.
QByteArray dateText(const QDateTime &time, const char *zone)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss "_s).toLatin1() + zone;
}

} // namespace

struct FakeTwilio::Private
{
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Request &request);
    QString senderViolation(const TwilioAsked &asked) const;
    TwilioFault nextFault(TwilioRequests kind);
    QByteArray text(int status, const QByteArray &body, const QByteArray &extraHeaders = {}) const;
    QByteArray error(const TwilioFault &fault) const;
    void count(const TwilioAsked &asked);

    SystemClock systemClock;
    QThread thread;
    QTcpServer *server = nullptr; // lives on `thread`
    quint16 port = 0;
    mutable QMutex mutex; // guards all below
    const Clock *clock = &systemClock;
    QMap<TwilioRequests, TwilioFault> standing;
    QMap<TwilioRequests, QList<TwilioFault>> queued;
    TwilioRecords records;
    QMap<QString, int> taken;
    int takenInAll = 0;
    QStringList senders{FakeTwilio::from()};
    QStringList violations;
    int requests = 0;
    int questions = 0;
    int connections = 0;
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
    return fakeTwilioAccount();
}

QString FakeTwilio::authToken()
{
    return u"token of the tests: é"_s;
}

QString FakeTwilio::from()
{
    return u"+15005550006"_s;
}

void FakeTwilio::setFault(const TwilioFault &fault, TwilioRequests requests)
{
    const QMutexLocker lock(&d->mutex);
    d->standing.insert(requests, fault);
}

void FakeTwilio::queueFaults(const QList<TwilioFault> &faults, TwilioRequests requests)
{
    const QMutexLocker lock(&d->mutex);
    d->queued[requests] += faults;
}

void FakeTwilio::setProgress(const QStringList &statuses, int errorCode)
{
    const QMutexLocker lock(&d->mutex);
    d->records.progress = statuses;
    d->records.errorInTheEnd = errorCode;
}

void FakeTwilio::setStatus(const QString &sid, const QString &status, int errorCode)
{
    const QMutexLocker lock(&d->mutex);
    TwilioRecord *record = d->records.find(sid);
    if (!record)
        qFatal("the fake provider knows no such record");
    record->status = status;
    record->errorCode = errorCode;
    record->progress.clear();
}

void FakeTwilio::setPrice(const QString &sid, const QString &price)
{
    const QMutexLocker lock(&d->mutex);
    d->records.find(sid)->price = price;
}

QString FakeTwilio::add(const TwilioRecord &record)
{
    const QMutexLocker lock(&d->mutex);
    return d->records.add(record);
}

void FakeTwilio::setLargestPage(int rows)
{
    const QMutexLocker lock(&d->mutex);
    d->records.largestPage = rows;
}

void FakeTwilio::setNextPageBase(const QString &address)
{
    const QMutexLocker lock(&d->mutex);
    d->records.nextPageBase = address;
}

void FakeTwilio::allowSender(const QString &sender)
{
    const QMutexLocker lock(&d->mutex);
    d->senders << sender;
}

void FakeTwilio::setClock(const Clock &clock)
{
    const QMutexLocker lock(&d->mutex);
    d->clock = &clock;
}

QMap<QString, int> FakeTwilio::taken() const
{
    const QMutexLocker lock(&d->mutex);
    return d->taken;
}

int FakeTwilio::takenInAll() const
{
    const QMutexLocker lock(&d->mutex);
    return d->takenInAll;
}

QList<TwilioRecord> FakeTwilio::records() const
{
    const QMutexLocker lock(&d->mutex);
    return d->records.all();
}

int FakeTwilio::requests() const
{
    const QMutexLocker lock(&d->mutex);
    return d->requests;
}

int FakeTwilio::questions() const
{
    const QMutexLocker lock(&d->mutex);
    return d->questions;
}

int FakeTwilio::connections() const
{
    const QMutexLocker lock(&d->mutex);
    return d->connections;
}

QStringList FakeTwilio::violations() const
{
    const QMutexLocker lock(&d->mutex);
    return d->violations;
}

TwilioFault FakeTwilio::Private::nextFault(TwilioRequests kind)
{
    return queued.value(kind).isEmpty() ? standing.value(kind) : queued[kind].takeFirst();
}

void FakeTwilio::Private::serve(QTcpSocket *socket)
{
    {
        const QMutexLocker lock(&mutex);
        ++connections;
    }
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes = QByteArray()]() mutable {
        bytes += socket->readAll();
        while (const std::optional<Request> request = takeRequest(bytes))
            answer(socket, *request);
    });
}

void FakeTwilio::Private::answer(QTcpSocket *socket, const Request &request)
{
    using enum TwilioFault::Kind;
    const QMutexLocker lock(&mutex);
    const TwilioRequests kind = request.method == "GET" ? TwilioRequests::Asking : TwilioRequests::Creating;
    ++requests;
    questions += kind == TwilioRequests::Asking ? 1 : 0;
    TwilioAsked asked
        = records.contract.read(request.method, request.target, request.headers.value("content-type"), request.body);
    const QByteArray login = (FakeTwilio::accountSid() + u':' + FakeTwilio::authToken()).toUtf8().toBase64();
    if (asked.violation.isEmpty() && request.headers.value("authorization") != "Basic " + login)
        asked.violation = u"wrong authorization"_s;
    if (asked.violation.isEmpty())
        asked.violation = senderViolation(asked);
    if (!asked.violation.isEmpty()) {
        violations << asked.violation;
        socket->write(text(400, R"({"code":20001,"message":"contract","more_info":"","status":400})"));
        return;
    }
    const TwilioFault fault = nextFault(kind);
    if (fault.kind == DropBefore) {
        socket->abort();
        return;
    }
    QByteArray bytes;
    int status = 0;
    if (fault.kind == Error) {
        bytes = error(fault);
    } else {
        const TwilioAnswer answer = records.act(asked, clock->now());
        status = answer.status;
        bytes = text(status, QJsonDocument(answer.body).toJson(QJsonDocument::Compact));
        count(asked);
    }
    if (fault.kind == GarbageAfter)
        bytes = text(status, "<html>gateway</html>");
    else if (fault.kind == WrongAnswerAfter)
        bytes = text(status, R"({"sid":"SMx","messages":{"sid":7},"calls":"none","status":["delivered"]})");
    else if (fault.kind == CutAnswerAfter)
        bytes.chop(20);
    const auto finish = [socket, bytes, kind = fault.kind] {
        if (kind == DropAfter) {
            socket->abort();
            return;
        }
        socket->write(bytes);
        if (kind == CutAnswerAfter)
            socket->disconnectFromHost();
    };
    if (fault.delay.count() > 0)
        QTimer::singleShot(fault.delay, socket, finish);
    else
        finish();
}

QString FakeTwilio::Private::senderViolation(const TwilioAsked &asked) const
{
    if (asked.path.value(u"AccountSid"_s) != FakeTwilio::accountSid())
        return u"another account"_s;
    if (!asked.operation.startsWith("Create"_L1))
        return {};
    const QString from = asked.form.value(u"From"_s, asked.form.value(u"MessagingServiceSid"_s));
    const bool isMine = senders.contains(from) && (asked.operation == u"CreateMessage" || isE164(from));
    return isMine ? QString() : u"wrong sender"_s;
}

void FakeTwilio::Private::count(const TwilioAsked &asked)
{
    if (!asked.operation.startsWith("Create"_L1))
        return;
    ++takenInAll;
    if (asked.operation == u"CreateMessage")
        ++taken[asked.form.value(u"To"_s) + u'\n' + asked.form.value(u"Body"_s)];
}

QByteArray FakeTwilio::Private::text(int status, const QByteArray &body, const QByteArray &extraHeaders) const
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Answer\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nDate: " + dateText(clock->now(), "GMT") + "\r\n" + extraHeaders + "\r\n" + body;
}

QByteArray FakeTwilio::Private::error(const TwilioFault &fault) const
{
    const QJsonObject body = records.contract.error(fault.code);
    QByteArray wait;
    if (fault.retryAfterSeconds > 0 && fault.retryAfterAsDate)
        wait = "Retry-After: " + dateText(clock->now().addSecs(fault.retryAfterSeconds), "GMT") + "\r\n";
    else if (fault.retryAfterSeconds > 0)
        wait = "Retry-After: " + QByteArray::number(fault.retryAfterSeconds) + "\r\n";
    return text(body.value("status"_L1).toInt(), QJsonDocument(body).toJson(QJsonDocument::Compact), wait);
}

} // namespace accueil
