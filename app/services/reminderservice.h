#pragma once

#include "app/domain/clock.h"
#include "app/domain/listing.h"
#include "app/domain/reminder.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "db/database.h"
#include "db/reminderrepository.h"
#include "db/storecipher.h"

namespace accueil {

struct ReminderFilter {
    std::optional<PatientId> patient;
    std::optional<ReminderStatus> status;
    std::optional<Channel> channel;
    std::optional<QDateTime> from; // scheduled time, UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    SortOrder order = SortOrder::Ascending; // by scheduled time
};

struct Scheduling {
    Reminder reminder;
    bool created = true; // false: a repeat of the same client_id
};

enum class UnknownDecision { WasSent, SendAgain };

// What staff and API clients do with reminders; sending is DeliveryService's. Thread-safe; throws DatabaseError, CipherError.
class ReminderService
{
public:
    ReminderService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events);

    Result<Scheduling> schedule(const Session &who, const ReminderDraft &draft);
    Result<Reminder> find(const Session &who, ReminderId id);
    // Only while pending, or failed/unknown with a new time; Conflict otherwise.
    Result<Reminder> edit(const Session &who, ReminderId id, const ReminderDraft &draft,
                          std::optional<qint64> expectedVersion = {});
    Result<void> remove(const Session &who, ReminderId id, std::optional<qint64> expectedVersion = {}); // not while sending
    Result<Reminder> cancel(const Session &who, ReminderId id); // pending only
    Result<Reminder> retry(const Session &who, ReminderId id); // failed only
    Result<Reminder> decideUnknown(const Session &who, ReminderId id, UnknownDecision decision);
    Result<Page<Reminder>> list(const Session &who, const ReminderFilter &filter, const PageRequest &page);
    Result<QList<Attempt>> attempts(const Session &who, ReminderId id);
    Result<QMap<ReminderStatus, qint64>> counts(const Session &who); // for badges and the status bar

private:
    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    ReminderRepository m_reminders;
    // further repositories as needed
};

} // namespace accueil
