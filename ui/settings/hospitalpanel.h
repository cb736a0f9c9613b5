#pragma once

#include "ui/settings/settingspanel.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace accueil {

class ListBox;
class TextLine;
class WardsEditor;
struct PageContext;

// Name, time zone, languages of the patients, what needs their consent, what an SMS may say, when comments are shown;
// and the wards, which are edited at once and not with the page.
class HospitalPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit HospitalPanel(const PageContext &context, QWidget *parent = nullptr);
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
    WardsEditor *m_wards;
    Field *m_nameField;
    Field *m_shortNameField;
    Field *m_zoneField;
    Field *m_consentField;
    Field *m_privacyField;
    Field *m_smallestGroupField;
    QLabel *m_languagesLabel;
    QList<std::pair<QString, QCheckBox *>> m_languages;
};

} // namespace accueil
