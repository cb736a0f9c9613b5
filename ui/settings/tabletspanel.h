#pragma once

#include "ui/settings/settingspanel.h"

#include <QTimer>

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

Q_SIGNALS:
    void tabletsWanted(); // the page where they are paired

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showAddresses();

    const Desk *m_desk;
    QCheckBox *m_allowed;
    QLabel *m_meaning;
    QLabel *m_addressLabel;
    QLabel *m_address;
    QLabel *m_localLabel;
    QLabel *m_local;
    class Button *m_page;
    QTimer m_look; // the door opens a moment after it was allowed
};

} // namespace accueil
