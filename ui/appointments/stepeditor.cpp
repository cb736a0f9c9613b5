#include "ui/appointments/stepeditor.h"

#include "ui/records/recordwords.h"
#include "ui/reminders/templatechoice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"

#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

StepEditor::StepEditor(const RecordContext &desk, const PlanStep &step, QWidget *parent)
    : QWidget(parent)
    , m_fallback(step.fallback)
    , m_hours(new QSpinBox)
    , m_channel(new ListBox)
    , m_template(new TemplateChoice(desk))
    , m_instead(new ListBox)
    , m_onlyUnconfirmed(new QCheckBox(tr("Only who has not confirmed")))
    , m_remove(new IconButton(Icon::Trash, nullptr, IconButton::Framed))
{
    m_hours->setObjectName(u"hours"_s);
    m_instead->setObjectName(u"instead"_s);
    m_hours->setRange(0, 2160);
    m_hours->setSuffix(tr(" h before", "after a number"));
    m_hours->setValue(step.hoursBefore);
    for (const auto &channel : channelTable.rows)
        m_channel->addItem(RecordWords::channel(channel.value), int(channel.value));
    m_channel->setValue(int(step.channel));
    m_template->setTemplateName(step.templateName);
    m_template->removeItem(m_template->findData(QString())); // a plan has no words of its own
    m_onlyUnconfirmed->setChecked(step.onlyUnconfirmed);
    offerFallbacks();
    connect(m_channel, &QComboBox::currentIndexChanged, this, &StepEditor::offerFallbacks);
    connect(m_remove, &QAbstractButton::clicked, this, &StepEditor::removed);
    auto *frame = new QFrame;
    frame->setProperty("card", true);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(12, 10, 12, 10);
    inside->setSpacing(metrics::gap);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::gap);
    first->addWidget(m_hours);
    first->addWidget(m_channel, 1);
    first->addWidget(m_template, 1);
    first->addWidget(m_remove);
    auto *instead = new QHBoxLayout;
    instead->setSpacing(metrics::gap);
    instead->addWidget(new QLabel(tr("if that is refused:")));
    instead->addWidget(m_instead);
    auto *together = new QWidget;
    together->setLayout(instead);
    instead->setContentsMargins(0, 0, 0, 0);
    auto *second = new FlowLayout(metrics::fieldGap, metrics::gap);
    second->addWidget(m_onlyUnconfirmed);
    second->addWidget(together);
    inside->addLayout(first);
    inside->addLayout(second);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(frame);
}

void StepEditor::offerFallbacks()
{
    const QVariant chosen = m_instead->count() > 0 ? m_instead->currentData()
        : m_fallback.isEmpty()                     ? QVariant(-1)
                                                   : QVariant(int(m_fallback.constFirst()));
    m_instead->clear();
    m_instead->addItem(tr("nothing"), -1);
    for (const auto &channel : channelTable.rows) {
        if (int(channel.value) != m_channel->currentData().toInt())
            m_instead->addItem(RecordWords::channel(channel.value), int(channel.value));
    }
    m_instead->setValue(chosen);
}

PlanStep StepEditor::step() const
{
    PlanStep step{.hoursBefore = m_hours->value(),
        .channel = Channel(m_channel->currentData().toInt()),
        .templateName = m_template->currentData().toString(),
        .onlyUnconfirmed = m_onlyUnconfirmed->isChecked()};
    const int instead = m_instead->currentData().toInt();
    if (instead < 0)
        return step;
    // A second channel in place of the first one's place, which only the API can give, stays as long as it makes sense.
    step.fallback = {Channel(instead)};
    if (m_fallback.size() > 1 && m_fallback.constFirst() == Channel(instead) && m_fallback.at(1) != step.channel)
        step.fallback << m_fallback.at(1);
    return step;
}

void StepEditor::setNumber(int number)
{
    m_hours->setAccessibleName(tr("Message %1: how long before").arg(number));
    m_channel->setAccessibleName(tr("Message %1: by").arg(number));
    m_template->setAccessibleName(tr("Message %1: words from").arg(number));
    m_instead->setAccessibleName(tr("Message %1: if that is refused").arg(number));
    m_onlyUnconfirmed->setAccessibleName(tr("Message %1: only who has not confirmed").arg(number));
    m_remove->setWords(tr("Remove message %1").arg(number));
}

} // namespace accueil
