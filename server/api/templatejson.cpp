#include "server/api/templatejson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumTable<SmsAlphabet, 2> alphabetTable{{{
    {SmsAlphabet::Gsm7, u"gsm7"},
    {SmsAlphabet::Ucs2, u"ucs2"},
}}};

constexpr int longestText = 1600;

void writeTexts(JsonWriter &json, const QStringList &texts)
{
    json.beginArray();
    for (const QString &text : texts)
        json.value(text);
    json.endArray();
}

void writeCount(JsonWriter &json, const SmsCount &count)
{
    ObjectWriter object(json);
    object.member("alphabet", alphabetTable.key(count.alphabet));
    object.member("units", count.units);
    object.member("segments", count.segments);
    object.member("units_left", count.unitsLeft);
    if (object.begin("dear_characters"))
        writeTexts(json, count.dearCharacters);
}

QJsonObject countSchema()
{
    using namespace schema;
    return object({
        {u"alphabet"_s, oneOfKeys(keysOf(alphabetTable), u"GSM-7, or UCS-2 as soon as one character is not in it."_s)},
        {u"units"_s, count(u"Septets in GSM-7, 16-bit units in UCS-2."_s)},
        {u"segments"_s, count(u"What is paid for."_s)},
        {u"units_left"_s, count(u"That the last segment still takes."_s)},
        {u"dear_characters"_s, listOf(anyText())},
    });
}

QStringList languageKeys()
{
    return schema::keysOf(languageTable);
}

QJsonObject placeholderText(int minimum)
{
    QStringList names;
    for (const QString &name : templatePlaceholders())
        names << u"{%1}"_s.arg(name);
    return schema::text(minimum, longestText, u"With "_s + names.join(u", "_s) + u"."_s);
}

} // namespace

void writeTemplate(JsonWriter &json, const MessageTemplate &wording, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", wording.key());
    object.member("name", wording.name);
    object.member("language", languageTable.key(wording.language));
    object.member("purpose", purposeTable.key(wording.purpose));
    object.member("text", wording.text);
    object.member("is_active", wording.isActive);
    object.member("is_written", wording.isWritten());
    object.member("asks_in_vain", wording.asksInVain);
    object.member("origin", templateOriginTable.key(wording.origin));
    object.member("updated_at", wording.updatedAt);
}

void readTemplate(FieldReader &reader, TemplateDraft &draft)
{
    reader.enumeration(u"purpose"_s, draft.purpose, [](const QString &text) { return purposeTable.value(text); });
    reader.text(u"text"_s, draft.text);
    reader.boolean(u"is_active"_s, draft.isActive);
    reader.ignore({u"id"_s, u"is_written"_s, u"asks_in_vain"_s, u"origin"_s, u"updated_at"_s});
}

void readTemplateKey(FieldReader &reader, TemplateDraft &draft)
{
    reader.text(u"name"_s, draft.name);
    reader.enumeration(u"language"_s, draft.language, [](const QString &text) { return parseLanguage(text); });
}

void writePreview(JsonWriter &json, const MessagePreview &preview)
{
    ObjectWriter object(json);
    object.member("text", preview.text);
    object.member("language", languageTable.key(preview.language));
    object.member("is_fallback", preview.isFallback);
    if (object.begin("missing"))
        writeTexts(json, preview.missing);
    if (object.begin("sms"))
        writeCount(json, preview.sms);
    object.member("plain_text", preview.plainText);
    if (object.begin("plain_sms"))
        writeCount(json, preview.plainSms);
    object.member("segment_limit", preview.smsCost.segmentLimit);
    object.member("cost", preview.cost);
    object.member("currency", preview.smsCost.currency);
    object.member("asks_in_vain", preview.asksInVain);
    if (object.begin("sensitive")) {
        json.beginArray();
        for (const SensitiveWords &found : preview.sensitive) {
            ObjectWriter item(json);
            item.member("words", found.words);
            item.member("position", int(found.position));
        }
        json.endArray();
    }
}

void readPreview(FieldReader &reader, PreviewDraft &draft)
{
    reader.text(u"template"_s, draft.templateName);
    reader.text(u"text"_s, draft.text);
    Language language = Language::French;
    reader.enumeration(u"language"_s, language, [](const QString &text) { return parseLanguage(text); });
    if (reader.has(u"language"_s))
        draft.language = language;
    reader.text(u"patient_id"_s, draft.patientReference);
    reader.time(u"appointment_time"_s, draft.appointmentTime);
    reader.enumeration(u"channel"_s, draft.channel, [](const QString &text) { return channelTable.value(text); });
}

