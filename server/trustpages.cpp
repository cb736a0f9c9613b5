#include "server/trustpages.h"

#include "server/compression.h"
#include "server/problem.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray trustFile(const QString &name)
{
    QFile file(u":/trust/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    Q_UNUSED(isThere);
    return file.readAll();
}

// The texts of one language, by key.
const QJsonObject &texts(const QString &language)
{
    static const QJsonObject all = QJsonDocument::fromJson(trustFile(u"texts.json"_s)).object();
    static const QJsonObject french = all.value(u"fr").toObject();
    static const QJsonObject english = all.value(u"en").toObject();
    return language == u"en" ? english : french;
}

// The quality that Accept-Language gives to a language (RFC 9110, 12.5.4); 0 when it is not named.
double quality(const QByteArray &header, QByteArrayView language)
{
    double best = 0;
    for (const QByteArray &range : header.toLower().split(',')) {
        const QByteArrayList parts = range.trimmed().split(';');
        const QByteArray name = parts.first().trimmed();
        if (name != language && !name.startsWith(language.toByteArray() + '-'))
            continue;
        double value = 1;
        for (const QByteArray &part : parts.sliced(1)) {
            if (part.trimmed().startsWith("q="))
                value = part.trimmed().sliced(2).toDouble();
        }
        best = std::max(best, value);
    }
    return best;
}

// What the person chose, else what the browser prefers, else French.
QString languageOf(const HttpRequest &request)
{
    for (const QByteArray &part : request.query.split('&')) {
        if (part == "lang=fr" || part == "lang=en")
            return QString::fromLatin1(part.sliced(5));
    }
    const QByteArray header = request.header("accept-language");
    return quality(header, "en") > quality(header, "fr") ? u"en"_s : u"fr"_s;
}

// The name under which the client reached this desk, without a port; localhost when it is none.
QString hostOf(const HttpRequest &request)
{
    static const QRegularExpression form(u"\\A(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]{1,253})(:\\d+)?\\z"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(request.header("host")));
    return match.hasMatch() ? match.captured(1) : u"localhost"_s;
}

QByteArray filled(QByteArray text, const QMap<QString, QString> &values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        text.replace("{{" + value.key().toUtf8() + "}}", value->toHtmlEscaped().toUtf8());
    return text;
}

QByteArray worded(QByteArray text, const QString &language)
{
    const QJsonObject &words = texts(language);
    for (auto word = words.begin(); word != words.end(); ++word)
        text.replace("{{" + word.key().toUtf8() + "}}", word->toString().toHtmlEscaped().toUtf8());
    return text;
}

QString uuidFor(const TrustFacts &facts, const QString &purpose)
{
    static const QUuid space(u"5d1f0f0e-4b0c-4b51-9a51-0f1f8f3f6c1d"_s);
    return QUuid::createUuidV5(space, purpose + facts.fingerprint).toString(QUuid::WithoutBraces).toUpper();
}

HttpResponse file(const QByteArray &type, const QByteArray &body)
{
    HttpResponse response{.status = 200, .headers = {}, .body = body};
    response.setHeader("Content-Type", type);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return response;
}

// A picture of one transparent point, which only a client that trusts this desk gets to see.
QByteArray markPicture()
{
    return QByteArray::fromHex(
        "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b");
}

HttpResponse unavailable(const HttpRequest &request)
{
    HttpResponse response = file(
        "text/plain; charset=utf-8", texts(languageOf(request)).value(u"unavailable").toString().toUtf8() + '\n');
    response.status = 503;
    response.setHeader("Retry-After", "30");
    return response;
}

} // namespace

TrustPages::TrustPages(std::function<std::optional<TrustFacts>()> facts, const Clock &clock)
    : m_facts(std::move(facts))
    , m_clock(clock)
{
}

