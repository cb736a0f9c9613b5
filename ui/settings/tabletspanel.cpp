#include "ui/settings/tabletspanel.h"

#include "ui/desk.h"
#include "ui/theme/type.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

TabletsPanel::TabletsPanel(const Desk *desk, QWidget *parent)
    : SettingsPanel(parent)
    , m_desk(desk)
    , m_allowed(new QCheckBox)
    , m_meaning(new QLabel)
    , m_addressLabel(new QLabel)
    , m_address(new QLabel)
{
    m_allowed->setObjectName(u"tabletsAllowed"_s);
    watch(m_allowed);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("ink", u"text2"_s);
    m_addressLabel->setFont(fontFor(TextRole::Label));
    m_address->setFont(fontFor(TextRole::Code));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QWidget *part : std::initializer_list<QWidget *>{m_allowed, m_meaning, m_addressLabel, m_address})
        content()->addWidget(part);
    content()->addStretch();
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
    SettingsPanel::showEvent(event);
}

void TabletsPanel::retranslate()
{
    m_allowed->setText(tr("Tablets and other desks may &reach this desk over the network"));
    m_allowed->setAccessibleName(QString(m_allowed->text()).remove(u'&'));
    m_meaning->setText(tr("Otherwise this desk listens only to programs on this computer."));
    m_addressLabel->setText(tr("Address now"));
    const QString address = m_desk ? m_desk->serverAddress() : QString();
    m_address->setText(
        address.isEmpty() ? tr("does not listen: %1").arg(m_desk ? m_desk->serverProblem() : QString()) : address);
}

} // namespace accueil