QJsonObject templateSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, anyText(u"name.language"_s)},
        {u"name"_s, anyText(u"What reminders call it; the same in all languages."_s)},
        {u"language"_s, oneOfKeys(languageKeys())},
        {u"purpose"_s, oneOfKeys(keysOf(purposeTable))},
        {u"text"_s, placeholderText(0)},
        {u"is_active"_s, boolean()},
        {u"is_written"_s, boolean()},
        {u"asks_in_vain"_s, boolean(u"It asks for a reply, and the hospital's SMS sender receives none."_s)},
        {u"origin"_s,
            oneOfKeys(keysOf(templateOriginTable), u"Shipped with the program, changed here, or made here."_s)},
        {u"updated_at"_s, orNull(time())},
    });
}

QJsonObject templateDraftSchema()
{
    using namespace schema;
    return withExample(object(
                           {
                               {u"name"_s, withPattern(text(1, longestTemplateName), u"^[a-z][a-z0-9_-]*$"_s)},
                               {u"language"_s, anyText(u"By code or by name."_s)},
                               {u"purpose"_s, oneOfKeys(keysOf(purposeTable), u"Of the name, in all languages."_s)},
                               {u"text"_s, placeholderText(0)},
                               {u"is_active"_s, boolean()},
                               {u"id"_s, ignored()},
                               {u"is_written"_s, ignored()},
                               {u"asks_in_vain"_s, ignored()},
                               {u"origin"_s, ignored()},
                               {u"updated_at"_s, ignored()},
                           },
                           {u"name"_s, u"language"_s, u"text"_s}),
        QJsonObject{{u"name"_s, u"vaccination"_s}, {u"language"_s, u"fr"_s}, {u"purpose"_s, u"appointment"_s},
            {u"text"_s, u"{hospital} : le vaccin de {name} est prévu le {date} à {time}."_s}});
}

QJsonObject templateEditSchema()
{
    using namespace schema;
    return object(
        {
            {u"text"_s, orNull(placeholderText(0))},
            {u"purpose"_s, oneOfKeys(keysOf(purposeTable), u"Kept by what is shipped."_s)},
            {u"is_active"_s, boolean()},
            {u"name"_s, ignored()},
            {u"language"_s, ignored()},
            {u"id"_s, ignored()},
            {u"is_written"_s, ignored()},
            {u"asks_in_vain"_s, ignored()},
            {u"origin"_s, ignored()},
            {u"updated_at"_s, ignored()},
        },
        {});
}

QJsonObject previewSchema()
{
    using namespace schema;
    const QJsonObject found = object({
        {u"words"_s, anyText()},
        {u"position"_s, count(u"UTF-16 units from the beginning of the text."_s)},
    });
    return object({
        {u"text"_s, anyText()},
        {u"language"_s, oneOfKeys(languageKeys(), u"The one the words are in."_s)},
        {u"is_fallback"_s, boolean()},
        {u"missing"_s, listOf(anyText(u"A placeholder that nothing is known for."_s))},
        {u"sms"_s, countSchema()},
        {u"plain_text"_s, anyText(u"The same words in the cheaper alphabet, as far as that goes."_s)},
        {u"plain_sms"_s, countSchema()},
        {u"segment_limit"_s, count(u"The hospital's."_s)},
        {u"cost"_s, orNull(number(0, 1e9, u"Null when no price is set or it is not an SMS."_s))},
        {u"currency"_s, anyText(u"ISO 4217."_s)},
        {u"asks_in_vain"_s, boolean(u"It asks for a reply, and the hospital's SMS sender receives none."_s)},
        {u"sensitive"_s, listOf(found)},
    });
}

QJsonObject previewDraftSchema()
{
    using namespace schema;
    return withExample(object(
                           {
                               {u"template"_s, orNull(text(0, longestTemplateName, u"A template's name."_s))},
                               {u"text"_s, orNull(placeholderText(0))},
                               {u"language"_s, anyText(u"By code or by name; default: the patient's, else fr."_s)},
                               {u"patient_id"_s, orNull(text(0, 64, u"The hospital's number."_s))},
                               {u"appointment_time"_s, orNull(time())},
                               {u"channel"_s, oneOfKeys(keysOf(channelTable))},
                           },
                           {}),
        QJsonObject{{u"template"_s, u"appointment"_s}, {u"language"_s, u"en"_s},
            {u"appointment_time"_s, u"2031-11-23T08:30:00Z"_s}});
}

} // namespace accueil
