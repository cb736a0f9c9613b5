#include "ui/records/recordpane.h"

#include "ui/widgets/plainscroll.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

RecordPane::RecordPane(QWidget *parent)
    : QWidget(parent)
    , m_states(new QStackedWidget)
    , m_nobody(new QLabel)
{
    setProperty("surface", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(300);
    m_nobody->setAlignment(Qt::AlignCenter);
    m_nobody->setWordWrap(true);
    m_nobody->setProperty("ink", u"muted"_s);
    m_states->addWidget(m_nobody);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14); // and 2 of the scroll area, where the focus is drawn
    layout->addWidget(m_states);
}

void RecordPane::setRecord(QWidget *record, Focus focus)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"record"_s);
    scroll->setWidgetResizable(true);
    scroll->setWidget(record);
    if (focus == Focus::Inside) {
        scroll->setFocusPolicy(Qt::NoFocus);
        keepFocusInView(scroll);
    }
    m_scroll = scroll;
    m_states->addWidget(scroll);
}

void RecordPane::setWords(const QString &nobody, const QString &record)
{
    m_nobody->setText(nobody);
    m_scroll->setAccessibleName(record);
}

void RecordPane::turnTo(Shown shown)
{
    m_states->setCurrentIndex(shown == Shown::Record ? 1 : 0);
}

} // namespace accueil
