#pragma once

#include "app/domain/identifier.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace accueil {

inline constexpr qint64 largestRecording = 10 * 1024 * 1024; // bytes

// A recording that belongs to one feedback. Stored encrypted; `sha256` is of the plain bytes, hexadecimal.
struct Attachment
{
    AttachmentId id;
    FeedbackId feedback;
    QString mediaType; // audio/wav, audio/ogg, audio/webm, audio/mp4, audio/mpeg
    qint64 size = 0; // bytes
    QString sha256;
    QDateTime createdAt;
};

struct AudioRecording
{
    Attachment attachment;
    QByteArray bytes;
};

// What the first bytes say the recording is, or an empty string for none of the accepted formats.
QString audioMediaType(QByteArrayView bytes);

} // namespace accueil
