#include "server/api/reminderroutes.h"

#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/api/reminderjson.h"
#include "server/schema.h"

#include <limits>

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

class ReminderEndpoint
{
public:
    ReminderEndpoint(ReminderService &reminders, PatientService &patients)
        : m_reminders(reminders)
        , m_patients(patients)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        ReminderFilter filter = filterOf(request.query);
        if (const QString number = request.query.text(u"patient_id"_s); !number.isEmpty()) {
            const Result<Patient> patient = m_patients.findByNumber(request.session, number);
            if (!patient && patient.error().code == ErrorCode::NotFound)
                return emptyList(request);
            if (!patient)
                return tl::unexpected(patient.error());
            filter.patient = patient->id;
        }
        return m_reminders.list(request.session, filter, request.query.page()).map([&](const Page<Reminder> &page) {
            return listAnswer(
                request, page, [](JsonWriter &json, const Reminder &reminder, const FieldSelection &fields) {
                    writeReminder(json, reminder, fields);
                });
        });
    }

    Result<ApiAnswer> schedule(const ApiRequest &request) const
    {
        ReminderDraft draft;
        return read(request.body, draft, {u"patient_id"_s, u"scheduled_time"_s})
            .and_then([&] { return m_reminders.schedule(request.session, draft); })
            .map([](const Scheduling &scheduling) {
                ApiAnswer answer = answerOf(scheduling.reminder);
                answer.status = scheduling.created ? 201 : 200;
                answer.headers.append(
                    {"Location", "/api/reminders/" + QByteArray::number(scheduling.reminder.id.value)});
                return answer;
            });
    }

    Result<ApiAnswer> show(const ApiRequest &request) const { return find(request).map(answerOf); }

    Result<ApiAnswer> replace(const ApiRequest &request) const
    {
        return edit(request, {u"patient_id"_s, u"scheduled_time"_s}, [](const Reminder &) { return ReminderDraft{}; });
    }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return edit(request, {}, [](const Reminder &current) { return draftOf(current); });
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Reminder &current, qint64 version) -> Result<ApiAnswer> {
                return m_reminders.remove(request.session, current.id, version).map([] {
                    return ApiAnswer{.status = 204};
                });
            });
    }

    Result<ApiAnswer> cancel(const ApiRequest &request) const
    {
        return request.rowId<ReminderId>()
            .and_then([&](ReminderId id) { return m_reminders.cancel(request.session, id); })
            .map(answerOf);
    }

    Result<ApiAnswer> retry(const ApiRequest &request) const
    {
        return request.rowId<ReminderId>()
            .and_then([&](ReminderId id) { return m_reminders.retry(request.session, id); })
            .map(answerOf);
    }

    Result<ApiAnswer> settle(const ApiRequest &request) const
    {
        return request.rowId<ReminderId>()
            .and_then([&](ReminderId id) { return m_reminders.settle(request.session, id); })
            .map(answerOf);
    }

    Result<ApiAnswer> decideLate(const ApiRequest &request) const
    {
        return readLateDecision(request.body)
            .and_then([&](LateDecision decision) { return m_reminders.decideLate(request.session, decision); })
            .map([](int count) {
                JsonWriter json;
                ObjectWriter(json).member("count", count);
                return ApiAnswer{.body = json.bytes()};
            });
    }

    Result<ApiAnswer> resolve(const ApiRequest &request) const
    {
        const Result<ReminderId> id = request.rowId<ReminderId>();
        if (!id)
            return tl::unexpected(id.error());
        return readDecision(request.body)
            .and_then(
                [&](UnknownDecision decision) { return m_reminders.decideUnknown(request.session, *id, decision); })
            .map(answerOf);
    }

    Result<ApiAnswer> attempts(const ApiRequest &request) const
    {
        const Result<ReminderId> id = request.rowId<ReminderId>();
        if (!id)
            return tl::unexpected(id.error());
        return m_reminders.attempts(request.session, *id).map([&](const QList<Attempt> &attempts) {
            const PageRequest wanted = request.query.page();
            const Page<Attempt> page{attempts.mid(wanted.offset, wanted.limit), attempts.size()};
            return listAnswer(request, page, [&](JsonWriter &json, const Attempt &attempt, const FieldSelection &) {
                writeAttempt(json, attempt, *id);
            });
        });
    }

private:
    Result<Reminder> find(const ApiRequest &request) const
    {
        return request.rowId<ReminderId>().and_then(
            [&](ReminderId id) { return m_reminders.find(request.session, id); });
    }

    static Result<void> read(const QJsonObject &body, ReminderDraft &draft, const QStringList &required)
    {
        FieldReader reader(body);
        reader.require(required);
        readReminder(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return {};
    }

    template <typename Start>
    Result<ApiAnswer> edit(const ApiRequest &request, const QStringList &required, Start start) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Reminder &current, qint64 version) -> Result<ApiAnswer> {
                // The status moves through cancel, retry and resolve; a wish for another one must not pass unnoticed.
                const QString status = request.body.value(u"status").toString();
                if (!status.isEmpty() && status != reminderStatusTable.key(current.status))
                    return fail(ErrorCode::Invalid, {{u"status"_s, u"readOnly"_s}});
                ReminderDraft draft = start(current);
                return read(request.body, draft, required)
                    .and_then([&] {
                        draft.clientId = current.clientId;
                        return m_reminders.edit(request.session, current.id, draft, version);
                    })
                    .map(answerOf);
            });
    }

    static ApiAnswer answerOf(const Reminder &reminder)
    {
        JsonWriter json;
        writeReminder(json, reminder);
        return {.body = json.bytes(), .version = reminder.version};
    }

    static ApiAnswer emptyList(const ApiRequest &request)
    {
        return {.body = "[]", .headers = listHeaders(request, 0, 0)};
    }

    static ReminderFilter filterOf(const Query &query)
    {
        ReminderFilter filter;
        if (const auto status = reminderStatusTable.value(query.text(u"status"_s)))
            filter.statuses = {*status};
        if (const std::optional<qint64> appointment = query.integer(u"appointment_id"_s))
            filter.appointment = AppointmentId{*appointment};
        filter.channel = channelTable.value(query.text(u"channel"_s));
        filter.from = query.from(u"from"_s);
        filter.until = query.until(u"to"_s);
        filter.order = orderOf(query, SortOrder::Ascending);
        return filter;
    }

    ReminderService &m_reminders;
    PatientService &m_patients;
};

