#include "ui/settings/emailpanel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QIntValidator>

namespace accueil {

using namespace Qt::StringLiterals;

EmailPanel::EmailPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_host(new TextLine)
    , m_port(new TextLine)
    , m_security(new Segmented)
    , m_user(new TextLine)
    , m_password(new TextLine)
    , m_sender(new TextLine)
    , m_hostField(addField(u"smtp.host"_s, m_host))
    , m_portField(addField(u"smtp.port"_s, m_port))
    , m_securityField(addField(u"smtp.security"_s, m_security))
    , m_userField(addField(u"smtp.user"_s, m_user))
    , m_passwordField(addField(u"smtp.password"_s, m_password))
    , m_senderField(addField(u"smtp.sender"_s, m_sender))
    , m_test(new TestRow(context, Channel::Email))
{
    m_port->setValidator(new QIntValidator(0, 99999, m_port)); // the service says what is allowed
    m_password->setPassword();
    const auto addLine = [this](Field *left, int leftShare, Field *right, int rightShare) {
        auto *line = new QHBoxLayout;
        line->setSpacing(metrics::cardGap);
        line->addWidget(left, leftShare, Qt::AlignTop);
        line->addWidget(right, rightShare, Qt::AlignTop);
        content()->addLayout(line);
    };
    addLine(m_hostField, 3, m_portField, 1);
    content()->addWidget(m_securityField);
    addLine(m_userField, 1, m_passwordField, 1);
    content()->addWidget(m_senderField);
    content()->addWidget(m_test);
    content()->addStretch();
}

void EmailPanel::read(const HospitalSettings &settings)
{
    m_host->setText(settings.smtp.host);
    m_port->setText(QString::number(settings.smtp.port));
    m_security->setValue(static_cast<int>(settings.smtp.security));
    m_user->setText(settings.smtp.user);
    m_password->setText(settings.smtp.password);
    m_sender->setText(settings.smtp.sender);
}

void EmailPanel::write(HospitalSettings &settings) const
{
    settings.smtp.host = m_host->text().trimmed();
    settings.smtp.port = m_port->text().toInt();
    settings.smtp.security = static_cast<SmtpSecurity>(m_security->value().toInt());
    settings.smtp.user = m_user->text().trimmed();
    settings.smtp.password = m_password->text();
    settings.smtp.sender = m_sender->text().trimmed();
}

void EmailPanel::retranslate()
{
    m_hostField->setLabel(tr("Mail &server"));
    m_portField->setLabel(tr("&Port"));
    m_securityField->setLabel(tr("&Encryption"));
    m_security->setOptions({{tr("None"), static_cast<int>(SmtpSecurity::None)},
        {tr("STARTTLS"), static_cast<int>(SmtpSecurity::StartTls)}, {tr("TLS"), static_cast<int>(SmtpSecurity::Tls)}});
    m_userField->setLabel(tr("Acc&ount"));
    m_passwordField->setLabel(tr("Pass&word"));
    m_passwordField->setHint(tr("stored encrypted"));
    m_senderField->setLabel(tr("&From"));
    m_senderField->setHint(tr("the address that patients see; empty: the account"));
    m_test->retranslate();
}

} // namespace accueil
