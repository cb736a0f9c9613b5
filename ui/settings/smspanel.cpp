#include "ui/settings/smspanel.h"

#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

SmsPanel::SmsPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_sid(new TextLine)
    , m_token(new TextLine)
    , m_number(new TextLine)
    , m_baseUrl(new TextLine)
    , m_sidField(addField(u"twilio.accountSid"_s, m_sid))
    , m_tokenField(addField(u"twilio.authToken"_s, m_token))
    , m_numberField(addField(u"twilio.phoneNumber"_s, m_number))
    , m_baseUrlField(addField(u"twilio.baseUrl"_s, m_baseUrl))
    , m_test(new TestRow(context, Channel::Sms))
{
    m_token->setPassword();
    for (Field *field : {m_sidField, m_tokenField, m_numberField, m_baseUrlField})
        content()->addWidget(field);
    content()->addWidget(m_test);
    content()->addStretch();
}

void SmsPanel::read(const HospitalSettings &settings)
{
    m_sid->setText(settings.twilio.accountSid);
    m_token->setText(settings.twilio.authToken);
    m_number->setText(settings.twilio.phoneNumber);
    m_baseUrl->setText(settings.twilio.baseUrl);
}

void SmsPanel::write(HospitalSettings &settings) const
{
    settings.twilio.accountSid = m_sid->text().trimmed();
    settings.twilio.authToken = m_token->text().trimmed();
    settings.twilio.phoneNumber = m_number->text().trimmed();
    settings.twilio.baseUrl = m_baseUrl->text().trimmed();
}

void SmsPanel::retranslate()
{
    m_sidField->setLabel(tr("Twilio &account (SID)"));
    m_tokenField->setLabel(tr("Twilio t&oken"));
    m_tokenField->setHint(tr("stored encrypted"));
    m_numberField->setLabel(tr("Number of the s&ender"));
    m_numberField->setHint(tr("with its country code, as in +237 6 70 12 34 56"));
    m_baseUrlField->setLabel(tr("&Web address of the provider"));
    m_test->retranslate();
}

} // namespace accueil
