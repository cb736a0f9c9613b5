#include "ui/widgets/dialogframe.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/veil.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QScrollBar>
#include <QWindow>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QWidget *rule()
{
    auto *line = new QFrame;
    line->setProperty("rule", true);
    return line;
}

} // namespace

DialogFrame::DialogFrame(QWidget *parent, int width)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_designedWidth(width)
    , m_title(new QLabel)
    , m_headerNote(new QLabel)
    , m_header(new QHBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_note(new NoteLine)
    , m_close(new IconButton(Icon::X))
    , m_scroll(new QScrollArea)
    , m_pinned(new QWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);

    m_title->setFont(fontFor(TextRole::Section));
    m_headerNote->setFont(fontFor(TextRole::Small));
    m_headerNote->setProperty("ink", u"muted"_s);
    m_header->setContentsMargins(20, 12, 16, 12);
    m_header->setSpacing(10);
    m_header->addWidget(m_title);
    m_header->addStretch();
    m_header->addWidget(m_headerNote);
    m_header->addWidget(m_close);
    column->addLayout(m_header);
    column->addWidget(rule());

    auto *inside = new QWidget;
    inside->setProperty("plain", true);
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(20, 16, 20, 16);
    m_body->setSpacing(metrics::fieldGap);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    keepFocusInView(m_scroll);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_pinned);
    m_pinned->hide();

    auto *footer = new QWidget;
    footer->setLayout(m_footer);
    m_footer->setContentsMargins(20, 12, 20, 12);
    m_footer->setSpacing(10);
    m_footer->addWidget(m_note, 1);
    m_footer->addStretch();
    m_note->hide();
    column->addWidget(rule());
    column->addWidget(footer);
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
}

DialogFrame::~DialogFrame()
{
    if (m_veil)
        m_veil->deleteLater();
}

void DialogFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void DialogFrame::addHeaderWidget(QWidget *widget)
{
    m_header->insertWidget(m_header->indexOf(m_title) + 1, widget);
}

void DialogFrame::setHeaderNote(const QString &note)
{
    m_headerNote->setText(note);
}

void DialogFrame::setFooterNote(const QString &note, bool wrong)
{
    if (note.isEmpty())
        m_note->hide();
    else
        m_note->show(note, wrong ? NoteLine::Wrong : NoteLine::Plain);
}

void DialogFrame::addFooterSign(QWidget *sign)
{
    m_footer->insertWidget(0, sign);
}

void DialogFrame::addFooterButton(QWidget *button)
{
    m_footer->addWidget(button);
}

void DialogFrame::setPinned(QWidget *widget)
{
    auto *inside = new QVBoxLayout(m_pinned);
    inside->setContentsMargins(20, metrics::gap, 20, 12);
    inside->addWidget(widget);
}

void DialogFrame::showPinned(bool shown)
{
    m_pinned->setVisible(shown);
}

void DialogFrame::reject()
{
    if (!hasUnsavedWork()) {
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Close without saving?");
    question.text = tr("What you typed here will be lost.");
    question.yes = tr("Close &without saving");
    question.no = tr("&Go on writing");
    question.destructive = true;
    ask(this, question, [this] { QDialog::reject(); });
}

QSize DialogFrame::roomInWindow() const
{
    const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr;
    return window ? window->size() - QSize(48, 32) : QSize(1200, 800);
}

QSize DialogFrame::wantedSize() const
{
    const auto heightOf = [](const QWidget *widget, int width) {
        return widget->hasHeightForWidth() ? widget->heightForWidth(width) : widget->sizeHint().height();
    };
    const QSize room = roomInWindow();
    const int width = std::min(metrics::withText(m_designedWidth), room.width()); // large text needs a wide form
    const int pinned = m_pinned->isHidden() ? 0 : heightOf(m_pinned, width - 2);
    const int chrome = m_header->sizeHint().height() + m_footer->sizeHint().height() + 4;
    // Beside a scroll bar a line may break that does not without; the bar goes only once there is room for that one
    // too.
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int side = bar->isVisible() ? bar->width() : 0;
    return {width, std::min(heightOf(m_scroll->widget(), width - 2 - side) + pinned + chrome + 2, room.height())};
}

void DialogFrame::fitToParent()
{
    const QSize size = wantedSize();
    resize(size);
    if (const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr)
        move(window->geometry().center() - QPoint(size.width() / 2, size.height() / 2));
}

void DialogFrame::growToFit()
{
    const int height = wantedSize().height();
    if (!isVisible() || height <= this->height())
        return;
    resize(width(), height);
    const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr;
    const int below = window ? geometry().bottom() - (window->geometry().bottom() - 16) : 0;
    if (below > 0)
        move(x(), y() - below);
}

void DialogFrame::setVisible(bool visible)
{
    if (visible && !m_translated) { // before it is shown: what is added to a shown dialog has no size yet
        m_translated = true;
        m_close->setWords(tr("Close"));
        retranslate();
    }
    QDialog::setVisible(visible);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    fitToParent();
    if (parentWidget() && !m_veil)
        m_veil = new Veil(parentWidget()->window(), this);
    QDialog::showEvent(event);
}

void DialogFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_translated) {
        m_close->setWords(tr("Close"));
        retranslate();
    }
    QDialog::changeEvent(event);
}

void DialogFrame::resizeEvent(QResizeEvent *event)
{
    // Without a compositor there is no transparency, so the corners are cut rather than painted through.
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), metrics::dialogRadius, metrics::dialogRadius);
    setMask(shape.toFillPolygon().toPolygon());
    QDialog::resizeEvent(event);
}

void DialogFrame::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < m_header->sizeHint().height() && windowHandle())
        windowHandle()->startSystemMove();
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    const int footer = m_footer->sizeHint().height();
    painter.fillRect(QRect(0, height() - footer, width(), footer), c.surface2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.line2, 1));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::dialogRadius, metrics::dialogRadius);
}

} // namespace accueil
