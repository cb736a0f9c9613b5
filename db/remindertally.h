#pragma once

#include "app/domain/statistics.h"
#include "db/factstore.h"

namespace accueil {

// What reminders cost, by the label of their facts: read once, however many reminders have the same one.
class ReminderCosts
{
public:
    explicit ReminderCosts(const QStringList &labels);

    struct Part
    {
        size_t currency = 0;
        qint64 millionths = 0;
    };
    const std::vector<Part> &at(quint32 label) const { return m_parts.at(label); }
    const QStringList &currencies() const { return m_currencies; }

private:
    QStringList m_currencies;
    std::vector<std::vector<Part>> m_parts;
};

// Counts rows of reminders.
class ReminderTally
{
public:
    void add(const Fact &fact, const ReminderCosts &costs);
    ReminderFigures figures(const QStringList &currencies) const;
    bool isEmpty() const { return m_figures.reminders == 0; }

private:
    ReminderFigures m_figures; // without the costs
    std::vector<qint64> m_costs; // by currency
};

} // namespace accueil
