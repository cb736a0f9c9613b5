#include "ui/reminders/latebanner.h"

#include "ui/widgets/button.h"

namespace accueil {

using namespace Qt::StringLiterals;

LateBanner::LateBanner(QWidget *parent)
    : Banner(Tone::Warning, parent)
    , m_send(new Button(Button::Second, nullptr, Button::Small))
    , m_cancel(new Button(Button::Destructive, nullptr, Button::Small))
{
    setObjectName(u"lateBanner"_s);
    m_send->setObjectName(u"sendLate"_s);
    m_send->setSymbol(Icon::Send);
    m_cancel->setObjectName(u"cancelLate"_s);
    m_cancel->setSymbol(Icon::Ban);
    addButton(m_send);
    addButton(m_cancel);
    connect(m_send, &QAbstractButton::clicked, this, [this] { Q_EMIT decided(LateDecision::Send, m_count); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { Q_EMIT decided(LateDecision::Cancel, m_count); });
    hide();
}

void LateBanner::allowDeciding(bool allowed)
{
    m_send->setVisible(allowed);
    m_cancel->setVisible(allowed);
}

void LateBanner::setCount(int count)
{
    m_count = count;
    retranslate();
    setVisible(m_wanted && m_count > 0);
}

void LateBanner::setWanted(bool wanted)
{
    m_wanted = wanted;
    setVisible(m_wanted && m_count > 0);
}

void LateBanner::retranslate()
{
    setWords(tr("%n reminder(s) are late", nullptr, m_count),
        tr("The program was off or nothing could be sent. They wait until somebody decides."));
    m_send->setText(tr("Send &all"));
    m_cancel->setText(tr("Cance&l all"));
}

} // namespace accueil
