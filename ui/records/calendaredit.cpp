#include "ui/records/calendaredit.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace accueil {

CalendarEdit::CalendarEdit(const QString &format, QWidget *parent)
    : QDateTimeEdit(parent)
{
    setDisplayFormat(format);
    setCalendarPopup(true);
}

void CalendarEdit::paintEvent(QPaintEvent *event)
{
    QDateTimeEdit::paintEvent(event);
    // A style sheet has no tinted pictures for its arrow.
    QPainter painter(this);
    const Colors &colors = colorsOf(this);
    const QRectF where(width() - 10 - metrics::smallIcon(), (height() - metrics::smallIcon()) / 2.0,
        metrics::smallIcon(), metrics::smallIcon());
    paintIcon(painter, where, Icon::Calendar, isEnabled() ? colors.text2 : colors.muted);
}

} // namespace accueil
