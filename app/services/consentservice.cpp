#include "app/services/consentservice.h"

#include "app/services/unsubscribing.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// What patients do by themselves has no user.
const Session nobody{};

// The ways that someone of the hospital can vouch for.
bool isWitnessed(ConsentMethod method)
{
    return method != ConsentMethod::Provider && method != ConsentMethod::Import;
}

Consent refusedAt(Consent consent, Channel channel)
{
    for (const auto &purpose : purposeTable.rows)
        consent.insert({channel, purpose.value}, ConsentState::Refused);
    return consent;
}

Consent changedBy(Consent consent, const ConsentWords &words)
{
    for (auto word = words.cbegin(); word != words.cend(); ++word) {
        if (*word)
            consent.insert(word.key(), **word);
        else
            consent.remove(word.key());
    }
    return consent;
}

} // namespace

ConsentService::ConsentService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_ledger(database, cipher, clock)
    , m_patients(database, cipher)
    , m_search(database, cipher)
    , m_audit(database)
{
}

Result<Patient> ConsentService::record(const Session &who, PatientId id, const ConsentDraft &draft)
{
    if (const auto allowed = require(who, Permission::EditPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (!isWitnessed(draft.method))
        return fail(ErrorCode::Invalid, {{u"method"_s, u"unknownValue"_s}});
    Transaction transaction{m_database};
    const std::optional<Patient> before = m_patients.findForUpdate(id);
    if (!before)
        return fail(ErrorCode::NotFound);
    const bool isStop = draft.state == ConsentState::Refused && !draft.purpose;
    if (const QString address = addressOf(*before, draft.channel);
        draft.state == ConsentState::Granted && !address.isEmpty())
        m_ledger.repository().removeStop(draft.channel, address, m_clock.now());
    // Written down also when it says again what was known: that is when it was last asked.
    ConsentWords words;
    for (const auto &purpose : purposeTable.rows) {
        if (!draft.purpose || *draft.purpose == purpose.value)
            words.insert({draft.channel, purpose.value}, draft.state);
    }
    m_ledger.write(who, draft.method, id, words, isStop ? consentdetail::stop : QStringView(), m_clock.now());
    update(who, *before, changedBy(before->consent, words));
    const Patient after = m_patients.find(id).value();
    transaction.commit();
    tell({id});
    return after;
}

Result<Page<ConsentEntry>> ConsentService::log(const Session &who, PatientId id, const PageRequest &page)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    if (!m_patients.find(id))
        return fail(ErrorCode::NotFound);
    return m_ledger.repository().list(id, page);
}

Result<QList<ConsentStanding>> ConsentService::standing(const Session &who, PatientId id)
{
    if (const auto allowed = require(who, Permission::ReadPatients); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Patient> patient = m_patients.find(id);
    if (!patient)
        return fail(ErrorCode::NotFound);
    const auto last = m_ledger.repository().last(id);
    QList<ConsentStanding> all;
    for (const auto &channel : channelTable.rows) {
        for (const auto &purpose : purposeTable.rows) {
            ConsentStanding standing{.channel = channel.value, .purpose = purpose.value};
            const std::pair key{channel.value, purpose.value};
            if (const auto state = patient->consent.constFind(key); state != patient->consent.cend())
                standing.state = *state;
            // What the record says may be older than the log.
            if (const auto said = last.constFind(key); said != last.cend() && said->state == standing.state)
                standing.said = *said;
            all += standing;
        }
    }
    return all;
}

void ConsentService::recordOptOut(Channel channel, const QString &address, ConsentMethod method,
    std::optional<PatientId> patient, std::optional<QDateTime> saidAt)
{
    Transaction transaction{m_database};
    const QList<PatientId> changed = optOut(channel, address, method, patient, saidAt);
    transaction.commit();
    tell(changed);
}

QList<PatientId> ConsentService::optOut(Channel channel, const QString &address, ConsentMethod method,
    std::optional<PatientId> patient, std::optional<QDateTime> saidAt)
{
    QList<PatientId> changed;
    const QDateTime at = saidAt.value_or(m_clock.now());
    m_ledger.repository().addStop(channel, address, at, method);
    for (const PatientId id : patientsAt(channel, address, patient)) {
        const std::optional<Patient> before = m_patients.findForUpdate(id);
        if (!before)
            continue;
        const Consent refused = refusedAt(before->consent, channel);
        if (refused == before->consent)
            continue;
        m_ledger.write(nobody, method, id, differences(before->consent, refused), consentdetail::stop, at);
        update(nobody, *before, refused);
        changed += id;
    }
    return changed;
}

void ConsentService::recordOptIn(
    Channel channel, const QString &address, ConsentMethod method, std::optional<QDateTime> saidAt)
{
    QList<PatientId> changed;
    const QDateTime at = saidAt.value_or(m_clock.now());
    Transaction transaction{m_database};
    if (!m_ledger.repository().removeStop(channel, address, at))
        return;
    for (const PatientId id : patientsAt(channel, address, {})) {
        const std::optional<Patient> before = m_patients.findForUpdate(id);
        if (!before)
            continue;
        ConsentWords words;
        for (const auto &said : m_ledger.repository().last(id)) {
            const bool isSurvey = said.purpose == Purpose::Survey;
            if (said.channel == channel && isStop(said) && said.at <= at)
                words.insert({channel, said.purpose}, isSurvey ? std::nullopt : std::optional(ConsentState::Granted));
        }
        if (words.isEmpty())
            continue;
        m_ledger.write(nobody, method, id, words, consentdetail::start, at);
        update(nobody, *before, changedBy(before->consent, words));
        changed += id;
    }
    transaction.commit();
    tell(changed);
}

QString ConsentService::unsubscribeLink(const HospitalSettings &settings, PatientId patient, const QString &email) const
{
    return accueil::unsubscribeLink(settings, m_cipher, {patient, email});
}

bool ConsentService::isUnsubscribeToken(const QString &token) const
{
    return readUnsubscribeToken(m_cipher, token).has_value();
}

bool ConsentService::unsubscribe(const QString &token)
{
    const std::optional<Unsubscribing> who = readUnsubscribeToken(m_cipher, token);
    if (who)
        recordOptOut(Channel::Email, who->email, ConsentMethod::Email, who->patient);
    return who.has_value();
}

bool ConsentService::isStopped(Channel channel, const QString &address)
{
    return m_ledger.repository().stop(channel, address).has_value();
}

QList<PatientId> ConsentService::patientsAt(Channel channel, const QString &address, std::optional<PatientId> also)
{
    QList<PatientId> ids = channel == Channel::Email ? QList<PatientId>() : m_search.withPhone(address);
    if (also && !ids.contains(*also))
        ids += *also;
    std::sort(ids.begin(), ids.end()); // rows are locked in one order
    return ids;
}

void ConsentService::update(const Session &who, const Patient &before, const Consent &consent)
{
    if (before.consent == consent)
        return;
    const QDateTime now = m_clock.now();
    Patient after = before;
    after.consent = consent;
    after.lastActivity = std::max(now, before.lastActivity);
    after.updatedAt = now;
    ++after.version;
    m_patients.update(before, after);
    m_audit.append({.at = now,
        .actor = who.user.value,
        .actorName = who.username.isEmpty() ? Session::system().username : who.username,
        .action = u"edited"_s,
        .entity = u"patient"_s,
        .entityId = before.id.value,
        .detail = u"consent"_s});
}

void ConsentService::tell(const QList<PatientId> &changed)
{
    for (const PatientId id : changed)
        Q_EMIT m_events.patientChanged(id);
}

} // namespace accueil
