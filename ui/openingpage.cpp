#include "ui/openingpage.h"

#include "ui/theme/type.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/stateview.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

OpeningPage::OpeningPage(QWidget *parent)
    : QWidget(parent)
{
    auto *sign = new QWidget;
    auto *middle = new QVBoxLayout(sign);
    middle->setSpacing(14);
    middle->addStretch(2);
    middle->addWidget(new IconLabel(Icon::HeartHandshake, 40, Tone::Accent, IconLabel::Tile), 0, Qt::AlignHCenter);
    auto *name = new QLabel(u"Accueil"_s);
    name->setFont(fontFor(TextRole::Title));
    middle->addWidget(name, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    m_state = new StateView(sign);
    connect(m_state, &StateView::retry, this, [this] {
        m_state->showContent();
        Q_EMIT retry();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);
    retranslate();
}

void OpeningPage::showProblem(const QString &problem, const QString &where)
{
    m_state->showError(problem, where);
}

void OpeningPage::retranslate()
{
    setAccessibleName(tr("Opening Accueil"));
}

void OpeningPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
