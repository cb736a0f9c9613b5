#include "ui/frame/notice.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 460;

}

Notice::Notice(QWidget *window, QWidget *above)
    : QFrame(window)
    , m_above(above)
    , m_words(new QLabel)
    , m_open(new Button(Button::Second, nullptr, Button::Small))
    , m_close(new IconButton(Icon::X))
{
    setObjectName(u"notice"_s);
    m_open->setObjectName(u"noticeOpen"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(fontFor(TextRole::BodyBold));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 8, 8, 8);
    line->setSpacing(metrics::gap);
    line->addWidget(new IconLabel(Icon::MessageSquare, metrics::lineIcon(), Tone::Accent));
    line->addWidget(m_words, 1);
    line->addWidget(m_open);
    line->addWidget(m_close);
    // Reached with Tab, but a click on what comes by itself must not take the focus from what is being written.
    m_open->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    hide();
    window->installEventFilter(this);
    m_time.setSingleShot(true);
    m_time.setInterval(shownMs);
    connect(&m_time, &QTimer::timeout, this, &Notice::timeUp);
    connect(m_close, &QPushButton::clicked, this, &Notice::dismiss);
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT wanted();
        dismiss();
    });
}

void Notice::say(const QString &words, const QString &action)
{
    m_words->setText(words);
    m_open->setText(action);
    m_close->setWords(tr("Close this notice"));
    setAccessibleName(words);
    place();
    show();
    raise(); // within the window: the veil of a dialog stays above it
    m_time.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Notice::words() const
{
    return isVisible() ? m_words->text() : QString();
}

void Notice::dismiss()
{
    m_time.stop();
    if (isHidden())
        return;
    hide();
    Q_EMIT gone();
}

void Notice::timeUp()
{
    const QWidget *focus = QApplication::focusWidget();
    if (underMouse() || (focus && isAncestorOf(focus)) || QApplication::activeModalWidget())
        m_time.start();
    else
        dismiss();
}

void Notice::place()
{
    const int foot = m_above ? m_above->height() : 0;
    const int room = parentWidget()->width() - 2 * metrics::pageMargin;
    const int buttons = m_open->sizeHint().width() + m_close->sizeHint().width() + metrics::lineIcon() + 60;
    const int wanted = m_words->fontMetrics().horizontalAdvance(m_words->text()) + buttons;
    const int width = std::min({wanted, metrics::withText(widest), room});
    resize(width, layout()->heightForWidth(width));
    move(parentWidget()->width() - width - metrics::pageMargin,
        parentWidget()->height() - foot - height() - metrics::cardGap);
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Notice::leaveEvent(QEvent *event)
{
    m_time.start();
    QFrame::leaveEvent(event);
}

void Notice::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accent, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
}

} // namespace accueil
