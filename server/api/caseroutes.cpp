#include "server/api/caseroutes.h"

#include "server/api/casejson.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;
using Kind = QueryParameter::Kind;

namespace {

QString noteOf(FieldReader &reader)
{
    QString note;
    reader.text(u"note"_s, note);
    return note;
}

class CaseEndpoint
{
public:
    CaseEndpoint(CaseService &cases, const Clock &clock)
        : m_cases(cases)
        , m_clock(clock)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return m_cases.list(request.session, filterOf(request.query), request.query.page()).map([&](const auto &page) {
            return listAnswer(request, page, writeCase);
        });
    }

    Result<ApiAnswer> people(const ApiRequest &request) const
    {
        return m_cases.people(request.session).map([&](const QList<CasePerson> &all) {
            const PageRequest wanted = request.query.page();
            const Page<CasePerson> page{all.mid(wanted.offset, wanted.limit), all.size()};
            return listAnswer(request, page, writeCasePerson);
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const
    {
        return find(request).map([](const CaseFile &file) { return answerOf(file); });
    }

    Result<ApiAnswer> open(const ApiRequest &request) const
    {
        std::optional<int> feedback;
        CaseSeverity severity = CaseSeverity::Normal;
        FieldReader reader(request.body);
        reader.require({u"feedback_id"_s});
        reader.integer(u"feedback_id"_s, feedback);
        reader.enumeration(u"severity"_s, severity, [](const QString &key) { return caseSeverityTable.value(key); });
        const QString note = noteOf(reader);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return m_cases.open(request.session, FeedbackId{feedback.value_or(0)}, severity, note)
            .and_then([&](const Case &opened) { return m_cases.find(request.session, opened.id); })
            .map([](const CaseFile &file) {
                ApiAnswer answer = answerOf(file);
                answer.status = 201;
                answer.headers.append({"Location", "/api/cases/" + QByteArray::number(file.about.id.value)});
                return answer;
            });
    }

    Result<ApiAnswer> acknowledge(const ApiRequest &request) const
    {
        return step(
            request, [&](CaseId id, qint64 version) { return m_cases.acknowledge(request.session, id, version); });
    }

    Result<ApiAnswer> resolve(const ApiRequest &request) const
    {
        CaseResolution resolution;
        FieldReader reader(request.body);
        reader.require({u"outcome"_s});
        reader.enumeration(
            u"outcome"_s, resolution.outcome, [](const QString &key) { return caseOutcomeTable.value(key); });
        resolution.note = noteOf(reader);
        return checked(reader, request,
            [&](CaseId id, qint64 version) { return m_cases.resolve(request.session, id, resolution, version); });
    }

    Result<ApiAnswer> reopen(const ApiRequest &request) const
    {
        FieldReader reader(request.body);
        const QString note = noteOf(reader);
        return checked(reader, request,
            [&](CaseId id, qint64 version) { return m_cases.reopen(request.session, id, note, version); });
    }

    Result<ApiAnswer> addNote(const ApiRequest &request) const
    {
        FieldReader reader(request.body);
        const QString note = noteOf(reader);
        return checked(reader, request, [&](CaseId id, qint64) { return m_cases.addNote(request.session, id, note); });
    }

    Result<ApiAnswer> recordCall(const ApiRequest &request) const
    {
        CallResult result = CallResult::Reached;
        FieldReader reader(request.body);
        reader.require({u"result"_s});
        reader.enumeration(u"result"_s, result, [](const QString &key) { return callResultTable.value(key); });
        const QString note = noteOf(reader);
        return checked(
            reader, request, [&](CaseId id, qint64) { return m_cases.recordCall(request.session, id, result, note); });
    }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        CaseChange change;
        FieldReader reader(request.body);
        readCaseChange(reader, change);
        return checked(reader, request,
            [&](CaseId id, qint64 version) { return m_cases.change(request.session, id, change, version); });
    }

    Result<ApiAnswer> merge(const ApiRequest &request) const
    {
        std::optional<int> into;
        FieldReader reader(request.body);
        reader.require({u"into"_s});
        reader.integer(u"into"_s, into);
        return checked(reader, request, [&](CaseId id, qint64 version) {
            return m_cases.merge(request.session, id, CaseId{into.value_or(0)}, version);
        });
    }

    Result<ApiAnswer> separate(const ApiRequest &request) const
    {
        return step(request, [&](CaseId id, qint64 version) { return m_cases.separate(request.session, id, version); });
    }

    Result<ApiAnswer> rules(const ApiRequest &request) const
    {
        return m_cases.rules(request.session).map([](const CaseRules &rules) { return answerOf(rules); });
    }

    Result<ApiAnswer> replaceRules(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return m_cases.rules(request.session); },
            [&](const CaseRules &current, qint64 version) -> Result<ApiAnswer> {
                CaseRules rules = current;
                FieldReader reader(request.body);
                readCaseRules(reader, rules);
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                rules.version = version;
                return m_cases.saveRules(request.session, rules).map([](const CaseRules &saved) {
                    return answerOf(saved);
                });
            });
    }

private:
    Result<CaseFile> find(const ApiRequest &request) const
    {
        return request.rowId<CaseId>().and_then([&](CaseId id) { return m_cases.find(request.session, id); });
    }

