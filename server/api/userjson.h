#pragma once

#include "app/domain/user.h"
#include "app/services/accountservice.h"
#include "server/fieldreader.h"
#include "server/jsonwriter.h"

namespace accueil {

void writeUser(JsonWriter &json, const User &user, const FieldSelection &fields = {});
void readUser(FieldReader &reader, UserDraft &draft);
void writeTokens(JsonWriter &json, const TokenPair &tokens);

QJsonObject userSchema();
QJsonObject userDraftSchema();
QJsonObject credentialsSchema();
QJsonObject tokenSchema();
QJsonObject refreshSchema();
QJsonObject passwordChangeSchema();

} // namespace accueil
