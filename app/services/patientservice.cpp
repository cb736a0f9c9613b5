#include "app/services/patientservice.h"

#include "app/domain/phonenumber.h"
#include "app/services/againafterconflict.h"
#include "app/services/changedfields.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDuplicates = 5;
// An age that is said to be 40 may be anything near it.
constexpr int estimateTolerance = 5; // years

ChangedFields changes(const Patient &before, const Patient &after)
{
    ChangedFields fields;
    fields.compare("patient_id", before.patientNumber, after.patientNumber);
    fields.compare("name", before.name, after.name);
    fields.compare("email", before.email, after.email);
    fields.compare("phone_number", before.phoneNumber, after.phoneNumber);
    fields.compare("birth_date", before.birthDate, after.birthDate);
    fields.compare("birth_year", std::pair(before.birthYear, before.birthYearEstimated),
        std::pair(after.birthYear, after.birthYearEstimated));
    fields.compare("gender", before.gender, after.gender);
    fields.compare("condition", before.condition, after.condition);
    fields.compare("preferred_language", before.preferredLanguage, after.preferredLanguage);
    fields.compare("ward", before.ward, after.ward);
    fields.compare("registration_date", before.registrationDate, after.registrationDate);
    fields.compare("consent", before.consent, after.consent);
    fields.compare("phone_is_shared", before.phoneIsShared, after.phoneIsShared);
    fields.compare("archived", before.archived, after.archived);
    fields.compare("user_id", before.user, after.user);
    return fields;
}

bool birthYearsContradict(const Patient &a, const Patient &b)
{
    if (!a.birthYear || !b.birthYear)
        return false;
    const int apart = qAbs(*a.birthYear - *b.birthYear);
    return apart > (a.birthYearEstimated || b.birthYearEstimated ? estimateTolerance : 0);
}

} // namespace

PatientService::PatientService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_patients(database, cipher)
    , m_search(database, cipher)
    , m_feedback(database, cipher)
    , m_reminders(database, cipher)
    , m_attempts(database)
    , m_history(database)
    , m_audit(database)
    , m_consents(database, cipher, clock)
{
}

Result<Patient> PatientService::create(const Session &who, const PatientDraft &draft)
{
    if (const auto allowed = require(who, Permission::EditPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> broken = validate(draft, m_clock.now()); !broken.isEmpty())
        return fail(ErrorCode::Invalid, broken);
    const Result<Created> created = againAfterConflict([&] {
        Transaction transaction{m_database};
        Result<Created> answer = createInTransaction(who, draft);
        if (answer)
            transaction.commit();
        return answer;
    });
    if (!created)
        return tl::unexpected(created.error());
    tell(created->patient.id, created->linked);
    return created->patient;
}

QList<Result<Patient>> PatientService::createBatch(const Session &who, const QList<PatientDraft> &drafts)
{
    QList<Result<Patient>> answers;
    if (const auto allowed = require(who, Permission::EditPatients); !allowed) {
        answers.fill(tl::unexpected(allowed.error()), drafts.size());
        return answers;
    }
    return againAfterConflict([&] {
        answers.clear();
        Transaction transaction{m_database};
        for (const PatientDraft &draft : drafts) {
            const QList<FieldError> broken = validate(draft, m_clock.now());
            answers += broken.isEmpty()
                ? createInTransaction(who, draft).map([](const Created &created) { return created.patient; })
                : Result<Patient>(fail(ErrorCode::Invalid, broken));
        }
        transaction.commit();
        return answers;
    });
}

QList<FieldError> PatientService::brokenRules(const PatientDraft &draft) const
{
    return validate(draft, m_clock.now());
}

Result<PatientService::Created> PatientService::createInTransaction(const Session &who, const PatientDraft &draft)
{
    const QDateTime now = m_clock.now();
    Patient patient = applied(draft, {}, now);
    if (const QList<FieldError> conflict = conflicts(patient, {}); !conflict.isEmpty())
        return fail(ErrorCode::Conflict, conflict);
    if (patient.patientNumber.isEmpty())
        patient.patientNumber = m_patients.nextFreeNumber();
    patient.id = m_patients.nextId();
    patient.lastActivity = now;
    patient.updatedAt = now;
    const QMap<Channel, ConsentMethod> stops = m_consents.takeOverStops({}, patient);
    m_patients.insert(patient);
    m_consents.write(who, draft.consentMethod, {}, patient, stops);
    audit(who, u"created"_s, patient.id);
    QList<FeedbackId> linked = takeOverFeedback(who, patient);
    return Created{std::move(patient), std::move(linked)};
}

QList<FeedbackId> PatientService::takeOverFeedback(const Session &who, const Patient &patient)
{
    m_feedback.lockReference(patient.patientNumber);
    const QList<FeedbackId> linked = m_feedback.link(patient.patientNumber, patient.id, m_clock.now());
    if (!linked.isEmpty())
        audit(who, u"matched"_s, patient.id, u"feedback: %1"_s.arg(linked.size()));
    return linked;
}

// What the store would refuse; two desks that do it in the same moment still meet its constraints.
QList<FieldError> PatientService::conflicts(const Patient &patient, const Patient &before)
{
    QList<FieldError> conflicts;
    if (!patient.patientNumber.isEmpty() && patient.patientNumber != before.patientNumber
        && m_patients.idOf(patient.patientNumber))
        conflicts += FieldError{u"patient_id"_s, u"taken"_s};
    if (patient.user && patient.user != before.user && !m_patients.userExists(*patient.user))
        conflicts += FieldError{u"user_id"_s, u"unknownValue"_s};
    return conflicts;
}

Result<Patient> PatientService::find(const Session &who, PatientId id)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Patient> patient = m_patients.find(id);
    if (!patient)
        return fail(ErrorCode::NotFound);
    return *patient;
}

