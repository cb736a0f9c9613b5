#include "app/domain/attachment.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool isMpegFrame(QByteArrayView bytes)
{
    // ISO 11172-3: eleven set bits, then version (01 reserved), layer III, bit rate (1111 forbidden), sampling rate (11
    // reserved). Layers I and II are not recorded by anything today, and the marks of UTF-16 texts look like them.
    const auto second = static_cast<uchar>(bytes[1]);
    const auto third = static_cast<uchar>(bytes[2]);
    return static_cast<uchar>(bytes[0]) == 0xff && (second & 0xe0) == 0xe0 && (second & 0x18) != 0x08
        && (second & 0x06) == 0x02 && (third & 0xf0) != 0xf0 && (third & 0x0c) != 0x0c;
}

// EBML is shared with video containers: the document type tells WebM.
bool isWebm(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\x1a\x45\xdf\xa3", 4))
        && bytes.first(qMin<qsizetype>(bytes.size(), 64)).contains("webm");
}

} // namespace

QString audioMediaType(QByteArrayView bytes)
{
    if (bytes.size() < 12)
        return {};
    if (bytes.startsWith("RIFF") && bytes.sliced(8).startsWith("WAVE"))
        return u"audio/wav"_s;
    if (bytes.startsWith("OggS"))
        return u"audio/ogg"_s;
    if (isWebm(bytes))
        return u"audio/webm"_s;
    if (bytes.sliced(4).startsWith("ftyp"))
        return u"audio/mp4"_s;
    if (bytes.startsWith("ID3") || isMpegFrame(bytes))
        return u"audio/mpeg"_s;
    return {};
}

} // namespace accueil