    template <typename Step>
    Result<ApiAnswer> checked(FieldReader &reader, const ApiRequest &request, Step take) const
    {
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        return step(request, take);
    }

    template <typename Step>
    Result<ApiAnswer> step(const ApiRequest &request, Step take) const
    {
        return changeCurrent(
            request, [&] { return find(request).map([](const CaseFile &file) { return file.about; }); },
            [&](const Case &current, qint64 version) -> Result<ApiAnswer> {
                return take(current.id, version)
                    .and_then([&](const Case &after) { return m_cases.find(request.session, after.id); })
                    .map([](const CaseFile &file) { return answerOf(file); });
            });
    }

    static ApiAnswer answerOf(const CaseFile &file)
    {
        JsonWriter json;
        writeCaseFile(json, file);
        return {.body = json.bytes(), .version = file.about.version};
    }

    static ApiAnswer answerOf(const CaseRules &rules)
    {
        JsonWriter json;
        writeCaseRules(json, rules);
        return {.body = json.bytes(), .version = rules.version};
    }

    CaseFilter filterOf(const Query &query) const
    {
        CaseFilter filter{.status = caseStatusTable.value(query.text(u"status"_s)),
            .isUnresolved = query.boolean(u"unresolved"_s).value_or(false),
            .severity = caseSeverityTable.value(query.text(u"severity"_s)),
            .withVoice = query.boolean(u"with_voice"_s).value_or(false),
            .topic = query.text(u"topic"_s),
            .published = query.boolean(u"published"_s)};
        if (query.has(u"ward"_s))
            filter.ward = query.text(u"ward"_s);
        if (const std::optional<qint64> owner = query.integer(u"owner_id"_s))
            filter.owner = UserId{*owner};
        if (query.boolean(u"overdue"_s).value_or(false))
            filter.overdueAt = m_clock.now();
        if (const std::optional<qint64> feedback = query.integer(u"feedback_id"_s))
            filter.feedback = FeedbackId{*feedback};
        return filter;
    }

    CaseService &m_cases;
    const Clock &m_clock;
};

constexpr qint64 largestId = 9'007'199'254'740'991; // that JSON numbers hold exactly

QList<QueryParameter> listQuery()
{
    return listParameters(caseSchema())
        + QList<QueryParameter>{
            {.name = u"status"_s,
                .kind = Kind::Key,
                .description = u"Only in this state."_s,
                .keys = schema::keysOf(caseStatusTable)},
            {.name = u"unresolved"_s, .kind = Kind::Boolean, .description = u"Only what is not resolved."_s},
            {.name = u"severity"_s,
                .kind = Kind::Key,
                .description = u"Only this severity."_s,
                .keys = schema::keysOf(caseSeverityTable)},
            {.name = u"ward"_s, .description = u"Only this ward."_s, .maximum = 100},
            {.name = u"owner_id"_s,
                .kind = Kind::Integer,
                .description = u"Only of this account; 0: nobody's."_s,
                .minimum = 0,
                .maximum = largestId},
            {.name = u"overdue"_s, .kind = Kind::Boolean, .description = u"Only those overdue now."_s},
            {.name = u"with_voice"_s, .kind = Kind::Boolean, .description = u"Only those with a recording."_s},
            {.name = u"topic"_s, .description = u"Only about this topic."_s, .maximum = 40},
            {.name = u"published"_s, .kind = Kind::Boolean, .description = u"Only those on the poster."_s},
            {.name = u"feedback_id"_s,
                .kind = Kind::Integer,
                .description = u"Only the one about this feedback, also where it was merged into another."_s,
                .minimum = 1,
                .maximum = largestId},
        };
}

Route stepRoute(const QString &step, const QString &operationId, const QString &summary, const QString &schema,
    std::function<Result<ApiAnswer>(const ApiRequest &)> handler)
{
    return {.method = Method::Post,
        .path = u"/api/cases/{id}/"_s + step,
        .operationId = operationId,
        .summary = summary,
        .tag = u"cases"_s,
        .permission = Permission::WorkCases,
        .handler = std::move(handler),
        .body = schema.isEmpty() ? BodyKind::None : BodyKind::Json,
        .requestSchema = schema,
        .responseSchema = u"CaseFile"_s,
        .failures = {409},
        .isConditional = true};
}