Result<Patient> PatientService::findByNumber(const Session &who, const QString &patientNumber)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<PatientId> id = m_patients.idOf(normalisedPatientNumber(patientNumber));
    return id ? find(who, *id) : Result<Patient>(fail(ErrorCode::NotFound));
}

Result<Patient> PatientService::edit(
    const Session &who, PatientId id, const PatientDraft &draft, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::EditPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> broken = validate(draft, m_clock.now()); !broken.isEmpty())
        return fail(ErrorCode::Invalid, broken);
    const Result<Edited> edited = againAfterConflict([&] {
        Transaction transaction{m_database};
        Result<Edited> answer = editInTransaction(who, id, draft, expectedVersion);
        if (answer)
            transaction.commit();
        return answer;
    });
    if (!edited)
        return tl::unexpected(edited.error());
    if (edited->changed)
        tell(id, edited->linked);
    return edited->patient;
}

Result<PatientService::Edited> PatientService::editInTransaction(
    const Session &who, PatientId id, const PatientDraft &draft, std::optional<qint64> expectedVersion)
{
    const QDateTime now = m_clock.now();
    const std::optional<Patient> before = m_patients.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    Patient after = applied(draft, *before, now);
    if (const QList<FieldError> forbidden = m_consents.forbidden(*before, after); !forbidden.isEmpty())
        return fail(ErrorCode::Invalid, forbidden);
    const QMap<Channel, ConsentMethod> stops = m_consents.takeOverStops(*before, after);
    const ChangedFields changed = changes(*before, after);
    if (changed.isEmpty())
        return Edited{.patient = *before};
    if (const QList<FieldError> conflict = conflicts(after, *before); !conflict.isEmpty())
        return fail(ErrorCode::Conflict, conflict);
    after.lastActivity = std::max(now, before->lastActivity);
    after.updatedAt = now;
    after.version = before->version + 1;
    m_patients.update(*before, after);
    m_consents.write(who, draft.consentMethod, *before, after, stops);
    audit(who, u"edited"_s, id, changed.text());
    const bool renumbered = after.patientNumber != before->patientNumber;
    return Edited{
        .patient = after,
        .changed = true,
        .linked = renumbered ? takeOverFeedback(who, after) : QList<FeedbackId>{},
    };
}

Result<Removal> PatientService::remove(const Session &who, PatientId id, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::DeletePatients); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    const std::optional<Patient> before = m_patients.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    const Removal removal = m_patients.hasHistory(id) ? Removal::Archived : Removal::Deleted;
    if (removal == Removal::Deleted) {
        m_patients.remove(*before);
        audit(who, u"deleted"_s, id);
    } else if (!before->archived) {
        Patient after = *before;
        after.archived = true;
        after.updatedAt = m_clock.now();
        ++after.version;
        m_patients.update(*before, after);
        audit(who, u"archived"_s, id);
    }
    transaction.commit();
    tell(id, {});
    return removal;
}

Result<Page<Patient>> PatientService::list(const Session &who, const PatientFilter &filter, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (filter.search.trimmed().isEmpty())
        return m_patients.list(filter, page);
    const Page<PatientId> found = m_search.find(filter, page);
    return Page<Patient>{.items = m_patients.load(found.items), .total = found.total};
}

