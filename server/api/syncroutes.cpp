#include "server/api/syncroutes.h"

#include "app/services/disputeservice.h"
#include "app/services/syncservice.h"
#include "server/api/feedbackjson.h"
#include "server/api/listing.h"
#include "server/api/syncjson.h"
#include "server/problem.h"
#include "server/synccounters.h"

#include <limits>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

class SyncEndpoint
{
public:
    SyncEndpoint(const Services &services, SyncCounters &counters)
        : m_sync(services.sync)
        , m_disputes(services.disputes)
        , m_counters(counters)
    {
    }

    Result<ApiAnswer> take(const ApiRequest &request) const
    {
        SyncBatch batch;
        FieldReader reader(request.body);
        readBatch(reader, batch);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_sync.take(request.session, batch).map([this](const SyncAnswer &answer) {
            for (const SyncOutcome &item : answer.items)
                m_counters.item(syncStatusTable.key(item.status));
            JsonWriter json;
            writeSyncAnswer(json, answer);
            return ApiAnswer{.body = json.bytes()};
        });
    }

    Result<ApiAnswer> takePiece(const ApiRequest &request) const
    {
        const std::optional<qint64> offset = request.query.integer(u"offset"_s);
        if (!offset)
            return fail(ErrorCode::Invalid, {{u"offset"_s, u"required"_s}});
        const QByteArray sha256 = request.query.text(u"sha256"_s).toLatin1();
        const auto progress = m_sync.takePiece(request.session, request.id, *offset, request.content, sha256);
        if (!progress)
            return refusal(progress.error());
        m_counters.audioBytes(request.content.size());
        JsonWriter json;
        writeProgress(json, *progress);
        return ApiAnswer{.body = json.bytes()};
    }

    Result<ApiAnswer> listDisputes(const ApiRequest &request) const
    {
        return m_disputes.list(request.session, request.query.page()).map([&](const auto &page) {
            return listAnswer(request, page, writeDispute);
        });
    }

    Result<ApiAnswer> compare(const ApiRequest &request) const
    {
        return request.rowId<DisputeId>()
            .and_then([&](DisputeId id) { return m_disputes.find(request.session, id); })
            .map([](const DisputeComparison &comparison) {
                JsonWriter json;
                writeComparison(json, comparison);
                return ApiAnswer{.body = json.bytes()};
            });
    }

    Result<ApiAnswer> listen(const ApiRequest &request) const
    {
        return request.rowId<DisputeId>()
            .and_then([&](DisputeId id) { return m_disputes.audio(request.session, id); })
            .map([](const AudioRecording &recording) {
                return ApiAnswer{.body = recording.bytes,
                    .headers
                    = {{"Content-Type", recording.attachment.mediaType.toLatin1()}, {"Content-Disposition", "inline"}}};
            });
    }

    Result<ApiAnswer> resolve(const ApiRequest &request) const
    {
        std::optional<DisputeChoice> keep;
        FieldReader reader(request.body);
        reader.require({u"keep"_s});
        reader.enumeration(u"keep"_s, keep, [](const QString &text) { return disputeChoiceTable.value(text); });
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return request.rowId<DisputeId>()
            .and_then([&](DisputeId id) { return m_disputes.resolve(request.session, id, *keep); })
            .map([](const Dispute &dispute) {
                JsonWriter json;
                writeDispute(json, dispute);
                return ApiAnswer{.body = json.bytes()};
            });
    }

private:
    // The problem says as a member of its own (RFC 9457, 3.2) from where the tablet is to go on.
    static Result<ApiAnswer> refusal(const Error &error)
    {
        const QVariant received = error.fields.value(0).parameters.value(u"received"_s);
        if (!received.isValid())
            return tl::unexpected(error);
        const HttpResponse answer = problem(error);
        return ApiAnswer{.status = answer.status,
            .body = answer.body.chopped(1) + ",\"received\":" + QByteArray::number(received.toLongLong()) + '}',
            .headers = answer.headers};
    }

    SyncService &m_sync;
    DisputeService &m_disputes;
    SyncCounters &m_counters;
};

Routes disputeRoutes(const SyncEndpoint &sync)
{
    const QString tag = u"tablets"_s;
    const QString all = u"/api/sync/disputes"_s;
    const QString one = u"/api/sync/disputes/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listDisputes"_s,
            .summary = u"List submissions under a client_id that was taken, which nobody has settled"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return sync.listDisputes(request); },
            .responseSchema = u"Dispute"_s,
            .isList = true,
            .parameters = listParameters(disputeSchema())},
        {.method = Method::Get,
            .path = one,
            .operationId = u"compareDispute"_s,
            .summary = u"Compare the two"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return sync.compare(request); },
            .responseSchema = u"DisputeComparison"_s},
        {.method = Method::Get,
            .path = one + u"/audio"_s,
            .operationId = u"getDisputedAudio"_s,
            .summary = u"Fetch the recording of what was received"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return sync.listen(request); },
            .mediaTypes = audioMediaTypes(),
            .isRanged = true},
        {.method = Method::Post,
            .path = one + u"/resolve"_s,
            .operationId = u"resolveDispute"_s,
            .summary = u"Keep what is stored, or put what was received in its place"_s,
            .tag = tag,
            .permission = EditFeedback,
            .handler = [=](const ApiRequest &request) { return sync.resolve(request); },
            .body = BodyKind::Json,
            .requestSchema = u"DisputeDecision"_s,
            .responseSchema = u"Dispute"_s,
            .failures = {409}},
    };
}

} // namespace

Routes syncRoutes(const Services &services, SyncCounters &counters)
{
    const SyncEndpoint sync(services, counters);
    const QString tag = u"tablets"_s;
    using enum Permission;
    return Routes{
               {.method = Method::Post,
                   .path = u"/api/sync"_s,
                   .operationId = u"sync"_s,
                   .summary
                   = u"Submit up to 100 feedbacks at once, each with a result of its own; none: a sign of life"_s,
                   .tag = tag,
                   .permission = SubmitFeedback,
                   .handler = [=](const ApiRequest &request) { return sync.take(request); },
                   .body = BodyKind::Json,
                   .requestSchema = u"SyncBatch"_s,
                   .responseSchema = u"SyncAnswer"_s,
                   .caching = Caching::Never,
                   .rate = RateClass::Sync},
               {.method = Method::Put,
                   .path = u"/api/sync/{client_id}/audio"_s,
                   .operationId = u"putAudioPiece"_s,
                   .summary = u"Send the next piece of a recording, of at most 32 KiB"_s,
                   .tag = tag,
                   .permission = SubmitFeedback,
                   .handler = [=](const ApiRequest &request) { return sync.takePiece(request); },
                   .body = BodyKind::Binary,
                   .responseSchema = u"AudioProgress"_s,
                   .failures = {409},
                   .parameters
                   = {{.name = u"offset"_s,
                          .kind = QueryParameter::Kind::Integer,
                          .description
                          = u"Where the piece begins. Required. A wrong one is refused (409) with `received`."_s,
                          .minimum = 0,
                          .maximum = largestRecording},
                       {.name = u"sha256"_s,
                           .kind = QueryParameter::Kind::Text,
                           .description = u"Of the whole recording, as announced: of which one the piece is, where "
                                          "several came under one client_id. Without it: of the one announced last."_s,
                           .maximum = 64}},
                   .caching = Caching::Never,
                   .rate = RateClass::Sync,
                   .largestBody = largestPiece},
           }
    + disputeRoutes(sync);
}

} // namespace accueil
