#include "server/api/appointmentroutes.h"

#include "app/services/appointmentservice.h"
#include "app/services/calendarservice.h"
#include "app/services/patientservice.h"
#include "server/api/appointmentjson.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

class AppointmentEndpoint
{
public:
    AppointmentEndpoint(AppointmentService &appointments, PatientService &patients)
        : m_appointments(appointments)
        , m_patients(patients)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        AppointmentFilter filter{.from = request.query.from(u"from"_s),
            .until = request.query.until(u"to"_s),
            .ward = request.query.text(u"ward"_s),
            .order = orderOf(request.query, SortOrder::Ascending)};
        if (const auto status = appointmentStatusTable.value(request.query.text(u"status"_s)))
            filter.statuses = {*status};
        if (const QString number = request.query.text(u"patient_id"_s); !number.isEmpty()) {
            const Result<Patient> patient = m_patients.findByNumber(request.session, number);
            if (!patient && patient.error().code == ErrorCode::NotFound)
                return ApiAnswer{.body = "[]", .headers = listHeaders(request, 0, 0)};
            if (!patient)
                return tl::unexpected(patient.error());
            filter.patient = patient->id;
        }
        return m_appointments.list(request.session, filter, request.query.page())
            .map([&](const Page<Appointment> &page) {
                return listAnswer(
                    request, page, [](JsonWriter &json, const Appointment &appointment, const FieldSelection &fields) {
                        writeAppointment(json, appointment, fields);
                    });
            });
    }

    Result<ApiAnswer> schedule(const ApiRequest &request) const
    {
        AppointmentDraft draft;
        return read(request.body, draft, {u"patient_id"_s, u"starts_at"_s})
            .and_then([&] { return m_appointments.schedule(request.session, draft); })
            .map([](const AppointmentScheduling &scheduling) {
                ApiAnswer answer = answerOf(scheduling.appointment);
                answer.status = scheduling.created ? 201 : 200;
                answer.headers.append(
                    {"Location", "/api/appointments/" + QByteArray::number(scheduling.appointment.id.value)});
                return answer;
            });
    }

    Result<ApiAnswer> show(const ApiRequest &request) const { return find(request).map(answerOf); }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Appointment &current, qint64 version) -> Result<ApiAnswer> {
                AppointmentDraft draft = draftOf(current);
                return read(request.body, draft, {})
                    .and_then([&] {
                        draft.clientId = current.clientId;
                        return m_appointments.edit(request.session, current.id, draft, version);
                    })
                    .map(answerOf);
            });
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Appointment &current, qint64 version) -> Result<ApiAnswer> {
                return m_appointments.remove(request.session, current.id, version).map([] {
                    return ApiAnswer{.status = 204};
                });
            });
    }

    Result<ApiAnswer> setOutcome(const ApiRequest &request) const
    {
        const Result<AppointmentId> id = request.rowId<AppointmentId>();
        if (!id)
            return tl::unexpected(id.error());
        return readOutcome(request.body)
            .and_then([&](AppointmentStatus status) { return m_appointments.setOutcome(request.session, *id, status); })
            .map(answerOf);
    }

    Result<ApiAnswer> confirm(const ApiRequest &request) const
    {
        return request.rowId<AppointmentId>()
            .and_then([&](AppointmentId id) { return m_appointments.confirm(request.session, id); })
            .map(answerOf);
    }

    Result<ApiAnswer> cancel(const ApiRequest &request) const
    {
        return request.rowId<AppointmentId>()
            .and_then([&](AppointmentId id) { return m_appointments.cancel(request.session, id); })
            .map(answerOf);
    }

    Result<ApiAnswer> messages(const ApiRequest &request) const
    {
        return request.rowId<AppointmentId>()
            .and_then([&](AppointmentId id) { return m_appointments.messages(request.session, id); })
            .map([&](const QList<PlannedMessage> &messages) {
                const PageRequest wanted = request.query.page();
                const Page<PlannedMessage> page{messages.mid(wanted.offset, wanted.limit), messages.size()};
                return listAnswer(
                    request, page, [](JsonWriter &json, const PlannedMessage &message, const FieldSelection &) {
                        writePlannedMessage(json, message);
                    });
            });
    }

private:
    Result<Appointment> find(const ApiRequest &request) const
    {
        return request.rowId<AppointmentId>().and_then(
            [&](AppointmentId id) { return m_appointments.find(request.session, id); });
    }

    static Result<void> read(const QJsonObject &body, AppointmentDraft &draft, const QStringList &required)
    {
        FieldReader reader(body);
        reader.require(required);
        readAppointment(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return {};
    }

    static ApiAnswer answerOf(const Appointment &appointment)
    {
        JsonWriter json;
        writeAppointment(json, appointment);
        return {.body = json.bytes(), .version = appointment.version};
    }

    AppointmentService &m_appointments;
    PatientService &m_patients;
};

