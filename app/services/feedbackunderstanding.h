#pragma once

#include "app/domain/understanding.h"
#include "app/security/blindindex.h"

namespace accueil {

class UnderstandingEngine;

// Which text of a feedback is read, and in which language.
struct TextToRead
{
    enum class Source { None, Comments, Transcript, Translation };
    Source source = Source::None;
    QString text;
    Language language = Language::French;
};

inline constexpr EnumTable<TextToRead::Source, 4> textSourceTable{{{
    {TextToRead::Source::None, u"none"},
    {TextToRead::Source::Comments, u"comments"},
    {TextToRead::Source::Transcript, u"transcript"},
    {TextToRead::Source::Translation, u"translation"},
}}};

// What was written, else what was said. Of Duala, Basaa and Ewondo the French translation when there is one; without it
// only faces can be read.
TextToRead textToRead(const Feedback &feedback);

// Puts label, score and topics into `feedback`. A person's own rating of the whole decides the label before any words,
// a correction of this very text before the engine; the other ratings decide where the words are undetermined.
void understand(Feedback &feedback, const UnderstandingEngine &engine,
    const std::optional<UnderstandingCorrection> &correction = {});

// Tells whether a correction was made of the text that the feedback has now.
qint64 textTag(const BlindIndex &index, const Feedback &feedback);

} // namespace accueil
