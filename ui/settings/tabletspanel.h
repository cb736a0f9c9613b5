#pragma once

#include "ui/settings/settingspanel.h"

class QCheckBox;
class QLabel;

namespace accueil {

class Desk;

// Whether tablets of the wards may reach this desk, and where.
class TabletsPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit TabletsPanel(const Desk *desk, QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    const Desk *m_desk;
    QCheckBox *m_allowed;
    QLabel *m_meaning;
    QLabel *m_addressLabel;
    QLabel *m_address;
};

} // namespace accueil
