#include "server/api/casejson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

void writeTexts(ObjectWriter &object, QByteArrayView name, const QStringList &texts)
{
    if (!object.begin(name))
        return;
    object.json().beginArray();
    for (const QString &text : texts)
        object.json().value(text);
    object.json().endArray();
}

QStringList reasonKeys(const Case &about)
{
    QStringList keys;
    for (const CaseReason reason : about.reasons)
        keys += caseReasonTable.key(reason);
    return keys;
}

template <typename Id>
std::optional<qint64> numberOf(const std::optional<Id> &id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

void writeMembers(ObjectWriter &object, const Case &about, const Feedback &feedback)
{
    object.member("id", about.id.value);
    object.member("number", caseNumber(about.id));
    object.member("feedback_id", about.feedback.value);
    object.member("patient_id", feedback.patientReference);
    object.member("ward", about.ward);
    object.member("topics", feedback.topics.join(u' '));
    object.member("status", caseStatusTable.key(about.status));
    object.member("severity", caseSeverityTable.key(about.severity));
    writeTexts(object, "reasons", reasonKeys(about));
    object.member("owner_id", numberOf(about.owner));
    object.textOrNull("owner", about.ownerName);
    object.member("opened_at", about.openedAt);
    object.member("acknowledge_by", about.acknowledgeBy);
    object.member("resolve_by", about.resolveBy);
    object.member("acknowledged_at", about.acknowledgedAt);
    object.member("resolved_at", about.resolvedAt);
    object.textOrNull("outcome", about.outcome ? caseOutcomeTable.key(*about.outcome) : QString());
    object.member("escalated", about.escalation != CaseEscalation::None);
    object.member("reopened", about.reopened);
    object.member("merged_into", numberOf(about.mergedInto));
    object.member("merged", about.merged);
    object.textOrNull("heard", about.heard);
    object.textOrNull("done", about.done);
    object.member("published", about.isPublished);
    object.member("has_voice", feedback.audio.has_value());
    object.member("updated_at", about.updatedAt);
}

void writeEvents(ObjectWriter &object, const QList<CaseEvent> &events)
{
    object.begin("events");
    object.json().beginArray();
    for (const CaseEvent &event : events) {
        ObjectWriter line(object.json());
        line.member("at", event.at);
        line.member("kind", caseEventKindTable.key(event.kind));
        line.textOrNull("actor", event.actorName);
        line.textOrNull("detail", event.detail);
        line.textOrNull("note", event.note);
    }
    object.json().endArray();
}

void writeDuration(ObjectWriter &parent, QByteArrayView name, const DurationFigure &figure)
{
    parent.begin(name);
    ObjectWriter object(parent.json());
    object.member("n", figure.n);
    object.member("median_minutes", figure.median);
    object.member("low", figure.interval ? std::optional(figure.interval->low) : std::nullopt);
    object.member("high", figure.interval ? std::optional(figure.interval->high) : std::nullopt);
    object.member("indicative", figure.isIndicative());
}

void writeInTime(ObjectWriter &parent, QByteArrayView name, const ShareFigure &figure)
{
    parent.begin(name);
    ObjectWriter object(parent.json());
    const Interval interval = figure.interval();
    object.member("n", figure.whole);
    object.member("part", figure.part);
    object.member("share", figure.share());
    object.member("low", figure.whole > 0 ? std::optional(interval.low) : std::nullopt);
    object.member("high", figure.whole > 0 ? std::optional(interval.high) : std::nullopt);
    object.member("indicative", figure.isIndicative());
}

void writeFigures(ObjectWriter &object, const CaseFigures &figures)
{
    object.member("opened", figures.opened);
    object.member("open", figures.open);
    object.member("acknowledged", figures.acknowledged);
    object.member("resolved", figures.resolved);
    object.member("overdue", figures.overdue);
    object.member("reopened", figures.reopened);
    writeDuration(object, "time_to_acknowledge", figures.toAcknowledge);
    writeDuration(object, "time_to_resolve", figures.toResolve);
    writeInTime(object, "acknowledged_in_time", figures.acknowledgedInTime);
    writeInTime(object, "resolved_in_time", figures.resolvedInTime);
    object.begin("outcomes");
    JsonWriter &json = object.json();
    json.beginObject();
    for (auto outcome = figures.outcomes.begin(); outcome != figures.outcomes.end(); ++outcome) {
        json.textKey(outcome.key());
        json.value(outcome.value());
    }
    json.endObject();
}

void readTexts(FieldReader &reader, const QString &name, QStringList &target)
{
    if (!reader.has(name))
        return;
    QStringList texts;
    reader.list(name, [&](const QJsonValue &entry) {
        texts += entry.toString();
        return entry.isString() ? QString() : u"wrongType"_s;
    });
    target = texts;
}

QMap<QString, UserId> readOwners(FieldReader &reader)
{
    QMap<QString, UserId> owners;
    reader.list(u"owners"_s, [&](const QJsonValue &entry) {
        const QJsonObject owner = entry.toObject();
        const QJsonValue ward = owner.value(u"ward"_s);
        const QJsonValue user = owner.value(u"user_id"_s);
        if (owner.size() != 2 || !(ward.isString() || ward.isNull()) || !user.isDouble())
            return u"wrongType"_s;
        owners.insert(ward.isNull() ? u""_s : ward.toString(), UserId{user.toInteger()});
        return QString();
    });
    return owners;
}

} // namespace

