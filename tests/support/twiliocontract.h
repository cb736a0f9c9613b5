#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QMultiMap>
#include <QString>

namespace accueil {

// What a request asks of Twilio.
struct TwilioAsked
{
    QString violation; // of the contract; empty: none, and the rest is valid
    QString operation; // CreateMessage, FetchCall ...
    QMap<QString, QString> path; // AccountSid, Sid
    QMultiMap<QString, QString> query;
    QMultiMap<QString, QString> form;
};

// Six operations of Twilio's official OpenAPI description (contracts/twilio_v2010.json).
class TwilioContract
{
public:
    TwilioContract();

    TwilioAsked read(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
        const QByteArray &body) const;
    QJsonObject example(const QString &name) const; // message, call
    QJsonObject error(int code) const;

private:
    QJsonObject m_contract;
};

bool isE164(const QString &text);

} // namespace accueil
