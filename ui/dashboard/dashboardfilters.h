#pragma once

#include "ui/dashboard/dashboardanswer.h"
#include "ui/records/recordcontext.h"

#include <QWidget>

namespace accueil {

class Button;
class FilterChip;
class Segmented;
class WardList;

// What the dashboard is about: the period, by a preset or two days, and chips for what else narrows it.
class DashboardFilters final : public QWidget
{
    Q_OBJECT
public:
    DashboardFilters(const RecordContext &desk, WardList &wards, QWidget *parent = nullptr);

    DashboardQuestion question() const;
    void setWard(const QString &ward); // empty: all
    void setTopic(std::optional<Topic> topic);
    void rollOver(); // presets end today, which another day may have become
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void choosePeriod();
    void showPeriod();
    void fillWards();

    const RecordContext &m_desk;
    WardList &m_wards;
    Period m_period;
    Segmented *m_presets;
    Button *m_days;
    FilterChip *m_ward;
    FilterChip *m_language;
    FilterChip *m_method;
    FilterChip *m_gender;
    FilterChip *m_age;
    FilterChip *m_topic;
};

} // namespace accueil
