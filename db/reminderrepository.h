#pragma once

#include "app/domain/reminderfilter.h"
#include "db/database.h"
#include "db/knownrequest.h"
#include "db/storecipher.h"

#include <QMap>

namespace accueil {

enum class Lease { Kept, Ended };

// Rows of `reminders`. Telephone, email and message are sealed. The patient's number and name are read with the row,
// and his telephone and email where the reminder has none of its own. Calls that write belong in a transaction of the
// caller.
class ReminderRepository
{
public:
    ReminderRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Reminder> find(ReminderId id);
    std::optional<Reminder> findForUpdate(ReminderId id); // nobody else changes the row before the transaction ends
    QList<Reminder> ofAppointment(AppointmentId id); // in the order in which they were made
    QList<Reminder> ofAppointmentForUpdate(AppointmentId id);
    std::optional<KnownRequest<ReminderId>> findRequest(const QString &clientId);
    Page<Reminder> list(const ReminderFilter &filter, const PageRequest &page);
    ReminderCounts counts();
    // Of each patient: one to decide, else one refused that was due since `refusedSince`, else the next planned one.
    // Nothing for the others.
    QMap<PatientId, ReminderOutlook> outlook(const QList<PatientId> &patients, const QDateTime &refusedSince);

    ReminderId nextId();
    // False when the client_id, or the occurrence of the series on this channel, is there already.
    // `requestTag`: for findRequest(), when the client gave the client_id.
    bool insert(const Reminder &reminder, std::optional<qint64> requestTag = {});
    void update(Reminder &reminder, Lease lease = Lease::Ended); // all of it; counts the version up
    void updateState(Reminder &reminder, Lease lease); // only what delivery changes; counts the version up
    void remove(ReminderId id);

private:
    QList<Reminder> load(const QString &rest, const QVariant &value);
    std::optional<Reminder> findOne(const QString &condition, const QVariant &value);
    Reminder read(const QSqlQuery &query) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
