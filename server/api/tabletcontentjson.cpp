#include "server/api/tabletcontentjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeQuestions(JsonWriter &json, const TabletQuestions &questions)
{
    json.beginArray();
    for (const TabletQuestion question : questions)
        json.value(tabletQuestionTable.key(question));
    json.endArray();
}

// By language, then by what is said.
void writeTexts(JsonWriter &json, const TabletTexts &texts)
{
    QMap<Language, QMap<PromptKey, QString>> byLanguage;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        byLanguage[text.key().language].insert(text.key().key, text.value());
    json.beginObject();
    for (auto language = byLanguage.begin(); language != byLanguage.end(); ++language) {
        json.textKey(languageTable.key(language.key()));
        json.beginObject();
        for (auto text = language->begin(); text != language->end(); ++text) {
            json.textKey(promptKeyTable.key(text.key()));
            json.value(text.value());
        }
        json.endObject();
    }
    json.endObject();
}

void writeIdle(JsonWriter &json, int askSeconds, int wipeSeconds)
{
    ObjectWriter idle(json);
    idle.member("ask_seconds", askSeconds);
    idle.member("wipe_seconds", wipeSeconds);
}

void writePromptReference(JsonWriter &json, const Prompt &prompt)
{
    ObjectWriter object(json);
    object.member("key", promptKeyTable.key(prompt.address.key));
    object.member("language", languageTable.key(prompt.address.language));
    object.member("media_type", prompt.mediaType);
    object.member("size", prompt.size);
    object.member("sha256", prompt.sha256);
}

void writePin(JsonWriter &json, const std::optional<ExitPin> &pin)
{
    if (!pin)
        return json.null();
    ObjectWriter object(json);
    object.member("salt", QString::fromLatin1(pin->salt.toBase64()));
    object.member("iterations", pin->iterations);
    object.member("hash", QString::fromLatin1(pin->hash.toBase64()));
}

QString readQuestions(const QJsonValue &value, TabletQuestions &questions)
{
    if (!value.isArray())
        return u"wrongType"_s;
    questions.clear();
    const QJsonArray keys = value.toArray();
    for (const QJsonValue key : keys) {
        if (!key.isString())
            return u"wrongType"_s;
        const auto question = tabletQuestionTable.value(key.toString());
        if (!question)
            return u"unknownValue"_s;
        questions << *question;
    }
    return {};
}

// The members of the object `name`, each in turn; `take` answers with what is wrong with it, or nothing.
template <typename Take>
void readMembers(FieldReader &reader, const QString &name, Take take)
{
    const QJsonValue value = reader.raw(name);
    if (value.isUndefined())
        return;
    if (!value.isObject())
        return reader.refuse(name, u"wrongType"_s);
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        // The name is the client's own text: cut, so that an answer stays small.
        if (const QString wrong = take(member.key(), member.value()); !wrong.isEmpty())
            reader.refuse(name + u'.' + member.key().left(64), wrong);
    }
}

QString readTexts(Language language, const QJsonValue &value, TabletTexts &texts)
{
    if (!value.isObject())
        return u"wrongType"_s;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const auto key = promptKeyTable.value(member.key());
        if (!key)
            return u"unknownField"_s;
        if (!member.value().isString())
            return u"wrongType"_s;
        texts.insert({*key, language}, member.value().toString());
    }
    return {};
}

} // namespace

void writeTabletConfiguration(JsonWriter &json, const TabletConfiguration &configuration)
{
    ObjectWriter object(json);
    if (object.begin("device")) {
        ObjectWriter device(json);
        device.member("id", configuration.device.value);
        device.member("name", configuration.deviceName);
        device.member("ward", configuration.ward);
    }
    if (object.begin("hospital")) {
        ObjectWriter hospital(json);
        hospital.member("name", configuration.hospital);
    }
    if (object.begin("languages")) {
        json.beginArray();
        for (const QString &language : configuration.languages)
            json.value(language);
        json.endArray();
    }
    if (object.begin("questions"))
        writeQuestions(json, configuration.questions);
    object.member("callback_offered", configuration.callbackOffered);
    if (object.begin("texts"))
        writeTexts(json, configuration.texts);
    if (object.begin("prompts")) {
        json.beginArray();
        for (const Prompt &prompt : configuration.prompts)
            writePromptReference(json, prompt);
        json.endArray();
    }
    if (object.begin("pin"))
        writePin(json, configuration.pin);
    if (object.begin("idle"))
        writeIdle(json, configuration.askSeconds, configuration.wipeSeconds);
}

