#include "server/http/chunkeddecoder.h"

#include <algorithm>

namespace accueil {

namespace {

constexpr qsizetype lineLimit = 256;
constexpr qint64 overheadLimit = 8 * 1024;
constexpr qsizetype sizeDigits = 16;

// What may follow the size: nothing, or white space and ';' and text without control characters.
bool isExtension(QByteArrayView text)
{
    if (text.isEmpty())
        return true;
    const auto start = std::find_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t'; });
    return start != text.end() && *start == ';' && std::all_of(start, text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

} // namespace

qsizetype ChunkedDecoder::consume(QByteArrayView bytes, QByteArray &body)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_stage != Stage::Complete && m_stage != Stage::Refused) {
        const QByteArrayView rest = bytes.sliced(taken);
        if (m_stage == Stage::Content) {
            const qsizetype part = std::min<qint64>(m_left, rest.size());
            body.append(rest.first(part));
            taken += part;
            m_left -= part;
            if (m_left == 0)
                m_stage = Stage::ContentEnd;
            continue;
        }
        const qsizetype feed = rest.indexOf('\n');
        const qsizetype part = feed < 0 ? rest.size() : feed + 1;
        if (m_line.size() + part > lineLimit) {
            refuse({400, "chunk"});
            break;
        }
        taken += part;
        m_line.append(rest.first(part));
        if (feed < 0)
            break;
        const QByteArray line = std::exchange(m_line, {});
        if (!line.endsWith("\r\n"))
            refuse({400, "chunk"});
        else
            readLine(QByteArrayView(line).chopped(2));
    }
    return taken;
}

void ChunkedDecoder::readLine(QByteArrayView line)
{
    switch (m_stage) {
    case Stage::Size:
        readSize(line);
        break;
    case Stage::ContentEnd:
        if (line.isEmpty())
            m_stage = Stage::Size;
        else
            refuse({400, "chunk"});
        break;
    case Stage::Trailer:
        m_overhead += line.size();
        if (line.isEmpty())
            m_stage = Stage::Complete;
        else if (!isField(line))
            refuse({400, "trailer"});
        else if (m_overhead > overheadLimit)
            refuse({431, "trailer"});
        break;
    case Stage::Content:
    case Stage::Complete:
    case Stage::Refused:
        break;
    }
}

void ChunkedDecoder::readSize(QByteArrayView line)
{
    qsizetype digits = 0;
    qint64 size = 0;
    for (; digits < line.size(); ++digits) {
        const char c = line[digits];
        const int value = c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'             ? c - 'a' + 10
            : c >= 'A' && c <= 'F'             ? c - 'A' + 10
                                               : -1;
        if (value < 0)
            break;
        // Beyond the limit the exact number no longer matters, and it must not overflow.
        size = std::min<qint64>(size * 16 + value, m_bodyLimit + 1);
    }
    m_overhead += line.size() - digits;
    if (digits == 0 || digits > sizeDigits || !isExtension(line.sliced(digits)) || m_overhead > overheadLimit)
        return refuse({400, "chunk"});
    m_total += size;
    if (m_total > m_bodyLimit)
        return refuse({413, "bodyTooLarge"});
    m_left = size;
    m_stage = size == 0 ? Stage::Trailer : Stage::Content;
}

void ChunkedDecoder::refuse(Refusal refusal)
{
    m_refusal = refusal;
    m_stage = Stage::Refused;
}

} // namespace accueil
