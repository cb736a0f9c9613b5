#include "ui/settings/callspanel.h"

#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

CallsPanel::CallsPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_deskPhone(new TextLine)
    , m_publicUrl(new TextLine)
    , m_audioUrl(new TextLine)
    , m_deskPhoneField(addField(u"deskPhone"_s, m_deskPhone))
    , m_publicUrlField(addField(u"publicUrl"_s, m_publicUrl))
    , m_audioUrlField(addField(u"audioUrl"_s, m_audioUrl))
    , m_test(new TestRow(context, Channel::Ivr))
{
    for (Field *field : {m_deskPhoneField, m_publicUrlField, m_audioUrlField})
        content()->addWidget(field);
    content()->addWidget(m_test);
    content()->addStretch();
}

void CallsPanel::read(const HospitalSettings &settings)
{
    m_deskPhone->setText(settings.deskPhone);
    m_publicUrl->setText(settings.publicUrl);
    m_audioUrl->setText(settings.audioUrl);
}

void CallsPanel::write(HospitalSettings &settings) const
{
    settings.deskPhone = m_deskPhone->text().trimmed();
    settings.publicUrl = m_publicUrl->text().trimmed();
    settings.audioUrl = m_audioUrl->text().trimmed();
}

void CallsPanel::retranslate()
{
    m_deskPhoneField->setLabel(tr("Number of the d&esk"));
    m_deskPhoneField->setHint(tr("that calls ask to ring back"));
    m_publicUrlField->setLabel(tr("&Public web address"));
    m_publicUrlField->setHint(tr("where Twilio reaches this program; empty: calls cannot be answered with keys"));
    m_audioUrlField->setLabel(tr("Web address of &recordings"));
    m_audioUrlField->setHint(tr("empty: a voice reads in French or English"));
    m_test->retranslate();
}

} // namespace accueil
