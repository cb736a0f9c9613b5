#include "ui/widgets/stateview.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 200;

// Four grey bars where rows will be.
class Bars : public QWidget
{
public:
    Bars() { setFixedHeight(4 * 28); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorsOf(this).neutralSoft);
        constexpr qreal widths[] = {0.9, 0.65, 0.8, 0.5};
        for (int i = 0; i < 4; ++i)
            painter.drawRoundedRect(QRectF(0, i * 28 + 8, std::min(width(), 480) * widths[i], 12), 4, 4);
    }
};

QLabel *centred(TextRole role, const QString &ink = {})
{
    auto *label = new QLabel;
    label->setFont(fontFor(role));
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

QWidget *centredPage(IconLabel *icon, QLabel *title, QLabel *text, Button *button)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(6);
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return page;
}

} // namespace

StateView::StateView(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_content(content)
    , m_emptyTitle(centred(TextRole::BodyBold))
    , m_emptyText(centred(TextRole::Small, u"text2"_s))
    , m_errorTitle(centred(TextRole::BodyBold))
    , m_errorText(centred(TextRole::Small, u"text2"_s))
    , m_loadingText(new QLabel)
    , m_emptyIcon(new IconLabel(Icon::None, 32))
    , m_emptyButton(new Button(Button::Main))
    , m_retry(new Button(Button::Second))
{
    m_emptyButton->hide();
    m_empty = centredPage(m_emptyIcon, m_emptyTitle, m_emptyText, m_emptyButton);
    m_retry->setSymbol(Icon::Refresh);
    m_error = centredPage(new IconLabel(Icon::CircleAlert, 32, Tone::Danger), m_errorTitle, m_errorText, m_retry);
    connect(m_retry, &QPushButton::clicked, this, &StateView::retry);

    m_loading = new QWidget;
    auto *column = new QVBoxLayout(m_loading);
    column->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, 0);
    column->addWidget(new Bars);
    m_loadingText->setFont(fontFor(TextRole::Small));
    m_loadingText->setProperty("ink", u"text2"_s);
    column->addWidget(m_loadingText);
    column->addStretch();

    for (QWidget *page : {content, m_empty, m_loading, m_error})
        m_stack->addWidget(page);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { turnTo(m_loading); });
    retranslate();
}

void StateView::setEmpty(Icon icon, const QString &title, const QString &text)
{
    m_emptyIcon->setSymbol(icon);
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
}

void StateView::setEmptyAction(const QString &words)
{
    m_emptyButton->setText(words);
    m_emptyButton->setVisible(!words.isEmpty());
}

void StateView::setLoadingWords(const QString &words)
{
    m_loadingWords = words;
    retranslate();
}

void StateView::present(State state)
{
    m_state = state;
    if (state == State::Loading) {
        if (!m_patience.isActive() && m_stack->currentWidget() != m_loading)
            m_patience.start();
        return;
    }
    m_patience.stop();
    turnTo(state == State::Content ? m_content : state == State::Empty ? m_empty : m_error);
}

void StateView::turnTo(QWidget *page)
{
    const QWidget *focus = window()->focusWidget();
    const bool focused = focus && (focus == this || isAncestorOf(focus));
    m_stack->setCurrentWidget(page);
    if (focused)
        takeFocus();
}

void StateView::takeFocus()
{
    const QWidget *page = m_stack->currentWidget();
    if (page == m_content)
        m_content->setFocus();
    else if (page == m_error)
        m_retry->setFocus();
    else if (page == m_empty && !m_emptyButton->isHidden())
        m_emptyButton->setFocus();
    else
        setFocus(); // keeps the place until there is something
}

void StateView::showContent()
{
    present(State::Content);
}

void StateView::showEmpty()
{
    present(State::Empty);
}

void StateView::showLoading()
{
    present(State::Loading);
}

void StateView::showError(const QString &title, const QString &text)
{
    m_errorTitle->setText(title);
    m_errorText->setText(text);
    present(State::Error);
}

void StateView::retranslate()
{
    m_retry->setText(tr("&Try again"));
    m_loadingText->setText(m_loadingWords.isEmpty() ? tr("Reading…") : m_loadingWords);
}

void StateView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