Result<ApiAnswer> calendar(CalendarService &service, const ApiRequest &request)
{
    QList<FieldError> missing;
    for (const QString &name : {u"from"_s, u"until"_s}) {
        if (!request.query.has(name))
            missing << FieldError{name, u"required"_s};
    }
    if (!missing.isEmpty())
        return fail(ErrorCode::Invalid, missing);
    return service
        .hours(request.session, request.query.from(u"from"_s).value(), request.query.until(u"until"_s).value())
        .map([](const QList<CalendarSlot> &hours) {
            JsonWriter json;
            writeCalendar(json, hours);
            return ApiAnswer{.body = json.bytes()};
        });
}

QList<QueryParameter> listQuery()
{
    return listParameters(appointmentSchema())
        + QList<QueryParameter>{
            {.name = u"patient_id"_s, .description = u"Only of the patient with this number."_s, .maximum = 64},
            {.name = u"status"_s,
                .kind = Kind::Key,
                .description = u"Only in this state."_s,
                .keys = schema::keysOf(appointmentStatusTable)},
            {.name = u"ward"_s, .description = u"Only of this ward."_s, .maximum = 100},
            {.name = u"from"_s, .kind = Kind::Time, .description = u"From this time or day on."_s},
            {.name = u"to"_s, .kind = Kind::Time, .description = u"Up to this day inclusive, or before this time."_s},
            orderParameter(SortOrder::Ascending),
        };
}

} // namespace

Routes appointmentRoutes(const Services &services)
{
    const AppointmentEndpoint appointments(services.appointments, services.patients);
    CalendarService &hours = services.calendar;
    const QString tag = u"appointments"_s;
    const QString all = u"/api/appointments"_s;
    const QString one = u"/api/appointments/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = all,
            .operationId = u"listAppointments"_s,
            .summary = u"List appointments by their time"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return appointments.list(request); },
            .responseSchema = u"Appointment"_s,
            .isList = true,
            .parameters = listQuery()},
        {.method = Method::Post,
            .path = all,
            .operationId = u"scheduleAppointment"_s,
            .summary = u"Make an appointment and its reminders; 200 for a repeat of the same client_id"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.schedule(request); },
            .body = BodyKind::Json,
            .requestSchema = u"AppointmentDraft"_s,
            .responseSchema = u"Appointment"_s,
            .statuses = {201, 200},
            .failures = {409},
            .isIdempotent = true},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getAppointment"_s,
            .summary = u"Read an appointment"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return appointments.show(request); },
            .responseSchema = u"Appointment"_s},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeAppointment"_s,
            .summary = u"Move or change an appointment that is still to come, with its reminders"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"AppointmentPatch"_s,
            .responseSchema = u"Appointment"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"removeAppointment"_s,
            .summary = u"Delete an appointment of which nothing was sent"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.remove(request); },
            .statuses = {204},
            .failures = {409},
            .isConditional = true},
        {.method = Method::Get,
            .path = u"/api/appointments/{id}/messages"_s,
            .operationId = u"listAppointmentMessages"_s,
            .summary = u"What its plan sends when, what became of it and what forbids it"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [=](const ApiRequest &request) { return appointments.messages(request); },
            .responseSchema = u"PlannedMessage"_s,
            .isList = true,
            .parameters = pageParameters()},
        {.method = Method::Post,
            .path = u"/api/appointments/{id}/outcome"_s,
            .operationId = u"setAppointmentOutcome"_s,
            .summary = u"Say how an appointment ended"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.setOutcome(request); },
            .body = BodyKind::Json,
            .requestSchema = u"AppointmentOutcome"_s,
            .responseSchema = u"Appointment"_s},
        {.method = Method::Post,
            .path = u"/api/appointments/{id}/confirm"_s,
            .operationId = u"confirmAppointment"_s,
            .summary = u"The patient says that he comes"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.confirm(request); },
            .responseSchema = u"Appointment"_s,
            .failures = {409}},
        {.method = Method::Post,
            .path = u"/api/appointments/{id}/cancel"_s,
            .operationId = u"cancelAppointment"_s,
            .summary = u"Cancel an appointment and what is left of its reminders"_s,
            .tag = tag,
            .permission = ManageReminders,
            .handler = [=](const ApiRequest &request) { return appointments.cancel(request); },
            .responseSchema = u"Appointment"_s,
            .failures = {409}},
        {.method = Method::Get,
            .path = u"/api/calendar"_s,
            .operationId = u"getCalendar"_s,
            .summary = u"How many reminders each hour holds, by channel and state; at most 62 days"_s,
            .tag = tag,
            .permission = ReadReminders,
            .handler = [&hours](const ApiRequest &request) { return calendar(hours, request); },
            .responseSchema = u"Calendar"_s,
            .parameters
            = {{.name = u"from"_s, .kind = Kind::Time, .description = u"Needed. From this time or day on."_s},
                {.name = u"until"_s,
                    .kind = Kind::Time,
                    .description = u"Needed. Up to this day inclusive, or before this time."_s}}},
    };
}

} // namespace accueil
