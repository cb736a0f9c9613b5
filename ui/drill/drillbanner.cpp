#include "ui/drill/drillbanner.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

DrillBanner::DrillBanner(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
{
    setObjectName(u"drillBanner"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(metrics::pageMargin + metrics::lineIcon() + metrics::gap, 6, metrics::pageMargin, 6);
    line->setSpacing(metrics::fieldGap);
    m_title->setFont(fontFor(TextRole::Section));
    m_text->setFont(fontFor(TextRole::Small));
    m_text->setWordWrap(true);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("ink", u"onDrill"_s);
    }
    line->addWidget(m_title);
    line->addWidget(m_text, 1);
    retranslate();
}

QString DrillBanner::mark()
{
    return tr("DRILL");
}

void DrillBanner::retranslate()
{
    m_title->setText(tr("%1 – nothing is sent").arg(mark()));
    m_text->setText(tr("Invented patients. Everything is gone when this window is closed."));
    setAccessibleName(u"%1. %2"_s.arg(m_title->text(), m_text->text()));
}

void DrillBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void DrillBanner::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.drill);
    const int icon = metrics::lineIcon();
    paintIcon(painter, QRectF(metrics::pageMargin, (height() - icon) / 2.0, icon, icon), Icon::LifeBuoy, c.onDrill);
}

} // namespace accueil
