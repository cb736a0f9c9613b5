#pragma once

#include "app/domain/reminderplan.h"
#include "ui/records/recordcontext.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace accueil {

class IconButton;
class ListBox;
class TemplateChoice;

// One message of a plan: how long before, by which channel, in which words, what in its place, and whether only those
// get it who have not confirmed.
class StepEditor final : public QWidget
{
    Q_OBJECT
public:
    StepEditor(const RecordContext &desk, const PlanStep &step, QWidget *parent = nullptr);

    PlanStep step() const;
    void setNumber(int number); // for its names

Q_SIGNALS:
    void removed();

private:
    void offerFallbacks();

    QList<Channel> m_fallback; // as it came: the list shows the first
    QSpinBox *m_hours;
    ListBox *m_channel;
    TemplateChoice *m_template;
    ListBox *m_instead;
    QCheckBox *m_onlyUnconfirmed;
    IconButton *m_remove;
};

} // namespace accueil
