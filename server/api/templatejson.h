#pragma once

#include "app/services/templateservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeTemplate(JsonWriter &json, const MessageTemplate &wording, const FieldSelection &fields = {});
void readTemplateKey(FieldReader &reader, TemplateDraft &draft); // name and language
void readTemplate(FieldReader &reader, TemplateDraft &draft); // the rest
void writePreview(JsonWriter &json, const MessagePreview &preview);
void readPreview(FieldReader &reader, PreviewDraft &draft);

QJsonObject templateSchema();
QJsonObject templateDraftSchema();
QJsonObject templateEditSchema();
QJsonObject previewSchema();
QJsonObject previewDraftSchema();

} // namespace accueil
