#include "app/security/twiliosignature.h"

#include "app/security/hmac.h"
#include "app/security/random.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Keys in byte order, each value behind its key; equal values of one key once.
QByteArray signedForm(QList<std::pair<QByteArray, QByteArray>> form)
{
    std::sort(form.begin(), form.end());
    form.erase(std::unique(form.begin(), form.end()), form.end());
    QByteArray text;
    for (const auto &[key, value] : std::as_const(form))
        text += key + value;
    return text;
}

bool hasSignature(const QByteArray &authToken, const QByteArray &message, const QByteArray &signature)
{
    const QByteArray expected
        = QMessageAuthenticationCode::hash(message, authToken, QCryptographicHash::Sha1).toBase64();
    return equalInConstantTime(expected, signature);
}

// The address with its port left out, or with the usual one of its scheme where it has none.
QByteArray withOtherPort(const QByteArray &url)
{
    const qsizetype start = url.indexOf("://");
    if (start < 0)
        return url;
    const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const auto end = std::find_if(url.begin() + start + 3, url.end(), isEnd);
    const qsizetype endOfHost = end - url.begin();
    const qsizetype colon = url.first(endOfHost).lastIndexOf(':');
    const bool hasPort = colon > start && url.indexOf(']', colon) < 0; // not one of an IPv6 address
    if (hasPort)
        return url.first(colon) + url.sliced(endOfHost);
    const QByteArray usual = url.startsWith("https:") ? ":443"_ba : ":80"_ba;
    return url.first(endOfHost) + usual + url.sliced(endOfHost);
}

// The value of bodySHA256; Twilio puts it there for bodies that are no form.
QByteArray bodyHash(const QByteArray &url)
{
    const qsizetype mark = url.indexOf('?');
    if (mark < 0)
        return {};
    for (const QByteArray &parameter : url.sliced(mark + 1).split('&')) {
        if (constexpr QByteArrayView name = "bodySHA256="; parameter.startsWith(name))
            return parameter.sliced(name.size());
    }
    return {};
}

} // namespace

bool isSignedByTwilio(const QByteArray &authToken, const SignedWebhook &webhook)
{
    if (authToken.isEmpty() || webhook.signature.isEmpty())
        return false;
    if (const QByteArray hash = bodyHash(webhook.url);
        !hash.isEmpty() && !equalInConstantTime(sha256Hex(webhook.body), hash.toLower()))
        return false;
    const QByteArray form = signedForm(webhook.form);
    // Both are computed whatever the first says.
    const bool asCalled = hasSignature(authToken, webhook.url + form, webhook.signature);
    const bool otherPort = hasSignature(authToken, withOtherPort(webhook.url) + form, webhook.signature);
    return asCalled || otherPort;
}

} // namespace accueil
