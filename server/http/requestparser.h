#pragma once

#include "server/http/chunkeddecoder.h"
#include "server/http/requesthead.h"

#include <functional>

namespace accueil {

using UploadRule = std::function<bool(Method, const QByteArray &path)>;

// Reads HTTP/1.1 and 1.0 requests one after the other from bytes in any split. It knows no socket and no time, keeps no
// more than the limits allow, and gives the same answer however the bytes are cut.
class RequestParser
{
public:
    enum class Stage { Idle, Head, Body, Complete, Refused };

    // `limits` and `isUpload` (empty: nothing is one) outlive the parser.
    RequestParser(const HttpLimits &limits, const UploadRule &isUpload);

    // The number of bytes taken: all of them, unless a request became complete or was refused.
    qsizetype consume(QByteArrayView bytes);

    Stage stage() const { return m_stage; }
    Refusal refusal() const { return m_refusal; } // when Refused
    bool keepsConnection() const { return m_head.keepsConnection(); } // when Complete
    bool isHttp10() const { return m_head.isHttp10; }
    bool wantsContinue() const; // the client waits for "100 Continue" before it sends the body
    qint64 announcedBody() const { return m_head.contentLength.value_or(0); } // in Body; 0 when chunked
    qint64 bufferedBody() const { return m_body.size(); } // bytes held of the present body

    // The complete request; the parser is Idle again.
    HttpRequest take();
    void abandon(); // gives up the request at hand and what there is of it; nothing is parsed any more

private:
    void readHeadLine(QByteArrayView line);
    qsizetype consumeHead(QByteArrayView bytes);
    qsizetype consumeBody(QByteArrayView bytes);
    void finishHead();
    void refuse(Refusal refusal);

    const HttpLimits &m_limits;
    const UploadRule &m_isUpload;
    Stage m_stage = Stage::Idle;
    Refusal m_refusal;
    QByteArray m_line; // the beginning of a line whose end has not come
    qsizetype m_headBytes = 0;
    int m_emptyLines = 0; // before the request line
    int m_fields = 0;
    bool m_hasRequestLine = false;
    RequestHead m_head;
    QByteArray m_body;
    bool m_bodyBegan = false;
    std::optional<ChunkedDecoder> m_chunks;
};

} // namespace accueil
