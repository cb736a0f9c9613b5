#include "ui/settings/tabletspanel.h"

#include "ui/desk.h"
#include "ui/tablets/tabletdoor.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookMs = 1'000;

}

TabletsPanel::TabletsPanel(const Desk *desk, QWidget *parent)
    : SettingsPanel(parent)
    , m_desk(desk)
    , m_allowed(new QCheckBox)
    , m_meaning(new QLabel)
    , m_addressLabel(new QLabel)
    , m_address(new QLabel)
    , m_localLabel(new QLabel)
    , m_local(new QLabel)
    , m_page(new Button(Button::Second))
{
    m_allowed->setObjectName(u"tabletsAllowed"_s);
    watch(m_allowed);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("ink", u"text2"_s);
    m_page->setObjectName(u"tabletsPage"_s);
    m_page->setSymbol(Icon::Tablet);
    for (QLabel *label : {m_addressLabel, m_localLabel})
        label->setFont(fontFor(TextRole::Label));
    for (QLabel *label : {m_address, m_local}) {
        label->setFont(fontFor(TextRole::Code));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_address->setObjectName(u"tabletAddresses"_s);
    for (QWidget *part :
        std::initializer_list<QWidget *>{m_allowed, m_meaning, m_addressLabel, m_address, m_localLabel, m_local})
        content()->addWidget(part);
    content()->addWidget(m_page, 0, Qt::AlignLeft);
    content()->addStretch();
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &TabletsPanel::showAddresses);
    connect(m_page, &QPushButton::clicked, this, &TabletsPanel::tabletsWanted);
}

void TabletsPanel::read(const HospitalSettings &settings)
{
    m_allowed->setChecked(settings.tabletsAllowed);
}

void TabletsPanel::write(HospitalSettings &settings) const
{
    settings.tabletsAllowed = m_allowed->isChecked();
}

void TabletsPanel::showEvent(QShowEvent *event)
{
    retranslate();
    m_look.start();
    SettingsPanel::showEvent(event);
}

void TabletsPanel::hideEvent(QHideEvent *event)
{
    m_look.stop();
    SettingsPanel::hideEvent(event);
}

void TabletsPanel::showAddresses()
{
    const TabletDoor door = TabletDoor::of(m_desk);
    const QString local = m_desk ? m_desk->serverAddress() : QString();
    m_address->setText(door.isOpen() ? door.addresses.join(u'\n')
            : door.problem.isEmpty() ? tr("none: tablets are not allowed, or this computer is in no network")
                                     : tr("none: %1").arg(door.problem));
    m_local->setText(
        local.isEmpty() ? tr("does not listen: %1").arg(m_desk ? m_desk->serverProblem() : QString()) : local);
}

void TabletsPanel::retranslate()
{
    m_allowed->setText(tr("Tablets and other desks may &reach this desk over the network"));
    m_allowed->setAccessibleName(QString(m_allowed->text()).remove(u'&'));
    m_meaning->setText(tr("Otherwise this desk listens only to programs on this computer."));
    m_addressLabel->setText(tr("Addresses for tablets now"));
    m_localLabel->setText(tr("Address for programs on this computer"));
    m_page->setText(tr("&Pair tablets, poster, certificate"));
    showAddresses();
}

} // namespace accueil
