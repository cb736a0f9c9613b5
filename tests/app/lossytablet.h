#pragma once

#include "tests/support/wireclient.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QThread>
#include <QUuid>

#include <atomic>

namespace accueil {

// One submission as a tablet keeps it until the desk has it whole.
struct QueuedSubmission
{
    QJsonObject item;
    QByteArray recording; // may be empty
};

// A ward tablet on a bad network: of its requests some never leave, of others the answer is lost. It forgets now and
// then what it was told, as after a crash, but not what it has still to send. Lives on one thread.
class LossyTablet
{
public:
    // `port`: where the desk listens now; it changes when the desk is started again.
    LossyTablet(QByteArray token, const std::atomic<quint16> &port, quint32 seed)
        : m_token(std::move(token))
        , m_port(port)
        , m_random(seed)
    {
    }

    void make(int count, int number)
    {
        for (int i = 0; i < count; ++i)
            m_made += submission(number * 100'000 + i);
        m_queue = m_made;
    }

    const QList<QueuedSubmission> &made() const { return m_made; }
    const QStringList &surprises() const { return m_surprises; }
    int lost() const { return m_lost; }
    int requests() const { return m_requests; }

    // Until nothing is left or `deadline` has passed; counts in `done` what the desk has whole.
    void sendAll(std::atomic<int> &done, const QDeadlineTimer &deadline)
    {
        while (!m_queue.isEmpty() && !deadline.hasExpired()) {
            if (m_random.bounded(100) < 2)
                m_told.clear(); // it was switched off
            const qsizetype before = m_queue.size();
            if (!sendBatch())
                QThread::msleep(5);
            sendPieces();
            done += int(before - m_queue.size());
        }
    }

    // Everything once more, over a network that loses nothing; returns how many were not known as they are.
    int replay()
    {
        m_client.reset(); // it is another thread's, and the desk may have closed it since
        int unknown = 0;
        for (qsizetype first = 0; first < m_made.size(); first += largestBatch) {
            QJsonArray items;
            for (const QueuedSubmission &one : m_made.mid(first, largestBatch))
                items += one.item;
            const ReceivedAnswer answer = exchange("POST", "/api/sync", batchOf(items), "application/json");
            const QJsonArray outcomes = answer.json().toObject().value(QLatin1String("items")).toArray();
            unknown += int(items.size() - outcomes.size());
            for (qsizetype i = 0; i < outcomes.size(); ++i)
                unknown += isKnownWhole(m_made.at(first + i), outcomes.at(i).toObject()) ? 0 : 1;
        }
        return unknown;
    }

private:
    static constexpr int largestBatch = 100;
    static constexpr qsizetype pieceBytes = 32'768;

    // Random bytes behind the head of an Ogg file, now and then as long as a minute of speech.
    static QueuedSubmission submission(int number)
    {
        QRandomGenerator random(static_cast<quint32>(number));
        QueuedSubmission one;
        QJsonObject &item = one.item;
        const QUuid id = QUuid::createUuidV5(QUuid(), QByteArray::number(number));
        item = {{QStringLiteral("client_id"), id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("submitted_at"),
                QDateTime::currentDateTimeUtc().addSecs(-random.bounded(3000)).toString(Qt::ISODate)},
            {QStringLiteral("language"), QStringLiteral("fr")}, {QStringLiteral("emoji_rating"), 1 + random.bounded(5)},
            {QStringLiteral("comments"), QStringLiteral("Nr. %1").arg(number)}};
        if (number % 7 == 0)
            item.insert(QStringLiteral("patient_id"), QStringLiteral("INCONNU-%1").arg(number % 70));
        if (number % 5 != 0)
            return one;
        one.recording.resize(30'000 + random.bounded(20'000));
        random.fillRange(reinterpret_cast<quint32 *>(one.recording.data()), one.recording.size() / 4);
        one.recording.replace(0, 4, "OggS");
        const QByteArray hash = QCryptographicHash::hash(one.recording, QCryptographicHash::Sha256).toHex();
        item.insert(QStringLiteral("audio"),
            QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(hash)},
                {QStringLiteral("size"), one.recording.size()},
                {QStringLiteral("media_type"), QStringLiteral("audio/ogg")}});
        return one;
    }

    static QString idOf(const QueuedSubmission &one) { return one.item.value(QLatin1String("client_id")).toString(); }

    QByteArray batchOf(const QJsonArray &items) const
    {
        return QJsonDocument(
            QJsonObject{{QStringLiteral("client_time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                {QStringLiteral("queue_length"), m_queue.size()}, {QStringLiteral("items"), items}})
            .toJson(QJsonDocument::Compact);
    }

    // False when it learned nothing.
    bool sendBatch()
    {
        QJsonArray items;
        const int most = 1 + int(m_random.bounded(40));
        for (const QueuedSubmission &one : m_queue) {
            if (!m_told.contains(idOf(one)) && items.size() < most)
                items += one.item;
        }
        if (items.isEmpty())
            return true;
        const ReceivedAnswer answer = attempt("POST", "/api/sync", batchOf(items), "application/json");
        for (const QJsonValue value : answer.json().toObject().value(QLatin1String("items")).toArray())
            learn(value.toObject());
        return answer.status == 200;
    }

    void learn(const QJsonObject &outcome)
    {
        const QString id = outcome.value(QLatin1String("client_id")).toString();
        const QString status = outcome.value(QLatin1String("status")).toString();
        if (status != QLatin1String("created") && status != QLatin1String("known")) {
            if (status != QLatin1String("retry"))
                m_surprises += status;
            return;
        }
        const QJsonObject audio = outcome.value(QLatin1String("audio")).toObject();
        if (audio.isEmpty() || audio.value(QLatin1String("complete")).toBool())
            forget(id);
        else
            m_told.insert(id, audio.value(QLatin1String("received")).toInteger());
    }

    void forget(const QString &id)
    {
        m_told.remove(id);
        m_queue.removeIf([&](const QueuedSubmission &one) { return idOf(one) == id; });
    }

    // One piece of each recording that the desk waits for.
    void sendPieces()
    {
        for (const QueuedSubmission &one : QList<QueuedSubmission>(m_queue)) {
            const QString id = idOf(one);
            if (!m_told.contains(id))
                continue;
            const qint64 offset = m_told.value(id);
            const QByteArray path = "/api/sync/" + id.toLatin1() + "/audio?offset=" + QByteArray::number(offset);
            const ReceivedAnswer answer
                = attempt("PUT", path, one.recording.mid(offset, pieceBytes), "application/octet-stream");
            const QJsonObject told = answer.json().toObject();
            if (answer.status == 200 && told.value(QLatin1String("complete")).toBool())
                forget(id);
            else if (answer.status == 200 || answer.status == 409)
                m_told.insert(id, told.value(QLatin1String("received")).toInteger());
            else if (answer.status == 0)
                return; // the network is away
        }
    }

    static bool isKnownWhole(const QueuedSubmission &one, const QJsonObject &outcome)
    {
        const bool isWhole = one.recording.isEmpty()
            || outcome.value(QLatin1String("audio")).toObject().value(QLatin1String("complete")).toBool();
        return outcome.value(QLatin1String("status")).toString() == QLatin1String("known") && isWhole;
    }

    // 15 of 100 requests never leave, of 15 the answer is lost.
    ReceivedAnswer attempt(
        const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &type)
    {
        ++m_requests;
        const int luck = int(m_random.bounded(100));
        m_lost += luck < 30 ? 1 : 0;
        if (luck < 15)
            return {};
        const ReceivedAnswer answer = exchange(method, target, body, type);
        return luck < 30 ? ReceivedAnswer() : answer;
    }

    ReceivedAnswer exchange(
        const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &type)
    {
        const quint16 port = m_port;
        if (!m_client || m_clientPort != port) {
            m_client = std::make_unique<WireClient>(port);
            m_clientPort = port;
        }
        const ReceivedAnswer answer
            = m_client->send(method, target, body, {{"Authorization", "Bearer " + m_token}, {"Content-Type", type}});
        if (answer.status != 0 && answer.status != 200 && answer.status != 409 && answer.status != 503)
            m_surprises += QString::fromLatin1(method + ' ' + QByteArray::number(answer.status));
        return answer;
    }

    const QByteArray m_token;
    const std::atomic<quint16> &m_port;
    QRandomGenerator m_random;
    std::unique_ptr<WireClient> m_client;
    quint16 m_clientPort = 0;
    QList<QueuedSubmission> m_made;
    QList<QueuedSubmission> m_queue; // outlives a crash of the tablet
    QHash<QString, qint64> m_told; // does not: how much of its recording the desk has
    QStringList m_surprises; // answers that a tablet must never get here
    int m_requests = 0;
    int m_lost = 0;
};

} // namespace accueil
