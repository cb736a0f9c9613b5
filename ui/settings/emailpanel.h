#pragma once

#include "ui/settings/settingspanel.h"
#include "ui/settings/testrow.h"

namespace accueil {

class Segmented;

// The mail server, and a test.
class EmailPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit EmailPanel(const PageContext &context, QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;
    TestRow *test() const { return m_test; }

private:
    TextLine *m_host;
    TextLine *m_port;
    Segmented *m_security;
    TextLine *m_user;
    TextLine *m_password;
    TextLine *m_sender;
    Field *m_hostField;
    Field *m_portField;
    Field *m_securityField;
    Field *m_userField;
    Field *m_passwordField;
    Field *m_senderField;
    TestRow *m_test;
};

} // namespace accueil
