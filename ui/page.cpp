#include "ui/page.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/flowlayout.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

WindowPage::WindowPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_columns(new QHBoxLayout(this))
    , m_buttons(new FlowLayout(metrics::gap, metrics::gap, FlowLayout::FromRight))
    , m_body(new QVBoxLayout)
    , m_title(new QLabel)
    , m_count(new QLabel)
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    auto *left = new QWidget;
    left->setMinimumWidth(480);
    m_columns->addWidget(left, 1);
    auto *column = new QVBoxLayout(left);
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
    QWidget *left = m_columns->takeAt(0)->widget();
    auto *splitter = new QSplitter(Qt::Horizontal);
    m_splitter = splitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(pane);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({10000, metrics::paneWidth});
    m_columns->addWidget(splitter);
}

void WindowPage::addHeaderButton(QWidget *button) { m_buttons->addWidget(button); }

void WindowPage::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void WindowPage::setCount(const QString &count) { m_count->setText(count); }

void WindowPage::showEvent(QShowEvent *event)
{
    if (!m_translated) {
        m_translated = true; // not in the constructor, where the page's own retranslate() does not exist yet
        retranslate();
        // On a small screen the list keeps the greater part.
        const int pane = std::clamp(width() * 36 / 100, 340, metrics::paneWidth);
        if (m_splitter)
            m_splitter->setSizes({width() - pane, pane});
    }
    refresh();
    QWidget::showEvent(event);
}

void WindowPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_translated)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