std::optional<HttpResponse> TrustPages::answer(const HttpRequest &request, Root root) const
{
    static const QList<QByteArray> paths{path, "/ca/", "/ca.crt", "/ca.mobileconfig", "/ca/page.js", "/ca/mark.gif"};
    const bool isRoot = root == Root::Page && request.path == "/";
    if (!isRoot && !paths.contains(request.path))
        return std::nullopt;
    if (request.method != Method::Get && request.method != Method::Head) {
        HttpResponse refusal = problem(405, u"methodNotAllowed"_s);
        refusal.setHeader("Allow", "GET, HEAD");
        return refusal;
    }
    const std::optional<TrustFacts> facts = m_facts();
    if (!facts)
        return unavailable(request);
    HttpResponse response;
    if (request.path == "/ca.crt")
        response = file("application/x-x509-ca-cert", facts->certificate);
    else if (request.path == "/ca.mobileconfig")
        response = profile(request, *facts);
    else if (request.path == "/ca/page.js")
        response = file("text/javascript; charset=utf-8", trustFile(u"page.js"_s));
    else if (request.path == "/ca/mark.gif")
        response = file("image/gif", markPicture());
    else
        response = page(request, *facts);
    compressAnswer(request, response);
    return response;
}

HttpResponse TrustPages::page(const HttpRequest &request, const TrustFacts &facts) const
{
    static const QByteArray form = trustFile(u"page.html"_s).replace("{{style}}", trustFile(u"style.css"_s).trimmed());
    const QString language = languageOf(request);
    const QByteArray agent = request.header("user-agent");
    const bool isApple = agent.contains("iPhone") || agent.contains("iPad") || agent.contains("Macintosh");
    const bool isAndroid = agent.contains("Android");
    QByteArray text = worded(form, language);
    for (const auto &[name, isOn] :
        {std::pair{"{{current_fr}}", language == u"fr"}, std::pair{"{{current_en}}", language == u"en"}})
        text.replace(name, isOn ? " aria-current=\"true\"" : "");
    text.replace("{{open_android}}", isAndroid || !isApple ? " open" : "");
    text.replace("{{open_ios}}", isApple || !isAndroid ? " open" : "");
    const QStringList groups = facts.fingerprint.split(u" · "_s);
    constexpr qsizetype compared = 3; // 96 bits, which nobody forges; as the desk's screen shows them
    HttpResponse response = file("text/html; charset=utf-8",
        filled(text,
            {{u"language"_s, language}, {u"hospital"_s, facts.hospital == u"Accueil" ? QString() : facts.hospital},
                {u"authority"_s, facts.authorityName}, {u"fingerprint_head"_s, groups.first(compared).join(u" · "_s)},
                {u"fingerprint_tail"_s, groups.sliced(compared).join(u' ')},
                {u"https"_s, u"https://%1:%2/tablet/"_s.arg(hostOf(request)).arg(facts.port)},
                {u"port"_s, QString::number(facts.port)},
                {u"now"_s, QString::number(m_clock.now().toMSecsSinceEpoch())}}));
    response.setHeader("Cache-Control", "no-store"); // the fingerprint and the time must be of now
    response.setHeader("Content-Language", language.toLatin1());
    response.setHeader("Vary", "Accept-Language, User-Agent");
    response.setHeader("Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src https:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    return response;
}

HttpResponse TrustPages::profile(const HttpRequest &request, const TrustFacts &facts) const
{
    static const QByteArray form = trustFile(u"ca.mobileconfig"_s);
    return file("application/x-apple-aspen-config",
        filled(worded(form, languageOf(request)),
            {{u"hospital"_s, facts.hospital}, {u"authority"_s, facts.authorityName},
                {u"certificate"_s, QString::fromLatin1(facts.certificate.toBase64())},
                {u"certificate_uuid"_s, uuidFor(facts, u"certificate"_s)},
                {u"profile_uuid"_s, uuidFor(facts, u"profile"_s)}}));
}

} // namespace accueil
