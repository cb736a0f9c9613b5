#include "db/remindertally.h"

namespace accueil {

ReminderCosts::ReminderCosts(const QStringList &labels)
{
    m_parts.reserve(size_t(labels.size()));
    for (const QString &label : labels) {
        std::vector<Part> &parts = m_parts.emplace_back();
        for (const QString &part : label.split(u';', Qt::SkipEmptyParts)) {
            bool isCost = false; // words are also those of wards
            const qint64 millionths = part.section(u' ', 0, 0).toLongLong(&isCost);
            const QString currency = part.section(u' ', 1);
            if (!isCost)
                continue;
            if (!m_currencies.contains(currency))
                m_currencies.append(currency);
            parts.push_back({size_t(m_currencies.indexOf(currency)), millionths});
        }
    }
}

void ReminderTally::add(const Fact &fact, const ReminderCosts &costs)
{
    const auto status = ReminderStatus(fact.marks[3]);
    ++m_figures.reminders;
    ++m_figures.statuses[fact.marks[3]];
    const bool isTold = Channel(fact.marks[0] % channelTable.rows.size()) != Channel::Email;
    if (isTold && (status == ReminderStatus::Delivered || status == ReminderStatus::Failed))
        ++m_figures.delivery[status == ReminderStatus::Delivered ? 0 : 1];
    constexpr quint8 noAppointment = 0;
    constexpr quint8 confirmed = 2;
    const bool hasLeft = status == ReminderStatus::Sent || status == ReminderStatus::Delivered;
    if (hasLeft && fact.marks[4] != noAppointment)
        ++m_figures.confirmations[fact.marks[4] == confirmed ? 0 : 1];
    for (const ReminderCosts::Part &part : costs.at(fact.label)) {
        m_costs.resize(std::max(m_costs.size(), part.currency + 1));
        m_costs[part.currency] += part.millionths;
    }
    m_figures.priced += costs.at(fact.label).empty() ? 0 : 1;
}

ReminderFigures ReminderTally::figures(const QStringList &currencies) const
{
    ReminderFigures figures = m_figures;
    for (size_t i = 0; i < m_costs.size(); ++i) {
        if (m_costs[i] != 0)
            figures.costs.insert(currencies.at(qsizetype(i)), m_costs[i]);
    }
    return figures;
}

} // namespace accueil
