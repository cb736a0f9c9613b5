#pragma once

#include "app/services/consentledger.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "db/database.h"
#include "db/patientrepository.h"
#include "db/patientsearch.h"

namespace accueil {

// Words about consent that are no edit of the record: what staff record for a patient, and what patients say by
// themselves with STOP, START, key 9 or a click. A stop is in force with the commit and holds for the number or
// address, whoever has it and also when nobody in the registry has. Thread-safe; throws DatabaseError and CipherError.
class ConsentService
{
public:
    ConsentService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    // New consent lifts a stop of the patient's number or address on this channel; other patients who share it stay
    // stopped. A refusal of all purposes is a stop of this patient.
    Result<Patient> record(const Session &who, PatientId id, const ConsentDraft &draft);
    Result<Page<ConsentEntry>> log(const Session &who, PatientId id, const PageRequest &page); // newest first
    // Every channel and purpose, and how each came about.
    Result<QList<ConsentStanding>> standing(const Session &who, PatientId id);

    // `address`: E.164 for sms and ivr. Patients who are known by this number are refused everything on this channel;
    // of an email address the caller knows the patient. Repeating it changes nothing. `saidAt`: when, if not now. Not
    // inside a transaction.
    void recordOptOut(Channel channel, const QString &address, ConsentMethod method,
        std::optional<PatientId> patient = {}, std::optional<QDateTime> saidAt = {});
    // The same inside a transaction of the caller, who tells patientChanged of the answer after its commit.
    QList<PatientId> optOut(Channel channel, const QString &address, ConsentMethod method,
        std::optional<PatientId> patient = {}, std::optional<QDateTime> saidAt = {});
    // The patients' own new consent: what stop refused is granted again, but for surveys, which are asked for anew. A
    // stop that came after it stands: messages may arrive late.
    void recordOptIn(
        Channel channel, const QString &address, ConsentMethod method, std::optional<QDateTime> saidAt = {});

    // The link of an email, and what a click on it does; see app/services/unsubscribing.h.
    QString unsubscribeLink(const HospitalSettings &settings, PatientId patient, const QString &email) const;
    bool isUnsubscribeToken(const QString &token) const;
    bool unsubscribe(const QString &token); // false: none of ours

    // Asked at the moment of sending and of scheduling, beside the patient's own consent.
    bool isStopped(Channel channel, const QString &address);

private:
    QList<PatientId> patientsAt(Channel channel, const QString &address, std::optional<PatientId> also);
    void update(const Session &who, const Patient &before, const Consent &consent); // inside a transaction
    void tell(const QList<PatientId> &changed);

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    ConsentLedger m_ledger;
    PatientRepository m_patients;
    PatientSearch m_search;
    AuditRepository m_audit;
};

} // namespace accueil
