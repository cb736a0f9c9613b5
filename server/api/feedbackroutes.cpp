#include "server/api/feedbackroutes.h"

#include "app/services/feedbackservice.h"
#include "server/api/editing.h"
#include "server/api/feedbackjson.h"
#include "server/api/listing.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

class FeedbackEndpoint
{
public:
    explicit FeedbackEndpoint(FeedbackService &feedback)
        : m_feedback(feedback)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return m_feedback.list(request.session, filterOf(request.query), request.query.page())
            .map([&](const auto &page) {
                return listAnswer(
                    request, page, [](JsonWriter &json, const Feedback &feedback, const FieldSelection &fields) {
                        writeFeedback(json, feedback, fields);
                    });
            });
    }

    Result<ApiAnswer> submit(const ApiRequest &request) const
    {
        FeedbackDraft draft;
        FieldReader reader(request.body);
        readFeedback(reader, draft);
        const QByteArray voice = readVoice(reader);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_feedback.submit(request.session, draft, voice).map([&](const Submission &submission) {
            ApiAnswer answer = answerOf(submission.feedback, formOf(request.body));
            answer.status = submission.created ? 201 : 200;
            answer.headers.append({"Location", "/api/feedback/" + QByteArray::number(submission.feedback.id.value)});
            return answer;
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const
    {
        return find(request).map([](const Feedback &feedback) { return answerOf(feedback); });
    }

    Result<ApiAnswer> replace(const ApiRequest &request) const
    {
        return edit(request, [](const Feedback &current) {
            return FeedbackDraft{.clientId = current.clientId, .feedbackDate = current.feedbackDate};
        });
    }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return edit(request, [](const Feedback &current) { return draftOf(current); });
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Feedback &current, qint64 version) -> Result<ApiAnswer> {
                return m_feedback.remove(request.session, current.id, version).map([] {
                    return ApiAnswer{.status = 204};
                });
            });
    }

    Result<ApiAnswer> upload(const ApiRequest &request) const
    {
        return request.rowId<FeedbackId>()
            .and_then([&](FeedbackId id) { return m_feedback.attachAudio(request.session, id, request.content); })
            .map([](const Attachment &attachment) {
                JsonWriter json;
                writeAudio(json, attachment);
                return ApiAnswer{.body = json.bytes()};
            });
    }

    Result<ApiAnswer> download(const ApiRequest &request) const
    {
        return request.rowId<FeedbackId>()
            .and_then([&](FeedbackId id) { return m_feedback.audio(request.session, id); })
            .map([](const AudioRecording &recording) {
                return ApiAnswer{.body = recording.bytes,
                    .headers
                    = {{"Content-Type", recording.attachment.mediaType.toLatin1()}, {"Content-Disposition", "inline"}}};
            });
    }

private:
    Result<Feedback> find(const ApiRequest &request) const
    {
        return request.rowId<FeedbackId>().and_then(
            [&](FeedbackId id) { return m_feedback.find(request.session, id); });
    }

    template <typename Start>
    Result<ApiAnswer> edit(const ApiRequest &request, Start start) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Feedback &current, qint64 version) -> Result<ApiAnswer> {
                FeedbackDraft draft = start(current);
                FieldReader reader(request.body);
                readFeedback(reader, draft);
                draft.clientId = current.clientId;
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                return m_feedback.edit(request.session, current.id, draft, version).map([&](const Feedback &feedback) {
                    return answerOf(feedback, formOf(request.body));
                });
            });
    }

    static ApiAnswer answerOf(const Feedback &feedback, FeedbackForm form = FeedbackForm::Long)
    {
        JsonWriter json;
        writeFeedback(json, feedback, {}, form);
        return {.body = json.bytes(), .version = feedback.version};
    }

    static FeedbackFilter filterOf(const Query &query)
    {
        FeedbackFilter filter;
        filter.patientReference = query.text(u"patient_id"_s);
        filter.ward = query.text(u"ward"_s);
        filter.language = parseLanguage(query.text(u"language"_s));
        filter.method = submissionMethodTable.value(query.text(u"submission_method"_s));
        filter.from = query.from(u"from"_s);
        filter.until = query.until(u"to"_s);
        if (const std::optional<qint64> most = query.integer(u"overall_at_most"_s))
            filter.overallAtMost = int(*most);
        filter.processed = query.boolean(u"processed"_s);
        filter.matched = query.boolean(u"matched"_s);
        filter.sort = query.text(u"sort"_s) == u"overall" ? FeedbackSort::Overall : FeedbackSort::Date;
        filter.order = orderOf(query, SortOrder::Descending);
        return filter;
    }

    FeedbackService &m_feedback;
};

