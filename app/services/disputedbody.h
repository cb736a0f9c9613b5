#pragma once

#include "app/domain/syncbatch.h"

namespace accueil {

// What a tablet said, kept whole for a person to look at: of a draft the fields that a tablet can send.
QByteArray disputedBody(const FeedbackDraft &draft, const std::optional<AudioClaim> &audio);

struct DisputedBody
{
    FeedbackDraft draft;
    std::optional<AudioClaim> audio;
};
// Of bytes that disputedBody() made. What it does not tell is as in `before`.
DisputedBody readDisputedBody(const QByteArray &body, const FeedbackDraft &before);

} // namespace accueil
