#pragma once

#include "ui/settings/settingspanel.h"
#include "ui/settings/testrow.h"

namespace accueil {

// How the outside reaches the hospital: the program's public address, the recordings and the number that calls speak
// of; and a test call.
class CallsPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit CallsPanel(const PageContext &context, QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;
    TestRow *test() const { return m_test; }

private:
    TextLine *m_deskPhone;
    TextLine *m_publicUrl;
    TextLine *m_audioUrl;
    Field *m_deskPhoneField;
    Field *m_publicUrlField;
    Field *m_audioUrlField;
    TestRow *m_test;
};

} // namespace accueil