Result<QList<Patient>> PatientService::possibleDuplicates(
    const Session &who, const PatientDraft &draft, std::optional<PatientId> except)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    // A draft that is still being typed: what cannot be read yet is not compared.
    PatientDraft readable = draft;
    if (!PhoneNumber::parse(draft.phoneNumber.trimmed(), {}))
        readable.phoneNumber.clear();
    const Patient wanted = applied(readable, {}, m_clock.now());
    QList<Patient> duplicates;
    const auto add = [&](const QList<PatientId> &ids, bool byName) {
        const QList<Patient> patients = m_patients.load(ids);
        for (const Patient &patient : patients) {
            const bool known = std::any_of(
                duplicates.begin(), duplicates.end(), [&](const Patient &other) { return other.id == patient.id; });
            if (!known && patient.id != except && !(byName && birthYearsContradict(wanted, patient)))
                duplicates += patient;
        }
    };
    if (!wanted.phoneNumber.isEmpty())
        add(m_search.withPhone(wanted.phoneNumber), false);
    if (!wanted.name.isEmpty() && duplicates.size() < mostDuplicates)
        add(m_search.withWords(wanted.name), true);
    return duplicates.first(std::min(duplicates.size(), mostDuplicates));
}

Result<Page<HistoryItem>> PatientService::history(const Session &who, PatientId id, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (!m_patients.find(id))
        return fail(ErrorCode::NotFound);
    QList<HistoryQueries::Kind> kinds{HistoryQueries::Kind::Edit};
    if (who.may(Permission::ReadFeedback))
        kinds << HistoryQueries::Kind::Feedback << HistoryQueries::Kind::FeedbackEdit;
    if (who.may(Permission::ReadReminders))
        kinds << HistoryQueries::Kind::Reminder << HistoryQueries::Kind::Attempt << HistoryQueries::Kind::ReminderEdit;
    const Page<HistoryQueries::Entry> entries = m_history.entries(id, kinds, page);
    return Page<HistoryItem>{.items = historyItems(entries.items), .total = entries.total};
}

QList<HistoryItem> PatientService::historyItems(const QList<HistoryQueries::Entry> &entries)
{
    using enum HistoryQueries::Kind;
    const auto isEdit = [](const HistoryQueries::Entry &entry) {
        return entry.kind == Edit || entry.kind == FeedbackEdit || entry.kind == ReminderEdit;
    };
    QList<FeedbackId> feedbackIds;
    QList<qint64> auditIds;
    for (const HistoryQueries::Entry &entry : entries) {
        if (entry.kind == Feedback)
            feedbackIds += FeedbackId{entry.id};
        else if (isEdit(entry))
            auditIds += entry.id;
    }
    QHash<qint64, accueil::Feedback> feedback;
    for (accueil::Feedback &row : m_feedback.load(feedbackIds))
        feedback.insert(row.id.value, std::move(row));
    QHash<qint64, AuditEntry> audits;
    for (AuditEntry &row : m_audit.load(auditIds))
        audits.insert(row.id, std::move(row));

    QList<HistoryItem> items;
    for (const HistoryQueries::Entry &entry : entries) {
        if (entry.kind == Feedback && feedback.contains(entry.id)) {
            items += HistoryItem{entry.at, feedback.take(entry.id)};
        } else if (isEdit(entry) && audits.contains(entry.id)) {
            items += HistoryItem{entry.at, audits.take(entry.id)};
        } else if (entry.kind == Reminder) {
            if (const auto reminder = m_reminders.find({entry.id}))
                items += HistoryItem{entry.at, *reminder};
        } else if (entry.kind == Attempt) {
            const QList<accueil::Attempt> attempts = m_attempts.ofReminder({entry.owner});
            for (const accueil::Attempt &attempt : attempts) {
                if (attempt.id.value == entry.id)
                    items += HistoryItem{entry.at, AttemptOfReminder{attempt, {entry.owner}}};
            }
        }
    }
    return items;
}

Result<QStringList> PatientService::wards(const Session &who)
{
    if (const auto allowed = require(who, Permission::SignedIn); !allowed)
        return tl::unexpected(allowed.error());
    return m_patients.wards();
}

void PatientService::audit(const Session &who, const QString &action, PatientId about, const QString &detail)
{
    m_audit.append({
        .at = m_clock.now(),
        .actor = who.user.value,
        .actorName = who.username,
        .action = action,
        .entity = u"patient"_s,
        .entityId = about.value,
        .detail = detail,
    });
}

void PatientService::tell(PatientId id, const QList<FeedbackId> &linked)
{
    Q_EMIT m_events.patientChanged(id);
    for (FeedbackId feedback : linked)
        Q_EMIT m_events.feedbackChanged(feedback);
}

} // namespace accueil
