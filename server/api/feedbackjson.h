#pragma once

#include "app/domain/attachment.h"
#include "app/domain/feedback.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

// Whether the short names (content, rating, date_submitted) are written beside the long ones: to clients that used
// them.
enum class FeedbackForm { Long, Short };

void writeFeedback(JsonWriter &json, const Feedback &feedback, const FieldSelection &fields = {},
    FeedbackForm form = FeedbackForm::Long);
// Reads both forms.
void readFeedback(FieldReader &reader, FeedbackDraft &draft);
// voice_data of the short form: base64, also as a data: URL. Empty when absent.
QByteArray readVoice(FieldReader &reader);
FeedbackForm formOf(const QJsonObject &body);

void writeAudio(JsonWriter &json, const Attachment &attachment);

QJsonObject feedbackSchema();
QJsonObject feedbackDraftSchema();
QJsonObject audioSchema();
QStringList audioMediaTypes();

} // namespace accueil
