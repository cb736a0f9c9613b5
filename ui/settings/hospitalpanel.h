#pragma once

#include "ui/settings/settingspanel.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace accueil {

class ListBox;
class TextLine;

// Name, time zone, languages of the patients, what needs their consent, what an SMS may say, when comments
// are shown, wards.
class HospitalPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit HospitalPanel(QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;

private:
    TextLine *m_name;
    TextLine *m_shortName;
    ListBox *m_zone;
    ListBox *m_consent;
    ListBox *m_privacy;
    QSpinBox *m_smallestGroup;
    QPlainTextEdit *m_wards;
    Field *m_nameField;
    Field *m_shortNameField;
    Field *m_zoneField;
    Field *m_consentField;
    Field *m_privacyField;
    Field *m_smallestGroupField;
    Field *m_wardsField;
    QLabel *m_languagesLabel;
    QList<std::pair<QString, QCheckBox *>> m_languages;
};

} // namespace accueil
