#pragma once

#include "app/domain/noshow.h"
#include "ui/records/recordcontext.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace accueil {

class FilterChip;
class StateView;

// How many patients did not come, by channel, lead time, language and ward, with what chance may have added or taken.
class NoShowTable final : public QWidget
{
    Q_OBJECT
public:
    explicit NoShowTable(const RecordContext &desk, QWidget *parent = nullptr);

    void refresh();
    void retranslate();

private:
    void show(const NoShowFigures &figures);
    void addRow(const QString &group, const NoShowRate &rate);
    void addHeading(const QString &heading);
    QString nameOf(NoShowGrouping grouping, const QString &key) const;

    const RecordContext &m_desk;
    FilterChip *m_period;
    QLabel *m_finding;
    QTableWidget *m_table;
    StateView *m_states;
};

} // namespace accueil
