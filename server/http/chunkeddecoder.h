#pragma once

#include "server/http/requesthead.h"

namespace accueil {

// Takes a chunked body apart (RFC 9112, 7.1), strictly and in any split of its bytes. Extensions and trailers are
// checked and dropped.
class ChunkedDecoder
{
public:
    explicit ChunkedDecoder(qint64 bodyLimit)
        : m_bodyLimit(bodyLimit)
    {
    }

    // Appends what it decodes to `body`; the number of bytes taken, fewer than given only when complete or refused.
    qsizetype consume(QByteArrayView bytes, QByteArray &body);

    bool isComplete() const { return m_stage == Stage::Complete; }
    std::optional<Refusal> refusal() const { return m_refusal; }

private:
    enum class Stage { Size, Content, ContentEnd, Trailer, Complete, Refused };

    void readLine(QByteArrayView line);
    void readSize(QByteArrayView line);
    void refuse(Refusal refusal);

    Stage m_stage = Stage::Size;
    QByteArray m_line; // the beginning of a line whose end has not come
    qint64 m_bodyLimit;
    qint64 m_total = 0;
    qint64 m_left = 0; // of the present chunk
    qint64 m_overhead = 0; // bytes of extensions and trailers
    std::optional<Refusal> m_refusal;
};

} // namespace accueil