void writeCase(JsonWriter &json, const CaseCard &card, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    writeMembers(object, card.about, card.feedback);
}

void writeCaseFile(JsonWriter &json, const CaseFile &file)
{
    ObjectWriter object(json);
    writeMembers(object, file.about, file.feedback);
    object.textOrNull("call_number", file.callNumber);
    writeEvents(object, file.events);
    object.begin("merged_cases");
    json.beginArray();
    for (const Case &merged : file.merged)
        json.value(merged.id.value);
    json.endArray();
}

void writeCasePerson(JsonWriter &json, const CasePerson &person, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", person.id.value);
    object.member("username", person.username);
    object.member("role", roleTable.key(person.role));
}

void writeCaseRules(JsonWriter &json, const CaseRules &rules)
{
    ObjectWriter object(json);
    object.member("overall_at_most", rules.overallAtMost);
    object.member("recommendation_at_most", rules.recommendationAtMost);
    object.member("sentiment_at_most", rules.sentimentAtMost);
    writeTexts(object, "keywords_fr", rules.keywordsFrench);
    writeTexts(object, "keywords_en", rules.keywordsEnglish);
    object.member("acknowledge_hours", rules.acknowledgeHours);
    object.member("resolve_hours", rules.resolveHours);
    object.begin("owners");
    json.beginArray();
    for (auto owner = rules.owners.begin(); owner != rules.owners.end(); ++owner) {
        ObjectWriter item(json);
        item.textOrNull("ward", owner.key());
        item.member("user_id", owner->value);
    }
    json.endArray();
}

void writeCaseStatistics(JsonWriter &json, const CaseStatistics &statistics)
{
    ObjectWriter object(json);
    {
        object.begin("all");
        ObjectWriter all(json);
        writeFigures(all, statistics.all);
    }
    object.begin("by_ward");
    json.beginArray();
    for (auto ward = statistics.byWard.begin(); ward != statistics.byWard.end(); ++ward) {
        ObjectWriter group(json);
        group.textOrNull("key", ward.key());
        writeFigures(group, ward.value());
    }
    json.endArray();
}

void readCaseChange(FieldReader &reader, CaseChange &change)
{
    if (reader.has(u"owner_id"_s)) {
        std::optional<int> owner;
        reader.integer(u"owner_id"_s, owner);
        change.owner = UserId{owner.value_or(0)};
    }
    if (reader.has(u"severity"_s)) {
        CaseSeverity severity = CaseSeverity::Normal;
        reader.enumeration(u"severity"_s, severity, [](const QString &key) { return caseSeverityTable.value(key); });
        change.severity = severity;
    }
    for (const auto &[name, target] : {std::pair{u"heard"_s, &change.heard}, std::pair{u"done"_s, &change.done}}) {
        if (reader.has(name)) {
            QString text;
            reader.text(name, text);
            *target = text;
        }
    }
    if (reader.has(u"published"_s)) {
        bool isPublished = false;
        reader.boolean(u"published"_s, isPublished);
        change.isPublished = isPublished;
    }
}

void readCaseRules(FieldReader &reader, CaseRules &rules)
{
    reader.require({u"acknowledge_hours"_s, u"resolve_hours"_s});
    rules.overallAtMost.reset();
    reader.integer(u"overall_at_most"_s, rules.overallAtMost);
    rules.recommendationAtMost.reset();
    reader.integer(u"recommendation_at_most"_s, rules.recommendationAtMost);
    rules.sentimentAtMost.reset();
    if (const QJsonValue sentiment = reader.raw(u"sentiment_at_most"_s); sentiment.isDouble())
        rules.sentimentAtMost = sentiment.toDouble();
    else if (!sentiment.isNull() && !sentiment.isUndefined())
        reader.refuse(u"sentiment_at_most"_s, u"wrongType"_s);
    readTexts(reader, u"keywords_fr"_s, rules.keywordsFrench);
    readTexts(reader, u"keywords_en"_s, rules.keywordsEnglish);
    std::optional<int> acknowledge;
    std::optional<int> resolve;
    reader.integer(u"acknowledge_hours"_s, acknowledge);
    reader.integer(u"resolve_hours"_s, resolve);
    rules.acknowledgeHours = acknowledge.value_or(0);
    rules.resolveHours = resolve.value_or(0);
    rules.owners = readOwners(reader);
}

} // namespace accueil
