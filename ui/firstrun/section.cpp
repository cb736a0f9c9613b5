#include "ui/firstrun/section.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameWidth = 184;
constexpr int besideFrom = 640; // pixels of text as designed; narrower: the name stands above

} // namespace

Section::Section(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_content(new QVBoxLayout)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(18);
    auto *line = new QFrame;
    line->setProperty("rule", true);
    rows->addWidget(line);
    m_columns->setContentsMargins(0, 0, 0, 18);
    rows->addLayout(m_columns);
    auto *name = new QVBoxLayout;
    name->setSpacing(2);
    m_title->setFont(fontFor(TextRole::BodyBold));
    m_title->setWordWrap(true);
    m_hint->setFont(fontFor(TextRole::Small));
    m_hint->setProperty("ink", u"text2"_s);
    m_hint->setWordWrap(true);
    for (QLabel *label : {m_title, m_hint})
        name->addWidget(label);
    name->addStretch();
    m_columns->addLayout(name);
    m_content->setSpacing(metrics::cardGap);
    auto *top = new QVBoxLayout; // what is not needed of the height stays below
    top->addLayout(m_content);
    top->addStretch();
    m_columns->addLayout(top, 1);
}

QString Section::title() const
{
    return m_title->text();
}

void Section::setWords(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    setAccessibleName(title);
}

void Section::resizeEvent(QResizeEvent *event)
{
    const bool beside = width() >= metrics::withText(besideFrom);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(beside ? metrics::pageMargin : metrics::gap);
    for (QLabel *label : {m_title, m_hint}) {
        label->setMinimumWidth(beside ? metrics::withText(nameWidth) : 0);
        label->setMaximumWidth(beside ? metrics::withText(nameWidth) : QWIDGETSIZE_MAX);
    }
    QWidget::resizeEvent(event);
}

void Section::showEvent(QShowEvent *event)
{
    if (!m_translated) {
        m_translated = true;
        retranslate();
        Q_EMIT changed(); // its title is known now
    }
    QWidget::showEvent(event);
}

void Section::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_translated)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
