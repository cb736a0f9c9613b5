#include "app/services/caseservice.h"

#include "app/domain/fieldrules.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A text that people write about a case.
Result<QString> noteOf(const QString &typed)
{
    const QString note = cleanText(typed);
    FieldRules rules;
    rules.required(u"note"_s, note);
    rules.text(u"note"_s, note, longestCaseNote);
    if (!rules.errors().isEmpty())
        return fail(ErrorCode::Invalid, rules.errors());
    return note;
}

QDateTime hoursFrom(const QDateTime &now, int hours)
{
    return now.addSecs(qint64(hours) * 3600);
}

} // namespace

CaseService::CaseService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_cases(database, cipher)
    , m_rules(database)
    , m_news(database)
    , m_feedback(database, cipher)
    , m_patients(database, cipher)
    , m_audit(database)
    , m_intake(database, cipher, clock)
{
}

Result<Page<CaseCard>> CaseService::list(const Session &who, const CaseFilter &filter, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    const Page<Case> cases = m_cases.list(filter, page);
    QList<FeedbackId> ids;
    for (const Case &about : cases.items)
        ids += about.feedback;
    QHash<FeedbackId, Feedback> feedback;
    for (Feedback &row : m_feedback.load(ids))
        feedback.insert(row.id, std::move(row));
    Page<CaseCard> cards{.items = {}, .total = cases.total};
    for (const Case &about : cases.items) {
        if (feedback.contains(about.feedback)) // not removed in this moment
            cards.items += CaseCard{about, feedback.value(about.feedback)};
    }
    return cards;
}

Result<CaseCounts> CaseService::counts(const Session &who)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    CaseCounts counts{.open = m_cases.count({.status = CaseStatus::Open}),
        .acknowledged = m_cases.count({.status = CaseStatus::Acknowledged}),
        .overdue = m_cases.count({.overdueAt = m_clock.now()})};
    if (who.user)
        counts.mine = m_cases.count({.isUnresolved = true, .owner = who.user});
    return counts;
}

Result<CaseFile> CaseService::find(const Session &who, CaseId id)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Case> about = m_cases.find(id);
    const std::optional<Feedback> feedback = about ? m_feedback.find(about->feedback) : std::nullopt;
    if (!feedback)
        return fail(ErrorCode::NotFound);
    CaseFile file{.about = *about, .feedback = *feedback, .events = m_cases.events(id)};
    constexpr int most = 100;
    file.merged = m_cases.list({.mergedInto = id}, {most, 0}).items;
    if (feedback->callbackRequested) {
        file.callNumber = feedback->phoneNumber;
        if (file.callNumber.isEmpty() && feedback->patient)
            file.callNumber = m_patients.find(*feedback->patient).value_or(Patient{}).phoneNumber;
    }
    return file;
}

Result<QList<CasePerson>> CaseService::people(const Session &who)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    return m_rules.people();
}

Result<Case> CaseService::open(const Session &who, FeedbackId feedbackId, CaseSeverity severity, const QString &note)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    const QString words = cleanText(note);
    FieldRules check;
    check.text(u"note"_s, words, longestCaseNote);
    if (!check.errors().isEmpty())
        return fail(ErrorCode::Invalid, check.errors());
    Transaction transaction{m_database};
    const std::optional<Feedback> feedback = m_feedback.findForUpdate(feedbackId);
    if (!feedback)
        return fail(ErrorCode::NotFound);
    const CaseFinding finding{{CaseReason::Person}, severity};
    if (m_cases.hasCase(feedbackId) || !m_intake.open(who, *feedback, finding, m_rules.load(), words))
        return fail(ErrorCode::Conflict, {{u"feedback_id"_s, u"taken"_s}});
    const Page<Case> opened = m_cases.list({.feedback = feedbackId}, {1, 0});
    transaction.commit();
    Q_EMIT m_events.casesChanged();
    return opened.items.at(0);
}

Result<Case> CaseService::step(const Session &who, CaseId id, Version expected, const Step &step)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const std::optional<Case> before = m_cases.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expected && *expected != before->version)
        return fail(ErrorCode::VersionMismatch);
    Case after = *before;
    CaseEvent event{.about = id, .at = now, .actorName = who.username};
    if (who.user)
        event.actor = who.user;
    if (before->mergedInto) { // only separate() takes it out again, and clears that
        after.mergedInto.reset();
        if (const auto done = step(after, event); !done || event.kind != CaseEventKind::Separated)
            return done ? fail(ErrorCode::Conflict) : tl::unexpected(done.error());
    } else if (const auto done = step(after, event); !done) {
        return tl::unexpected(done.error());
    }
    if (event.kind == CaseEventKind::Edited && event.detail.isEmpty())
        return *before;
    after.updatedAt = now;
    after.version = before->version + 1;
    m_cases.update(*before, after);
    m_cases.append(event);
    m_audit.append(auditEntry(who, now, caseEventKindTable.key(event.kind), u"case"_s, id.value, event.detail));
    const Case stored = m_cases.find(id).value();
    transaction.commit();
    Q_EMIT m_events.casesChanged();
    return stored;
}

Result<Case> CaseService::acknowledge(const Session &who, CaseId id, Version expected)
{
    return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
        if (about.status != CaseStatus::Open)
            return fail(ErrorCode::Conflict);
        about.status = CaseStatus::Acknowledged;
        about.acknowledgedAt = event.at;
        if (!about.owner && event.actor)
            about.owner = event.actor;
        event.kind = CaseEventKind::Acknowledged;
        return {};
    });
}

