#include "ui/tablets/codelabel.h"

#include "ui/tablets/tabletdoor.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace accueil {

using namespace Qt::StringLiterals;

CodeLabel::CodeLabel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_letters(new QLabel)
    , m_clock(new IconLabel(Icon::Clock, metrics::smallIcon(), Tone::Warning))
    , m_time(new QLabel)
    , m_again(new Button(Button::Quiet, nullptr, Button::Small))
{
    m_title->setFont(fontFor(TextRole::Label));
    QFont wide = fontFor(TextRole::Title);
    wide.setLetterSpacing(QFont::AbsoluteSpacing, metrics::withText(2));
    m_letters->setFont(wide);
    m_letters->setObjectName(u"pairingCode"_s);
    m_letters->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_time->setFont(fontFor(TextRole::Small));
    m_time->setObjectName(u"codeTime"_s);
    m_again->setSymbol(Icon::Refresh);
    m_again->setObjectName(u"codeAgain"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_clock);
    line->addWidget(m_time, 1);
    line->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_letters);
    column->addLayout(line);
}

void CodeLabel::setCode(const QString &code)
{
    m_code = code;
    present();
}

void CodeLabel::setRemaining(qint64 seconds)
{
    m_seconds = std::max<qint64>(0, seconds);
    present();
}

void CodeLabel::present()
{
    const bool isGood = m_seconds > 0 && !m_code.isEmpty();
    m_letters->setText(isGood ? spelledCode(m_code) : u"···· ····"_s);
    // Letter by letter, as a screen reader shall say it.
    m_letters->setAccessibleName(isGood
            ? tr("Code: %1").arg(QStringList(m_code.split(QString(), Qt::SkipEmptyParts)).join(u' '))
            : tr("No code"));
    m_time->setText(isGood ? tr("Valid %1 min %2 s").arg(m_seconds / 60).arg(m_seconds % 60) : tr("It has run out"));
    m_time->setProperty("ink", isGood ? u"warning"_s : u"danger"_s);
    m_time->style()->polish(m_time);
    m_clock->setTone(isGood ? Tone::Warning : Tone::Danger);
}

void CodeLabel::retranslate()
{
    m_title->setText(tr("Or type this code"));
    m_again->setText(tr("New cod&e"));
    present();
}

} // namespace accueil
