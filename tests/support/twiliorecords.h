#pragma once

#include "tests/support/twiliocontract.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace accueil {

class Clock;

// A message or a call that the provider knows.
struct TwilioRecord
{
    QString sid; // SM and 32 digits, CA for a call
    QString from;
    QString to;
    QString text; // of a message; the TwiML of a call
    QString direction = QStringLiteral("outbound-api");
    QString status = QStringLiteral("queued");
    int errorCode = 0; // 0: null
    int segments = 1;
    QString price; // null while it is empty
    std::optional<QDateTime> createdAt; // UTC; null when there is none
    QMultiMap<QString, QString> form; // it was made with
    QStringList progress; // statuses to come, one each time it is asked for by its sid
    int errorInTheEnd = 0; // with the status failed or undelivered of `progress`

    bool isCall() const { return sid.startsWith(QStringLiteral("CA")); }
};

struct TwilioAnswer
{
    int status = 200;
    QJsonObject body;
};

// What the fake provider has taken, and its answers about it. Not thread-safe.
class TwilioRecords
{
public:
    TwilioAnswer act(const TwilioAsked &asked, const QDateTime &now);
    TwilioRecord *find(const QString &sid);
    QString add(const TwilioRecord &record);
    const QList<TwilioRecord> &all() const { return m_records; }

    TwilioContract contract;
    QStringList progress; // of what is taken from now on
    int errorInTheEnd = 0;
    int largestPage = 1000;
    QString nextPageBase;

private:
    TwilioAnswer create(const TwilioAsked &asked, const QDateTime &now);
    TwilioAnswer fetch(const QString &sid);
    TwilioAnswer list(const TwilioAsked &asked) const;
    QJsonObject json(const TwilioRecord &record) const;
    QString newSid(const QString &kind);

    QList<TwilioRecord> m_records;
    quint64 m_sids = 0;
};

// The account of the fake provider.
QString fakeTwilioAccount();

} // namespace accueil
