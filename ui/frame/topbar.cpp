#include "ui/frame/topbar.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/translator.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmented.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

Segmented *makeLanguageSwitch(Translator &translator, QWidget *parent)
{
    auto *choice = new Segmented(parent, Segmented::Compact);
    choice->setOptions({{u"FR"_s, u"fr"_s, u"Français"_s}, {u"EN"_s, u"en"_s, u"English"_s}});
    choice->setAccessibleName(u"Langue / Language"_s);
    choice->setValue(translator.language());
    QObject::connect(choice, &Segmented::chosen, &translator,
        [&translator](const QVariant &language) { translator.choose(language.toString()); });
    QObject::connect(&translator, &Translator::languageChanged, choice,
        [choice, &translator] { choice->setValue(translator.language()); });
    return choice;
}

TopBar::TopBar(QWidget *search, Theme &theme, Translator &translator, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_translator(translator)
    , m_language(makeLanguageSwitch(translator, this))
    , m_scheme(new IconButton(Icon::Moon))
    , m_help(new IconButton(Icon::CircleQuestion))
{
    setFixedHeight(metrics::textHeight(fontFor(TextRole::Body), 56, 36));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    line->setSpacing(14);
    search->setMaximumWidth(metrics::withText(520));
    line->addWidget(search, 3);
    line->addStretch(2);
    line->addWidget(m_language);
    line->addWidget(m_scheme);
    line->addWidget(m_help);
    m_scheme->setKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_help->setKeys(Qt::Key_F1);
    connect(m_scheme, &QPushButton::clicked, &theme, &Theme::toggle);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpWanted);
    connect(&theme, &Theme::schemeChanged, this, &TopBar::retranslate);
    retranslate();
}

void TopBar::retranslate()
{
    const bool light = m_theme.scheme() == Scheme::Light;
    m_scheme->setSymbol(light ? Icon::Moon : Icon::Sun);
    m_scheme->setWords(light ? tr("Dark window") : tr("Light window"));
    m_help->setWords(tr("Help: all keys"));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
}

} // namespace accueil