QList<QueryParameter> listQuery()
{
    return listParameters(feedbackSchema())
        + QList<QueryParameter>{
            {.name = u"patient_id"_s,
                .description = u"Only of this patient's number, matched or as given."_s,
                .maximum = 64},
            {.name = u"ward"_s, .description = u"Only this ward."_s, .maximum = 100},
            languageParameter(),
            {.name = u"submission_method"_s,
                .kind = Kind::Key,
                .description = u"Only by this way."_s,
                .keys = schema::keysOf(submissionMethodTable)},
            {.name = u"from"_s, .kind = Kind::Time, .description = u"From this time or day on."_s},
            {.name = u"to"_s, .kind = Kind::Time, .description = u"Up to this day inclusive, or before this time."_s},
            {.name = u"overall_at_most"_s,
                .kind = Kind::Integer,
                .description = u"Only where the overall rating is at most this."_s,
                .minimum = 1,
                .maximum = 5},
            {.name = u"processed"_s,
                .kind = Kind::Boolean,
                .description = u"Only processed ones, or only the others."_s},
            {.name = u"matched"_s,
                .kind = Kind::Boolean,
                .description = u"Only with a patient of the registry, or only without."_s},
            {.name = u"sort"_s,
                .kind = Kind::Key,
                .description = u"What to sort by."_s,
                .keys = {u"date"_s, u"overall"_s},
                .defaultValue = u"date"_s},
            orderParameter(SortOrder::Descending),
        };
}

Route uploadRoute(Method method, const QString &operationId, const FeedbackEndpoint &feedback)
{
    return {.method = method,
        .path = u"/api/feedback/{id}/audio"_s,
        .operationId = operationId,
        .summary = u"Attach a recording of at most 10 MB; an earlier one is replaced"_s,
        .tag = u"feedback"_s,
        .permission = Permission::SubmitFeedback,
        .handler = [=](const ApiRequest &request) { return feedback.upload(request); },
        .body = BodyKind::Audio,
        .responseSchema = u"Audio"_s};
}

} // namespace

Routes feedbackRoutes(const Services &services)
{
    const FeedbackEndpoint feedback(services.feedback);
    const QString tag = u"feedback"_s;
    const QString all = u"/api/feedback"_s;
    const QString one = u"/api/feedback/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listFeedback"_s,
            .summary = u"List feedback"_s,
            .tag = tag,
            .permission = ReadFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.list(request); },
            .responseSchema = u"Feedback"_s,
            .isList = true,
            .parameters = listQuery()},
        {.method = Method::Post,
            .path = all,
            .operationId = u"submitFeedback"_s,
            .summary = u"Submit feedback; 200 for a repeat of the same client_id"_s,
            .tag = tag,
            .permission = SubmitFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.submit(request); },
            .body = BodyKind::Json,
            .requestSchema = u"FeedbackDraft"_s,
            .responseSchema = u"Feedback"_s,
            .statuses = {201, 200},
            .failures = {409},
            .isIdempotent = true},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getFeedback"_s,
            .summary = u"Read a feedback"_s,
            .tag = tag,
            .permission = ReadFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.read(request); },
            .responseSchema = u"Feedback"_s},
        {.method = Method::Put,
            .path = one,
            .operationId = u"replaceFeedback"_s,
            .summary = u"Replace a feedback"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.replace(request); },
            .body = BodyKind::Json,
            .requestSchema = u"FeedbackEdit"_s,
            .responseSchema = u"Feedback"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeFeedback"_s,
            .summary = u"Change some members of a feedback"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"FeedbackEdit"_s,
            .responseSchema = u"Feedback"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"removeFeedback"_s,
            .summary = u"Delete a feedback and its recording"_s,
            .tag = tag,
            .permission = DeleteFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.remove(request); },
            .statuses = {204},
            .failures = {409},
            .isConditional = true},
        uploadRoute(Method::Put, u"putFeedbackAudio"_s, feedback),
        uploadRoute(Method::Post, u"postFeedbackAudio"_s, feedback),
        {.method = Method::Get,
            .path = u"/api/feedback/{id}/audio"_s,
            .operationId = u"getFeedbackAudio"_s,
            .summary = u"Fetch the recording of a feedback, or a part of it"_s,
            .tag = tag,
            .permission = ReadFeedback,
            .handler = [=](const ApiRequest &request) { return feedback.download(request); },
            .mediaTypes = audioMediaTypes(),
            .isRanged = true},
    };
}

} // namespace accueil
