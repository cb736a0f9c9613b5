#include "ui/audio/sound.h"

#include <opusenc.h>

#include <memory>

namespace accueil {

namespace {

constexpr int bitRate = 24'000; // bit/s: plain speech, 3 KB a second

struct EncoderDeleter
{
    void operator()(OggOpusEnc *encoder) const { ope_encoder_destroy(encoder); }
};
struct CommentsDeleter
{
    void operator()(OggOpusComments *comments) const { ope_comments_destroy(comments); }
};

} // namespace

QByteArray oggOpus(const Sound &sound)
{
    const std::unique_ptr<OggOpusComments, CommentsDeleter> comments(ope_comments_create());
    int error = OPE_OK;
    const std::unique_ptr<OggOpusEnc, EncoderDeleter> encoder(
        ope_encoder_create_pull(comments.get(), Sound::rate, 1, 0, &error));
    if (!encoder)
        qFatal("Opus: %s", ope_strerror(error));
    ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(bitRate));
    ope_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    ope_encoder_write(encoder.get(), sound.samples.constData(), int(sound.samples.size()));
    ope_encoder_drain(encoder.get());
    QByteArray bytes;
    unsigned char *page = nullptr;
    opus_int32 size = 0;
    while (ope_encoder_get_page(encoder.get(), &page, &size, 1) != 0)
        bytes.append(reinterpret_cast<const char *>(page), size);
    return bytes;
}

} // namespace accueil
