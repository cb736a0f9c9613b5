#include "server/http/requestparser.h"

#include <algorithm>
#include <utility>

namespace accueil {

namespace {

constexpr int emptyLinesAllowed = 2; // RFC 9112, 2.2 asks for one
constexpr qsizetype aroundTarget = 64; // method, version and spaces in a request line

} // namespace

RequestParser::RequestParser(const HttpLimits &limits, const UploadRule &isUpload)
    : m_limits(limits)
    , m_isUpload(isUpload)
{
}

qsizetype RequestParser::consume(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_stage != Stage::Complete && m_stage != Stage::Refused) {
        const QByteArrayView rest = bytes.sliced(taken);
        taken += m_stage == Stage::Body ? consumeBody(rest) : consumeHead(rest);
    }
    return taken;
}

bool RequestParser::wantsContinue() const
{
    return m_stage == Stage::Body && m_head.expectsContinue && !m_bodyBegan;
}

HttpRequest RequestParser::take()
{
    Q_ASSERT(m_stage == Stage::Complete);
    HttpRequest request;
    request.method = m_head.method;
    request.path = std::move(m_head.path);
    request.query = std::move(m_head.query);
    request.headers = std::move(m_head.headers);
    request.body = std::exchange(m_body, {});
    m_head = {};
    m_chunks.reset();
    m_bodyBegan = false;
    m_hasRequestLine = false;
    m_headBytes = m_fields = m_emptyLines = 0;
    m_stage = Stage::Idle;
    return request;
}

// One line, or what there is of it. Limits are checked before the line is read, so that the verdict does not depend on
// where the bytes were cut.
qsizetype RequestParser::consumeHead(QByteArrayView bytes)
{
    if (m_stage == Stage::Idle) {
        // Tells TLS and other protocols apart at their first byte.
        if (!isTokenCharacter(bytes.front()) && bytes.front() != '\r' && bytes.front() != '\n') {
            refuse({400, "requestLine"});
            return 0;
        }
        m_stage = Stage::Head;
    }
    const qsizetype feed = bytes.indexOf('\n');
    const qsizetype part = feed < 0 ? bytes.size() : feed + 1;
    if (!m_hasRequestLine && m_line.size() + part > m_limits.targetBytes + aroundTarget) {
        refuse({414, "targetTooLong"});
        return 0;
    }
    if (m_headBytes + part > m_limits.headerBytes) {
        refuse({431, "headerTooLarge"});
        return 0;
    }
    m_headBytes += part;
    if (feed < 0) {
        m_line.append(bytes);
        return part;
    }
    QByteArray joined;
    QByteArrayView line = bytes.first(part);
    if (!m_line.isEmpty()) {
        joined = std::exchange(m_line, {});
        joined.append(line);
        line = joined;
    }
    if (!line.endsWith("\r\n"))
        refuse({400, "lineEnd"});
    else
        readHeadLine(line.chopped(2));
    return part;
}

void RequestParser::readHeadLine(QByteArrayView line)
{
    if (!m_hasRequestLine) {
        if (line.isEmpty()) {
            if (++m_emptyLines > emptyLinesAllowed)
                refuse({400, "requestLine"});
            return;
        }
        m_hasRequestLine = true;
        if (const auto refusal = readRequestLine(line, m_head, m_limits))
            refuse(*refusal);
        return;
    }
    if (line.isEmpty())
        return finishHead();
    if (++m_fields > m_limits.headerCount)
        return refuse({431, "tooManyHeaders"});
    if (const auto refusal = readField(line, m_head))
        refuse(*refusal);
}

void RequestParser::finishHead()
{
    if (const auto refusal = checkFraming(m_head))
        return refuse(*refusal);
    const bool mayUpload = m_isUpload && m_isUpload(m_head.method, m_head.path);
    const qint64 limit = mayUpload ? m_limits.uploadBytes : m_limits.bodyBytes;
    if (announcedBody() > limit)
        return refuse({413, "bodyTooLarge"});
    if (m_head.isChunked)
        m_chunks.emplace(limit);
    m_stage = m_head.isChunked || announcedBody() > 0 ? Stage::Body : Stage::Complete;
}

qsizetype RequestParser::consumeBody(QByteArrayView bytes)
{
    m_bodyBegan = true;
    if (m_chunks) {
        const qsizetype taken = m_chunks->consume(bytes, m_body);
        if (const auto refusal = m_chunks->refusal())
            refuse(*refusal);
        else if (m_chunks->isComplete())
            m_stage = Stage::Complete;
        return taken;
    }
    const qsizetype part = std::min<qint64>(announcedBody() - m_body.size(), bytes.size());
    m_body.append(bytes.first(part));
    if (m_body.size() == announcedBody())
        m_stage = Stage::Complete;
    return part;
}

void RequestParser::refuse(Refusal refusal)
{
    m_refusal = refusal;
    abandon();
}

void RequestParser::abandon()
{
    m_stage = Stage::Refused;
    m_body.clear();
    m_line.clear();
}

} // namespace accueil