Routes stepRoutes(const CaseEndpoint &cases)
{
    return {
        stepRoute(u"acknowledge"_s, u"acknowledgeCase"_s, u"Somebody looks after it; nobody's becomes one's own"_s, {},
            [=](const ApiRequest &request) { return cases.acknowledge(request); }),
        stepRoute(u"resolve"_s, u"resolveCase"_s, u"Resolve a case, with its outcome"_s, u"CaseResolution"_s,
            [=](const ApiRequest &request) { return cases.resolve(request); }),
        stepRoute(u"reopen"_s, u"reopenCase"_s, u"Open a resolved case again, with a new deadline"_s, u"CaseNote"_s,
            [=](const ApiRequest &request) { return cases.reopen(request); }),
        stepRoute(u"notes"_s, u"addCaseNote"_s, u"Write a note"_s, u"CaseNote"_s,
            [=](const ApiRequest &request) { return cases.addNote(request); }),
        stepRoute(u"calls"_s, u"recordCaseCall"_s, u"Write down a call to a patient who asked for it"_s, u"CaseCall"_s,
            [=](const ApiRequest &request) { return cases.recordCall(request); }),
        stepRoute(u"merge"_s, u"mergeCase"_s, u"Work on it as another case about the same thing"_s, u"CaseMerge"_s,
            [=](const ApiRequest &request) { return cases.merge(request); }),
        stepRoute(u"separate"_s, u"separateCase"_s, u"Undo a merge, with new deadlines"_s, {},
            [=](const ApiRequest &request) { return cases.separate(request); }),
    };
}

Routes rulesRoutes(const CaseEndpoint &cases)
{
    const QString path = u"/api/case-rules"_s;
    return {
        {.method = Method::Get,
            .path = path,
            .operationId = u"getCaseRules"_s,
            .summary = u"What opens a case, its deadlines, and its owner by ward"_s,
            .tag = u"cases"_s,
            .permission = Permission::WorkCases,
            .handler = [=](const ApiRequest &request) { return cases.rules(request); },
            .responseSchema = u"CaseRules"_s},
        {.method = Method::Put,
            .path = path,
            .operationId = u"replaceCaseRules"_s,
            .summary = u"Replace them; a rule that is not named is off"_s,
            .tag = u"cases"_s,
            .permission = Permission::ManageCases,
            .handler = [=](const ApiRequest &request) { return cases.replaceRules(request); },
            .body = BodyKind::Json,
            .requestSchema = u"CaseRules"_s,
            .responseSchema = u"CaseRules"_s,
            .isConditional = true},
    };
}

} // namespace

Routes caseRoutes(const Services &services, const Clock &clock)
{
    const CaseEndpoint cases(services.cases, clock);
    const QString tag = u"cases"_s;
    const QString all = u"/api/cases"_s;
    const QString one = u"/api/cases/{id}"_s;
    using enum Permission;
    return Routes{
               {.method = Method::Get,
                   .path = all,
                   .operationId = u"listCases"_s,
                   .summary = u"List cases by deadline, the next one first; without merged ones"_s,
                   .tag = tag,
                   .permission = WorkCases,
                   .handler = [=](const ApiRequest &request) { return cases.list(request); },
                   .responseSchema = u"Case"_s,
                   .isList = true,
                   .parameters = listQuery()},
               {.method = Method::Post,
                   .path = all,
                   .operationId = u"openCase"_s,
                   .summary = u"Open a case by hand, however old the feedback is"_s,
                   .tag = tag,
                   .permission = WorkCases,
                   .handler = [=](const ApiRequest &request) { return cases.open(request); },
                   .body = BodyKind::Json,
                   .requestSchema = u"CaseDraft"_s,
                   .responseSchema = u"CaseFile"_s,
                   .statuses = {201},
                   .failures = {404, 409}},
               {.method = Method::Get,
                   .path = u"/api/case-people"_s,
                   .operationId = u"listCasePeople"_s,
                   .summary = u"Accounts that may own cases"_s,
                   .tag = tag,
                   .permission = WorkCases,
                   .handler = [=](const ApiRequest &request) { return cases.people(request); },
                   .responseSchema = u"CasePerson"_s,
                   .isList = true,
                   .parameters = pageParameters()},
               {.method = Method::Get,
                   .path = one,
                   .operationId = u"getCase"_s,
                   .summary = u"Read a case and what was done about it"_s,
                   .tag = tag,
                   .permission = WorkCases,
                   .handler = [=](const ApiRequest &request) { return cases.read(request); },
                   .responseSchema = u"CaseFile"_s},
               {.method = Method::Patch,
                   .path = one,
                   .operationId = u"changeCase"_s,
                   .summary = u"Hand it over, say how grave it is, or, as a manager, what the poster says of it"_s,
                   .tag = tag,
                   .permission = WorkCases,
                   .handler = [=](const ApiRequest &request) { return cases.change(request); },
                   .body = BodyKind::Json,
                   .requestSchema = u"CasePatch"_s,
                   .responseSchema = u"CaseFile"_s,
                   .failures = {409},
                   .isConditional = true},
           }
    + stepRoutes(cases) + rulesRoutes(cases);
}

} // namespace accueil
