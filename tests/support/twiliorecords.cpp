#include "tests/support/twiliorecords.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QString fakeTwilioAccount()
{
    return u"AC"_s + u"0123456789abcdef"_s.repeated(2);
}

TwilioAnswer TwilioRecords::act(const TwilioAsked &asked, const QDateTime &now)
{
    if (asked.operation.startsWith("Create"_L1))
        return create(asked, now);
    return asked.operation.startsWith("Fetch"_L1) ? fetch(asked.path.value(u"Sid"_s)) : list(asked);
}

TwilioAnswer TwilioRecords::create(const TwilioAsked &asked, const QDateTime &now)
{
    const bool isCall = asked.operation == u"CreateCall";
    const TwilioRecord record{.sid = newSid(isCall ? u"CA"_s : u"SM"_s),
        .from = asked.form.value(u"From"_s),
        .to = asked.form.value(u"To"_s),
        .text = asked.form.value(isCall ? u"Twiml"_s : u"Body"_s),
        .status = asked.form.contains(u"MessagingServiceSid"_s) ? u"accepted"_s : u"queued"_s,
        .createdAt = now,
        .form = asked.form,
        .progress = progress,
        .errorInTheEnd = errorInTheEnd};
    m_records << record;
    return {201, json(record)};
}

TwilioRecord *TwilioRecords::find(const QString &sid)
{
    const auto record
        = std::find_if(m_records.begin(), m_records.end(), [&](const TwilioRecord &one) { return one.sid == sid; });
    return record == m_records.end() ? nullptr : &*record;
}

QString TwilioRecords::add(const TwilioRecord &record)
{
    m_records << record;
    if (record.sid.isEmpty())
        m_records.last().sid = newSid(u"SM"_s);
    return m_records.last().sid;
}

QString TwilioRecords::newSid(const QString &kind)
{
    return kind + QString::number(++m_sids, 16).rightJustified(32, u'0');
}

TwilioAnswer TwilioRecords::fetch(const QString &sid)
{
    TwilioRecord *record = find(sid);
    if (!record)
        return {404, contract.error(20404)};
    if (!record->progress.isEmpty()) {
        record->status = record->progress.takeFirst();
        if (record->status == u"undelivered" || record->status == u"failed")
            record->errorCode = record->errorInTheEnd;
    }
    return {200, json(*record)};
}

// Newest first, as Twilio does.
TwilioAnswer TwilioRecords::list(const TwilioAsked &asked) const
{
    const bool isCall = asked.operation == u"ListCall";
    const QString since = asked.query.value(u"DateSent>"_s);
    const QDateTime first = QDateTime::fromString(since, Qt::ISODate);
    QList<TwilioRecord> matching;
    for (const TwilioRecord &record : m_records) {
        const bool isSince = since.isEmpty() || (record.createdAt && *record.createdAt >= first);
        if (record.isCall() == isCall && isSince && record.to == asked.query.value(u"To"_s, record.to))
            matching.prepend(record);
    }
    const int size = std::min(asked.query.value(u"PageSize"_s, u"50"_s).toInt(), largestPage);
    const int page = asked.query.value(u"Page"_s, u"0"_s).toInt();
    QJsonArray rows;
    for (const TwilioRecord &record : matching.mid(page * size, size))
        rows << json(record);
    QString uri = u"/2010-04-01/Accounts/%1/%2.json?PageSize=%3"_s.arg(
        fakeTwilioAccount(), isCall ? u"Calls"_s : u"Messages"_s, QString::number(size));
    for (const QString &name : {u"To"_s, u"DateSent>"_s}) {
        if (asked.query.contains(name))
            uri += u'&'
                + QString::fromLatin1(
                    QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(asked.query.value(name)));
    }
    uri += u"&Page="_s;
    const bool isLast = (page + 1) * size >= matching.size();
    const QJsonObject body{{u"page"_s, page}, {u"page_size"_s, size}, {u"first_page_uri"_s, uri + u'0'},
        {u"next_page_uri"_s,
            isLast ? QJsonValue() : QJsonValue(nextPageBase + uri + QString::number(page + 1) + u"&PageToken=PA1"_s)},
        {isCall ? u"calls"_s : u"messages"_s, rows}};
    return {200, body};
}

QJsonObject TwilioRecords::json(const TwilioRecord &record) const
{
    QJsonObject body = contract.example(record.isCall() ? u"call"_s : u"message"_s);
    const QString date = record.createdAt
        ? QLocale::c().toString(record.createdAt->toUTC(), u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s)
        : QString();
    body.insert("sid"_L1, record.sid);
    body.insert("account_sid"_L1, fakeTwilioAccount());
    body.insert("to"_L1, record.to);
    body.insert("from"_L1, orNull(record.from));
    body.insert("direction"_L1, record.direction);
    body.insert("status"_L1, record.status);
    body.insert("date_created"_L1, orNull(date));
    if (!record.isCall())
        body.insert("date_sent"_L1, orNull(date));
    body.insert("price"_L1, orNull(record.price));
    body.insert("price_unit"_L1, record.price.isEmpty() ? QJsonValue() : QJsonValue(u"USD"_s));
    if (!record.isCall()) {
        body.insert("body"_L1, record.text);
        body.insert("num_segments"_L1, QString::number(record.segments));
        body.insert("error_code"_L1, record.errorCode > 0 ? QJsonValue(record.errorCode) : QJsonValue());
    }
    return body;
}

} // namespace accueil
