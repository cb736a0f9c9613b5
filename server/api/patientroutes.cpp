#include "server/api/patientroutes.h"

#include "app/services/patientservice.h"
#include "app/services/settingsservice.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/api/patientjson.h"

#include <QTimeZone>

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

constexpr std::pair<QStringView, PatientSort> sorts[] = {
    {u"last_activity", PatientSort::LastActivity},
    {u"number", PatientSort::Number},
    {u"registration", PatientSort::Registration},
    {u"name", PatientSort::Name},
};

class PatientEndpoint
{
public:
    PatientEndpoint(PatientService &patients, SettingsService &settings, const Clock &clock)
        : m_patients(patients)
        , m_settings(settings)
        , m_clock(clock)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        const QDate today = this->today();
        return m_patients.list(request.session, filterOf(request.query), request.query.page())
            .map([&](const auto &page) {
                return listAnswer(
                    request, page, [today](JsonWriter &json, const Patient &patient, const FieldSelection &fields) {
                        writePatient(json, patient, today, fields);
                    });
            });
    }

    Result<ApiAnswer> create(const ApiRequest &request) const
    {
        PatientDraft draft{.consentMethod = ConsentMethod::Api};
        FieldReader reader(request.body);
        reader.require({u"name"_s});
        readPatient(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_patients.create(request.session, draft).map([&](const Patient &patient) {
            ApiAnswer answer = answerOf(patient);
            answer.status = 201;
            answer.headers.append({"Location", "/api/patients/" + QByteArray::number(patient.id.value)});
            return answer;
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const
    {
        return find(request).map([&](const Patient &patient) { return answerOf(patient); });
    }

    Result<ApiAnswer> replace(const ApiRequest &request) const
    {
        return edit(request, [](const Patient &current) {
            // What a patient said about messages is not taken back by leaving it out.
            return PatientDraft{.patientNumber = current.patientNumber,
                .registrationDate = current.registrationDate,
                .consent = current.consent};
        });
    }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return edit(request, [](const Patient &current) { return draftOf(current); });
    }

    Result<ApiAnswer> remove(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Patient &current, qint64 version) -> Result<ApiAnswer> {
                return m_patients.remove(request.session, current.id, version).and_then([&](Removal removal) {
                    return removalAnswer(request, current.id, removal);
                });
            });
    }

    Result<ApiAnswer> history(const ApiRequest &request) const
    {
        return find(request)
            .and_then([&](const Patient &patient) {
                return m_patients.history(request.session, patient.id, request.query.page());
            })
            .map([&](const Page<HistoryItem> &page) {
                return listAnswer(request, page, [](JsonWriter &json, const HistoryItem &item, const FieldSelection &) {
                    writeHistoryItem(json, item);
                });
            });
    }

private:
    // {id} is the row's number, or the hospital's number when it is not made of digits alone.
    Result<Patient> find(const ApiRequest &request) const
    {
        if (const Result<PatientId> row = request.rowId<PatientId>())
            return m_patients.find(request.session, *row);
        return m_patients.findByNumber(request.session, request.id);
    }

    template <typename Start>
    Result<ApiAnswer> edit(const ApiRequest &request, Start start) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const Patient &current, qint64 version) -> Result<ApiAnswer> {
                PatientDraft draft = start(current);
                draft.consentMethod = ConsentMethod::Api;
                FieldReader reader(request.body);
                if (request.http.method == Method::Put)
                    reader.require({u"name"_s});
                readPatient(reader, draft);
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                return m_patients.edit(request.session, current.id, draft, version).map([&](const Patient &patient) {
                    return answerOf(patient);
                });
            });
    }

    Result<ApiAnswer> removalAnswer(const ApiRequest &request, PatientId id, Removal removal) const
    {
        std::optional<Patient> archived;
        if (removal == Removal::Archived) {
            const Result<Patient> patient = m_patients.find(request.session, id);
            if (!patient)
                return tl::unexpected(patient.error());
            archived = *patient;
        }
        JsonWriter json;
        {
            ObjectWriter object(json);
            object.member("result", archived ? u"archived"_s : u"deleted"_s);
            object.begin("patient");
            if (archived)
                writePatient(json, *archived, today());
            else
                json.null();
        }
        return ApiAnswer{.body = json.bytes()};
    }

    ApiAnswer answerOf(const Patient &patient) const
    {
        JsonWriter json;
        writePatient(json, patient, today());
        return {.body = json.bytes(), .version = patient.version};
    }

    static PatientFilter filterOf(const Query &query)
    {
        PatientFilter filter;
        filter.search = query.text(u"q"_s);
        filter.ward = query.text(u"ward"_s);
        filter.language = parseLanguage(query.text(u"language"_s));
        const QString archived = query.text(u"archived"_s);
        filter.archived = archived == u"all" ? std::nullopt : std::optional(archived == u"true");
        filter.activeSince = query.from(u"active_since"_s);
        for (const auto &[key, sort] : sorts) {
            if (query.text(u"sort"_s) == key)
                filter.sort = sort;
        }
        const bool isByName = filter.sort == PatientSort::Name || filter.sort == PatientSort::Number;
        filter.order = orderOf(query, isByName ? SortOrder::Ascending : SortOrder::Descending);
        return filter;
    }

    // Where the hospital is, as an age changes at its midnight.
    QDate today() const
    {
        const QTimeZone zone(m_settings.current().timeZone.toUtf8());
        return zone.isValid() ? m_clock.now().toTimeZone(zone).date() : m_clock.now().date();
    }

    PatientService &m_patients;
    SettingsService &m_settings;
    const Clock &m_clock;
};

