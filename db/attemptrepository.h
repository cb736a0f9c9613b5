#pragma once

#include "app/domain/reminder.h"
#include "db/database.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace accueil {

// Rows of `attempts`: one before a provider is asked, completed after. They hold nothing personal.
class AttemptRepository
{
public:
    explicit AttemptRepository(Database &database)
        : m_database(database)
    {
    }

    Attempt insert(Attempt attempt); // gives it its id
    void update(const Attempt &attempt); // what a provider said of it
    QList<Attempt> ofReminder(ReminderId reminder); // oldest first
    std::optional<Attempt> find(AttemptId id);
    std::optional<Attempt> last(ReminderId reminder);
    std::optional<Attempt> findByProviderId(const QString &providerMessageId);
    QSet<QString> knownProviderIds(const QStringList &providerMessageIds); // those of them that an attempt has
    // Whose moment to ask the provider has come, in that order.
    QList<Attempt> toCheck(
        const QList<AttemptOutcome> &outcomes, const QList<Channel> &channels, const QDateTime &now, int limit);
    // The last tries, begun at `since` or later, of reminders that are being sent or in doubt.
    QList<Attempt> undecided(const QDateTime &since);
    bool hasOpenCall(PatientId patient, const QDateTime &since); // begun since then, and not known to be over
    int countSince(PatientId patient, const QDateTime &since); // tries that may have reached the patient
    qint64 segmentsSince(const QDateTime &since); // of SMS that may have left

private:
    Database &m_database;
};

} // namespace accueil
