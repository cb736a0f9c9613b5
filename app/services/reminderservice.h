#pragma once

#include "app/domain/clock.h"
#include "app/domain/reminderfilter.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/messagecomposer.h"
#include "app/services/smsspending.h"
#include "db/attemptrepository.h"
#include "db/auditrepository.h"
#include "db/consentrepository.h"
#include "db/database.h"
#include "db/numberflagrepository.h"
#include "db/patientrepository.h"
#include "db/reminderqueue.h"
#include "db/reminderrepository.h"
#include "db/storecipher.h"

#include <functional>

namespace accueil {

struct Scheduling
{
    Reminder reminder;
    bool created = true; // false: a repeat of the same client_id
};

enum class UnknownDecision { WasSent, SendAgain };
inline constexpr EnumTable<UnknownDecision, 2> unknownDecisionTable{
    {{{UnknownDecision::WasSent, u"sent"}, {UnknownDecision::SendAgain, u"resend"}}}};
enum class LateDecision { Send, Cancel };
inline constexpr EnumTable<LateDecision, 2> lateDecisionTable{
    {{{LateDecision::Send, u"send"}, {LateDecision::Cancel, u"cancel"}}}};

// What staff and API clients do with reminders; sending is DeliveryService's. A number or address that is the patient's
// own is not kept with the reminder but read from the patient until it is sent, so that a corrected number counts at
// once. Thread-safe; throws DatabaseError, CipherError.
class ReminderService
{
public:
    ReminderService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        std::function<HospitalSettings()> settings);

    // A client_id that is known answers with the row that has it, also when that was edited since; Conflict when it
    // comes with something else than the first time.
    Result<Scheduling> schedule(const Session &who, const ReminderDraft &draft);
    // Many in one transaction, each with an answer of its own: one that is refused leaves the others alone.
    QList<Result<Scheduling>> scheduleAll(const Session &who, const QList<ReminderDraft> &drafts);
    // What schedule() would answer, without storing anything.
    Result<Scheduling> foresee(const Session &who, const ReminderDraft &draft);
    // `before` as `draft` wants it, pending, for a service that stores it in a transaction of its own. Whether the
    // patient can be reached and consents is asked when it is sent, not here.
    Result<Reminder> planned(const ReminderDraft &draft, const Reminder &before);
    Result<Reminder> find(const Session &who, ReminderId id);
    // Only while pending, or failed/unknown with a new time, which makes it pending again; Conflict otherwise. An
    // occurrence whose recurrence is changed begins a series of its own.
    Result<Reminder> edit(
        const Session &who, ReminderId id, const ReminderDraft &draft, std::optional<qint64> expectedVersion = {});
    Result<void> remove(
        const Session &who, ReminderId id, std::optional<qint64> expectedVersion = {}); // only what was never tried
    Result<Reminder> cancel(const Session &who, ReminderId id); // pending or late
    Result<Reminder> retry(const Session &who, ReminderId id); // failed only; takes its number for right again
    // Likewise, to where the patient's record says now.
    Result<Reminder> retryWithRecord(const Session &who, ReminderId id);
    Result<Reminder> settle(const Session &who, ReminderId id); // failed or expired: nothing more to do
    Result<int> decideLate(const Session &who, LateDecision decision); // all that are late; returns how many
    // Unknown; a late one can be sent, too.
    Result<Reminder> decideUnknown(const Session &who, ReminderId id, UnknownDecision decision);
    Result<Page<Reminder>> list(const Session &who, const ReminderFilter &filter, const PageRequest &page);
    Result<QList<Attempt>> attempts(const Session &who, ReminderId id);
    Result<ReminderCounts> counts(const Session &who); // for badges and the status bar
    Result<SmsSpending> smsSpending(const Session &who); // of the month, on the hospital's clock
    // What stands out among the reminders of each patient: one to decide, else one that was refused within 30 days,
    // else the next planned one. Patients without any of these are not in the answer.
    Result<QMap<PatientId, ReminderOutlook>> outlook(const Session &who, const QList<PatientId> &patients);

private:
    Result<Scheduling> add(const Session &who, const ReminderDraft &draft);
    // The answer to a client_id that is known; `tag` is that of the request at hand.
    Result<Scheduling> repeated(const KnownRequest<ReminderId> &known, std::optional<qint64> tag);
    // The draft's own words, or the template's filled with what is known of the patient.
    Result<QString> wordsOf(const ReminderDraft &draft, const Patient &patient);
    bool speaksTheTemplate(const Reminder &reminder); // word for word
    // The reminder that `draft` asks for, with everything that it takes from the patient; nothing is stored yet.
    enum class Recipient { Now, WhenSent }; // when it is looked at whether the patient can be reached and wants it
    Result<Reminder> checked(const ReminderDraft &draft, const Reminder &before, Recipient recipient = Recipient::Now);
    Result<Reminder> changeStatus(const Session &who, ReminderId id, const QList<ReminderStatus> &from,
        const QString &action, const std::function<void(Reminder &)> &change);
    void writeAudit(const Session &who, const QString &action, ReminderId id, const QString &detail = {});

    Database &m_database;
    const StoreCipher &m_cipher;
    const Clock &m_clock;
    DomainEvents &m_events;
    MessageComposer m_composer;
    ReminderRepository m_reminders;
    ReminderQueue m_queue;
    NumberFlagRepository m_flags;
    AttemptRepository m_attempts;
    PatientRepository m_patients;
    AuditRepository m_audit;
    ConsentRepository m_consents;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
