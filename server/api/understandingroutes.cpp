#include "server/api/understandingroutes.h"

#include "server/api/understandingjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A request takes about 0.3 s on SQLite with so many, and the client shows how far it is.
constexpr int perRequest = 500;

template <typename Write, typename Value>
ApiAnswer answerOf(Write write, const Value &value)
{
    JsonWriter json;
    write(json, value);
    return {.body = json.bytes()};
}

Result<ApiAnswer> correct(UnderstandingService &understanding, const ApiRequest &request)
{
    CorrectionDraft draft;
    FieldReader reader(request.body);
    readCorrection(reader, draft);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return request.rowId<FeedbackId>()
        .and_then([&](FeedbackId id) { return understanding.correct(request.session, id, draft); })
        .map([](const Explanation &explanation) { return answerOf(writeExplanation, explanation); });
}

} // namespace

Routes understandingRoutes(const Services &services)
{
    UnderstandingService &understanding = services.understanding;
    const QString tag = u"understanding"_s;
    const QString ofFeedback = u"/api/feedback/{id}/understanding"_s;
    return {
        {.method = Method::Get,
            .path = ofFeedback,
            .operationId = u"explainFeedback"_s,
            .summary = u"Why a feedback has its sentiment and topics"_s,
            .tag = tag,
            .permission = Permission::ReadFeedback,
            .handler =
                [&understanding](const ApiRequest &request) {
                    return request.rowId<FeedbackId>()
                        .and_then([&](FeedbackId id) { return understanding.explain(request.session, id); })
                        .map([](const Explanation &explanation) { return answerOf(writeExplanation, explanation); });
                },
            .responseSchema = u"Understanding"_s},
        {.method = Method::Put,
            .path = ofFeedback,
            .operationId = u"correctUnderstanding"_s,
            .summary = u"Correct or confirm sentiment and topics; kept as training data with its author"_s,
            .tag = tag,
            .permission = Permission::EditFeedback,
            .handler = [&understanding](const ApiRequest &request) { return correct(understanding, request); },
            .body = BodyKind::Json,
            .requestSchema = u"UnderstandingCorrection"_s,
            .responseSchema = u"Understanding"_s},
        {.method = Method::Get,
            .path = u"/api/understanding"_s,
            .operationId = u"understandingState"_s,
            .summary = u"Which engine reads, what it has not read yet, how often people agreed with it"_s,
            .tag = tag,
            .permission = Permission::ReadDashboard,
            .handler =
                [&understanding](const ApiRequest &request) {
                    return understanding.state(request.session).map([](const UnderstandingState &state) {
                        return answerOf(writeUnderstandingState, state);
                    });
                },
            .responseSchema = u"UnderstandingState"_s},
        {.method = Method::Post,
            .path = u"/api/understanding/analyse"_s,
            .operationId = u"analyseFeedback"_s,
            .summary = u"Read the next 500 feedback that another engine read, or none; again until remaining is 0"_s,
            .tag = tag,
            .permission = Permission::ManageSettings,
            .handler =
                [&understanding](const ApiRequest &request) {
                    return understanding.analyse(request.session, perRequest).map([](const AnalysisProgress &progress) {
                        return answerOf(writeAnalysis, progress);
                    });
                },
            .responseSchema = u"Analysis"_s},
    };
}

} // namespace accueil
