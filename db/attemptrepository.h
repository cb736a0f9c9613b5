#pragma once

#include "app/domain/reminder.h"
#include "db/database.h"

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
    std::optional<Attempt> last(ReminderId reminder);

private:
    Database &m_database;
};

} // namespace accueil