QList<QueryParameter> listQuery()
{
    return listParameters(patientSchema())
        + QList<QueryParameter>{
            {.name = u"q"_s,
                .description = u"Words of the name in any order, a number or a telephone number."_s,
                .maximum = 200},
            {.name = u"ward"_s, .description = u"Only this ward."_s, .maximum = 100},
            languageParameter(),
            {.name = u"archived"_s,
                .kind = Kind::Key,
                .description = u"Which records."_s,
                .keys = {u"false"_s, u"true"_s, u"all"_s},
                .defaultValue = u"false"_s},
            {.name = u"active_since"_s, .kind = Kind::Time, .description = u"Seen since this time or day."_s},
            {.name = u"sort"_s,
                .kind = Kind::Key,
                .description
                = u"What to sort by. `name` only together with `q`, otherwise 400: names are stored encrypted and "
                  "are sorted within the result of a search."_s,
                .keys = {u"last_activity"_s, u"number"_s, u"registration"_s, u"name"_s},
                .defaultValue = u"last_activity"_s,
                .needs = {{u"name"_s, u"q"_s}}},
            orderParameter(SortOrder::Descending),
        };
}

} // namespace

Routes patientRoutes(const Services &services, const Clock &clock)
{
    const PatientEndpoint patients(services.patients, services.settings, clock);
    const QString tag = u"patients"_s;
    const QString one = u"/api/patients/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = u"/api/patients"_s,
            .operationId = u"listPatients"_s,
            .summary = u"List or search patients"_s,
            .tag = tag,
            .permission = ReadPatients,
            .handler = [=](const ApiRequest &request) { return patients.list(request); },
            .responseSchema = u"Patient"_s,
            .isList = true,
            .parameters = listQuery()},
        {.method = Method::Post,
            .path = u"/api/patients"_s,
            .operationId = u"createPatient"_s,
            .summary = u"Register a patient"_s,
            .tag = tag,
            .permission = EditPatients,
            .handler = [=](const ApiRequest &request) { return patients.create(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PatientDraft"_s,
            .responseSchema = u"Patient"_s,
            .statuses = {201},
            .failures = {409}},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getPatient"_s,
            .summary = u"Read a patient"_s,
            .tag = tag,
            .permission = ReadPatients,
            .handler = [=](const ApiRequest &request) { return patients.read(request); },
            .responseSchema = u"Patient"_s},
        {.method = Method::Put,
            .path = one,
            .operationId = u"replacePatient"_s,
            .summary = u"Replace a patient's record"_s,
            .tag = tag,
            .permission = EditPatients,
            .handler = [=](const ApiRequest &request) { return patients.replace(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PatientDraft"_s,
            .responseSchema = u"Patient"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changePatient"_s,
            .summary = u"Change some members of a patient's record"_s,
            .tag = tag,
            .permission = EditPatients,
            .handler = [=](const ApiRequest &request) { return patients.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PatientPatch"_s,
            .responseSchema = u"Patient"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Delete,
            .path = one,
            .operationId = u"removePatient"_s,
            .summary = u"Delete a patient without history, archive one with"_s,
            .tag = tag,
            .permission = DeletePatients,
            .handler = [=](const ApiRequest &request) { return patients.remove(request); },
            .responseSchema = u"PatientRemoval"_s,
            .failures = {409},
            .isConditional = true},
        {.method = Method::Get,
            .path = u"/api/patients/{id}/history"_s,
            .operationId = u"getPatientHistory"_s,
            .summary = u"The time line of a patient, newest first"_s,
            .tag = tag,
            .permission = ReadPatients,
            .handler = [=](const ApiRequest &request) { return patients.history(request); },
            .responseSchema = u"HistoryItem"_s,
            .isList = true,
            .parameters = pageParameters()},
    };
}

} // namespace accueil