Result<Case> CaseService::resolve(const Session &who, CaseId id, const CaseResolution &resolution, Version expected)
{
    return noteOf(resolution.note).and_then([&](const QString &note) {
        return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
            if (!isAllowed(about.status, CaseStatus::Resolved))
                return fail(ErrorCode::Conflict);
            about.status = CaseStatus::Resolved;
            about.resolvedAt = event.at;
            if (!about.acknowledgedAt)
                about.acknowledgedAt = event.at;
            if (!about.owner && event.actor)
                about.owner = event.actor;
            about.outcome = resolution.outcome;
            event.kind = CaseEventKind::Resolved;
            event.detail = caseOutcomeTable.key(resolution.outcome);
            event.note = note;
            return {};
        });
    });
}

Result<Case> CaseService::reopen(const Session &who, CaseId id, const QString &typed, Version expected)
{
    return noteOf(typed).and_then([&](const QString &note) {
        return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
            if (about.status != CaseStatus::Resolved)
                return fail(ErrorCode::Conflict);
            about.status = CaseStatus::Acknowledged;
            about.resolvedAt.reset();
            about.outcome.reset();
            about.isPublished = false;
            about.escalation = CaseEscalation::None;
            about.resolveBy = hoursFrom(event.at, m_rules.load().resolveHours);
            ++about.reopened;
            event.kind = CaseEventKind::Reopened;
            event.note = note;
            if (about.owner != event.actor)
                m_intake.tell(about, CaseNewsKind::Reopened, m_intake.readersOf(about));
            return {};
        });
    });
}

Result<Case> CaseService::addNote(const Session &who, CaseId id, const QString &typed)
{
    return noteOf(typed).and_then([&](const QString &note) {
        return step(who, id, {}, [&](Case &, CaseEvent &event) -> Result<void> {
            event.kind = CaseEventKind::Note;
            event.note = note;
            return {};
        });
    });
}

Result<Case> CaseService::recordCall(const Session &who, CaseId id, CallResult result, const QString &typed)
{
    const Result<CaseFile> file = find(who, id);
    if (!file)
        return tl::unexpected(file.error());
    const QString note = cleanText(typed);
    FieldRules check;
    check.text(u"note"_s, note, longestCaseNote);
    if (file->callNumber.isEmpty())
        check.add(u"result"_s, u"noCallback"_s);
    if (!check.errors().isEmpty())
        return fail(ErrorCode::Invalid, check.errors());
    return step(who, id, {}, [&](Case &, CaseEvent &event) -> Result<void> {
        event.kind = CaseEventKind::Call;
        event.detail = callResultTable.key(result);
        event.note = note;
        return {};
    });
}

Result<Case> CaseService::merge(const Session &who, CaseId id, CaseId into, Version expected)
{
    if (id == into)
        return fail(ErrorCode::Conflict);
    return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
        const std::optional<Case> other = m_cases.findForUpdate(into);
        if (!other)
            return fail(ErrorCode::Invalid, {{u"into"_s, u"unknownValue"_s}});
        if (about.status == CaseStatus::Resolved || other->status == CaseStatus::Resolved || other->mergedInto)
            return fail(ErrorCode::Conflict);
        about.mergedInto = into;
        event.kind = CaseEventKind::Merged;
        event.detail = caseNumber(into);
        m_cases.moveMerged(id, into);
        Case changed = *other;
        changed.severity = std::min(other->severity, about.severity);
        changed.updatedAt = event.at;
        ++changed.version;
        m_cases.update(*other, changed);
        CaseEvent there = event;
        there.about = into;
        there.detail = caseNumber(id);
        m_cases.append(there);
        return {};
    });
}

Result<Case> CaseService::separate(const Session &who, CaseId id, Version expected)
{
    return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
        const std::optional<Case> stored = m_cases.find(id);
        if (!stored || !stored->mergedInto)
            return fail(ErrorCode::Conflict);
        const CaseRules rules = m_rules.load();
        about.acknowledgeBy = hoursFrom(event.at, rules.acknowledgeHours);
        about.resolveBy = hoursFrom(event.at, rules.resolveHours);
        about.escalation = CaseEscalation::None;
        event.kind = CaseEventKind::Separated;
        event.detail = caseNumber(*stored->mergedInto);
        return {};
    });
}

Result<CaseRules> CaseService::rules(const Session &who)
{
    if (const auto allowed = require(who, Permission::WorkCases); !allowed)
        return tl::unexpected(allowed.error());
    return m_rules.load();
}

Result<CaseRules> CaseService::saveRules(const Session &who, const CaseRules &wanted)
{
    if (const auto allowed = require(who, Permission::ManageCases); !allowed)
        return tl::unexpected(allowed.error());
    const CaseRules rules = cleaned(wanted);
    QList<FieldError> errors = validate(rules);
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const CaseRules before = m_rules.load();
    for (auto owner = rules.owners.begin(); owner != rules.owners.end(); ++owner) {
        // One who was there before may have been deactivated since; that need not be mended to change something else.
        if (before.owners.value(owner.key()) != *owner && !m_rules.isPerson(*owner)) {
            errors.append({u"owners"_s, u"unknownValue"_s});
            break;
        }
    }
    if (!errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    if (!m_rules.save(rules, now))
        return fail(ErrorCode::VersionMismatch);
    m_audit.append(auditEntry(who, now, u"edited"_s, u"case_rules"_s));
    const CaseRules stored = m_rules.load();
    transaction.commit();
    Q_EMIT m_events.casesChanged();
    return stored;
}

} // namespace accueil