void writeTabletContent(JsonWriter &json, const TabletContent &content)
{
    ObjectWriter object(json);
    if (object.begin("questions"))
        writeQuestions(json, content.chosen.questions);
    if (object.begin("ward_questions")) {
        json.beginObject();
        const QMap<QString, TabletQuestions> &wards = content.chosen.wardQuestions;
        for (auto ward = wards.begin(); ward != wards.end(); ++ward) {
            json.textKey(ward.key());
            writeQuestions(json, ward.value());
        }
        json.endObject();
    }
    object.member("callback_offered", content.chosen.callbackOffered);
    if (object.begin("idle"))
        writeIdle(json, content.chosen.askSeconds, content.chosen.wipeSeconds);
    if (object.begin("texts"))
        writeTexts(json, content.chosen.texts);
    object.member("has_pin", content.hasPin);
    object.member("updated_at", content.updatedAt);
}

void readTabletContent(FieldReader &reader, TabletContentDraft &draft)
{
    draft = {};
    reader.require({u"questions"_s, u"ward_questions"_s, u"callback_offered"_s, u"idle"_s, u"texts"_s});
    if (reader.has(u"questions"_s)) {
        if (const QString wrong = readQuestions(reader.raw(u"questions"_s), draft.questions); !wrong.isEmpty())
            reader.refuse(u"questions"_s, wrong);
    }
    readMembers(reader, u"ward_questions"_s,
        [&](const QString &ward, const QJsonValue &value) { return readQuestions(value, draft.wardQuestions[ward]); });
    reader.boolean(u"callback_offered"_s, draft.callbackOffered);
    readMembers(reader, u"idle"_s, [&](const QString &name, const QJsonValue &value) {
        if (name != u"ask_seconds" && name != u"wipe_seconds")
            return u"unknownField"_s;
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number != qint64(qBound(-1e9, number, 1e9)))
            return u"wrongType"_s;
        (name == u"ask_seconds" ? draft.askSeconds : draft.wipeSeconds) = int(number);
        return QString();
    });
    readMembers(reader, u"texts"_s, [&](const QString &name, const QJsonValue &value) {
        const auto language = languageTable.value(name);
        return language ? readTexts(*language, value, draft.texts) : u"unknownField"_s;
    });
    reader.ignore({u"has_pin"_s, u"updated_at"_s});
}

void writePrompt(JsonWriter &json, const Prompt &prompt)
{
    ObjectWriter object(json);
    object.member("id", prompt.address.text());
    object.member("key", promptKeyTable.key(prompt.address.key));
    object.member("language", languageTable.key(prompt.address.language));
    object.member("media_type", prompt.mediaType);
    object.member("size", prompt.size);
    object.member("sha256", prompt.sha256);
    object.member("recorder", prompt.recorder);
    object.member("recorded_at", prompt.recordedAt);
    object.textOrNull("reviewer", prompt.review ? prompt.review->reviewer : QString());
    object.member("reviewed_at", prompt.review ? std::optional(prompt.review->at) : std::nullopt);
}

void writeCoverage(JsonWriter &json, const QList<Prompt> &prompts, const QStringList &languages)
{
    ObjectWriter object(json);
    if (object.begin("coverage")) {
        json.beginObject();
        for (const QString &key : languages) {
            const auto language = languageTable.value(key);
            Q_ASSERT(language);
            qint64 reviewed = 0;
            qint64 all = 0;
            for (const Prompt &prompt : prompts) {
                all += prompt.address.language == *language ? 1 : 0;
                reviewed += prompt.address.language == *language && prompt.review ? 1 : 0;
            }
            json.textKey(key);
            ObjectWriter counts(json);
            counts.member("wanted", qint64(promptKeyTable.rows.size()));
            counts.member("recorded", all);
            counts.member("reviewed", reviewed);
        }
        json.endObject();
    }
    if (object.begin("prompts")) {
        json.beginArray();
        for (const Prompt &prompt : prompts)
            writePrompt(json, prompt);
        json.endArray();
    }
}

} // namespace accueil
