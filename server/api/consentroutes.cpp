#include "server/api/consentroutes.h"

#include "app/services/consentservice.h"
#include "app/services/inboundmessageservice.h"
#include "app/services/patientservice.h"
#include "server/api/consentjson.h"
#include "server/api/listing.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

class ConsentEndpoint
{
public:
    explicit ConsentEndpoint(const Services &services)
        : m_patients(services.patients)
        , m_consents(services.consents)
        , m_inbound(services.inbound)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return patientOf(request)
            .and_then([&](PatientId id) { return m_consents.log(request.session, id, request.query.page()); })
            .map([&](const Page<ConsentEntry> &page) {
                return listAnswer(
                    request, page, [](JsonWriter &json, const ConsentEntry &entry, const FieldSelection &) {
                        writeConsentEntry(json, entry);
                    });
            });
    }

    Result<ApiAnswer> record(const ApiRequest &request) const
    {
        ConsentDraft draft;
        FieldReader reader(request.body);
        readConsentDraft(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        const Result<PatientId> id = patientOf(request);
        if (!id)
            return tl::unexpected(id.error());
        return m_consents.record(request.session, *id, draft).and_then([&](const Patient &patient) {
            return m_consents.log(request.session, patient.id, {.limit = 1}).map([&](const Page<ConsentEntry> &last) {
                JsonWriter json;
                writeConsentEntry(json, last.items.first());
                const QByteArray place = "/api/patients/" + QByteArray::number(patient.id.value) + "/consents";
                return ApiAnswer{.status = 201, .body = json.bytes(), .headers = {{"Location", place}}};
            });
        });
    }

    Result<ApiAnswer> inbound(const ApiRequest &request) const
    {
        return m_inbound.list(request.session, request.query.page()).map([&](const Page<InboundMessage> &page) {
            return listAnswer(
                request, page, [](JsonWriter &json, const InboundMessage &message, const FieldSelection &) {
                    writeInboundMessage(json, message);
                });
        });
    }

private:
    Result<PatientId> patientOf(const ApiRequest &request) const
    {
        if (const Result<PatientId> row = request.rowId<PatientId>())
            return *row;
        return m_patients.findByNumber(request.session, request.id).map([](const Patient &patient) {
            return patient.id;
        });
    }

    PatientService &m_patients;
    ConsentService &m_consents;
    InboundMessageService &m_inbound;
};

} // namespace

Routes consentRoutes(const Services &services)
{
    const ConsentEndpoint consents(services);
    const QString path = u"/api/patients/{id}/consents"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = path,
            .operationId = u"listConsents"_s,
            .summary = u"Every word of a patient about messages, with who, when and how, newest first"_s,
            .tag = u"patients"_s,
            .permission = ReadPatients,
            .handler = [=](const ApiRequest &request) { return consents.list(request); },
            .responseSchema = u"Consent"_s,
            .isList = true,
            .parameters = pageParameters()},
        {.method = Method::Post,
            .path = path,
            .operationId = u"recordConsent"_s,
            .summary = u"Record what a patient said about messages; new consent undoes a stop"_s,
            .tag = u"patients"_s,
            .permission = EditPatients,
            .handler = [=](const ApiRequest &request) { return consents.record(request); },
            .body = BodyKind::Json,
            .requestSchema = u"ConsentDraft"_s,
            .responseSchema = u"Consent"_s,
            .statuses = {201}},
        {.method = Method::Get,
            .path = u"/api/inbound-messages"_s,
            .operationId = u"listInboundMessages"_s,
            .summary = u"What patients sent by SMS and pressed in calls, newest first"_s,
            .tag = u"feedback"_s,
            .permission = ReadFeedback,
            .handler = [=](const ApiRequest &request) { return consents.inbound(request); },
            .responseSchema = u"InboundMessage"_s,
            .isList = true,
            .parameters = pageParameters()},
    };
}

} // namespace accueil