QList<QueryParameter> listQuery()
{
    return listParameters(reminderSchema())
        + QList<QueryParameter>{
            {.name = u"patient_id"_s, .description = u"Only of the patient with this number."_s, .maximum = 64},
            {.name = u"appointment_id"_s,
                .kind = Kind::Integer,
                .description = u"Only of this appointment."_s,
                .minimum = 1,
                .maximum = std::numeric_limits<qint64>::max()},
            {.name = u"status"_s,
                .kind = Kind::Key,
                .description = u"Only in this state."_s,
                .keys = schema::keysOf(reminderStatusTable)},
            {.name = u"channel"_s,
                .kind = Kind::Key,
                .description = u"Only by this channel."_s,
                .keys = schema::keysOf(channelTable)},
            {.name = u"from"_s, .kind = Kind::Time, .description = u"Due from this time or day on."_s},
            {.name = u"to"_s,
                .kind = Kind::Time,
                .description = u"Due up to this day inclusive, or before this time."_s},
            orderParameter(SortOrder::Ascending),
        };
}

} // namespace

Routes reminderRoutes(const Services &services)
{
    const ReminderEndpoint reminders(services.reminders, services.patients);
    const QString tag = u"reminders"_s;
    const QString all = u"/api/reminders"_s;
    const QString one = u"/api/reminders/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listReminders"_s,
            .summary = u"List reminders by their time"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return reminders.list(request); },
            .responseSchema = u"Reminder"_s,
            .isList = true,
            .parameters = listQuery()},
        {.method = Method::Post,
            .path = all,
            .operationId = u"scheduleReminder"_s,
            .summary = u"Schedule a reminder; 200 for a repeat of the same client_id"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.schedule(request); },
            .body = BodyKind::Json,
            .requestSchema = u"ReminderDraft"_s,
            .responseSchema = u"Reminder"_s,
            .statuses = {201, 200},
            .failures = {409},
            .isIdempotent = true},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getReminder"_s,
            .summary = u"Read a reminder"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return reminders.show(request); },
            .responseSchema = u"Reminder"_s},
        {.method = Method::Put,
            .path = one,
            .operationId = u"replaceReminder"_s,
            .summary = u"Replace a reminder that is still to come"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.replace(request); },
            .body = BodyKind::Json,
            .requestSchema = u"ReminderDraft"_s,
            .responseSchema = u"Reminder"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeReminder"_s,
            .summary = u"Change some members of a reminder that is still to come"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"ReminderPatch"_s,
            .responseSchema = u"Reminder"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"removeReminder"_s,
            .summary = u"Delete a reminder"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.remove(request); },
            .statuses = {204},
            .failures = {409},
            .isConditional = true},
        {.method = Method::Get,
            .path = u"/api/reminders/{id}/attempts"_s,
            .operationId = u"listAttempts"_s,
            .summary = u"Every try at delivering a reminder"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return reminders.attempts(request); },
            .responseSchema = u"Attempt"_s,
            .isList = true,
            .parameters = pageParameters()},
        {.method = Method::Post,
            .path = u"/api/reminders/{id}/cancel"_s,
            .operationId = u"cancelReminder"_s,
            .summary = u"Cancel a pending reminder"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.cancel(request); },
            .responseSchema = u"Reminder"_s,
            .failures = {409}},
        {.method = Method::Post,
            .path = u"/api/reminders/{id}/retry"_s,
            .operationId = u"retryReminder"_s,
            .summary = u"Try a failed reminder again"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.retry(request); },
            .responseSchema = u"Reminder"_s,
            .failures = {409}},
        {.method = Method::Post,
            .path = u"/api/reminders/{id}/settle"_s,
            .operationId = u"settleReminder"_s,
            .summary = u"Say that a reminder that failed or expired was dealt with"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.settle(request); },
            .responseSchema = u"Reminder"_s,
            .failures = {409}},
        {.method = Method::Post,
            .path = u"/api/reminders/late"_s,
            .operationId = u"decideLateReminders"_s,
            .summary = u"Send or cancel all reminders that are late"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.decideLate(request); },
            .body = BodyKind::Json,
            .requestSchema = u"LateDecision"_s,
            .responseSchema = u"ReminderCount"_s},
        {.method = Method::Post,
            .path = u"/api/reminders/{id}/resolve"_s,
            .operationId = u"resolveReminder"_s,
            .summary = u"Say whether a reminder of unknown outcome was sent, or send it again"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return reminders.resolve(request); },
            .body = BodyKind::Json,
            .requestSchema = u"UnknownDecision"_s,
            .responseSchema = u"Reminder"_s,
            .failures = {409}},
    };
}

} // namespace accueil
