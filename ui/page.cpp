#include "ui/page.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastList = 480;
constexpr int leastPane = 300;

} // namespace

WindowPage::WindowPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_left(new QWidget)
    , m_columns(new QHBoxLayout(this))
    , m_buttons(new FlowLayout(metrics::gap, metrics::gap, FlowLayout::FromRight))
    , m_body(new QVBoxLayout)
    , m_title(new QLabel)
    , m_count(new QLabel)
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_left->setMinimumWidth(leastList);
    m_columns->addWidget(m_left, 1);
    auto *column = new QVBoxLayout(m_left);
    column->setContentsMargins(metrics::pageMargin, 14, metrics::pageMargin, 0);
    column->setSpacing(metrics::cardGap);

    m_title->setFont(fontFor(TextRole::Title));
    m_count->setProperty("ink", u"muted"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::gap);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addLayout(m_buttons, 1); // several lines of them where the text is large
    column->addLayout(head);
    m_body->setSpacing(metrics::cardGap);
    column->addLayout(m_body, 1);
}

void WindowPage::setRightPane(QWidget *pane)
{
    m_columns->removeWidget(m_left);
    m_right = new QWidget;
    m_right->setProperty("surface", u"card"_s);
    m_right->setAttribute(Qt::WA_StyledBackground);
    m_backBar = new QWidget;
    m_back = new Button(Button::Second, nullptr, Button::Small);
    m_back->setObjectName(u"backToList"_s);
    m_back->setSymbol(Icon::ArrowLeft);
    m_back->setKeyHint(Qt::Key_Escape);
    auto *bar = new QHBoxLayout(m_backBar);
    bar->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 0);
    bar->addWidget(m_back);
    bar->addStretch();
    m_backBar->hide();
    auto *column = new QVBoxLayout(m_right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_backBar);
    column->addWidget(pane, 1);
    connect(m_back, &QPushButton::clicked, this, &WindowPage::focusList);
    auto *escape = new QShortcut(Qt::Key_Escape, m_right, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_narrow)
            focusList();
    });
    auto *splitter = new QSplitter(Qt::Horizontal);
    m_splitter = splitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_left);
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({10000, metrics::paneWidth});
    m_columns->addWidget(splitter);
}

bool WindowPage::turnToPane()
{
    if (!m_narrow)
        return false;
    m_paneInFront = true;
    showSides();
    m_back->setFocus(Qt::OtherFocusReason);
    return true;
}

void WindowPage::turnToList()
{
    m_paneInFront = false;
    showSides();
}

void WindowPage::showSides()
{
    if (!m_right)
        return;
    m_left->setVisible(!m_narrow || !m_paneInFront);
    m_right->setVisible(!m_narrow || m_paneInFront);
    m_backBar->setVisible(m_narrow);
}

// The pane keeps its width when the window is drawn wider; where both would be too small, one of them is shown.
void WindowPage::fitPane()
{
    const bool narrow = width() < metrics::withText(leastList + leastPane);
    if (!m_right || narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_paneInFront = false;
    showSides();
    sharePage();
}

// On a small screen the list keeps the greater part.
void WindowPage::sharePage()
{
    const int pane = std::clamp(width() * 36 / 100, metrics::withText(340), metrics::withText(metrics::paneWidth));
    if (m_splitter && !m_narrow)
        m_splitter->setSizes({width() - pane, pane});
}

void WindowPage::nameWayBack()
{
    if (m_back)
        m_back->setText(tr("&Back to the list"));
}

// How many there are is said under the list too: it is the first to go.
void WindowPage::fitHead()
{
    const int words = m_title->sizeHint().width() + m_count->sizeHint().width();
    m_count->setVisible(
        words + m_buttons->minimumSize().width() + 2 * (metrics::gap + metrics::pageMargin) <= m_left->width());
}

void WindowPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPane();
    fitHead();
}

void WindowPage::addHeaderButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void WindowPage::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void WindowPage::setCount(const QString &count)
{
    m_count->setText(count);
    fitHead();
}

void WindowPage::showEvent(QShowEvent *event)
{
    if (!m_translated) {
        m_translated = true; // not in the constructor, where the page's own retranslate() does not exist yet
        nameWayBack();
        retranslate();
        sharePage();
    }
    refresh();
    QWidget::showEvent(event);
}

void WindowPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_translated) {
        nameWayBack();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace accueil
