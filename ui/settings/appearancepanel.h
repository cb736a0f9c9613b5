#pragma once

#include "ui/settings/settingspanel.h"

namespace accueil {

class ListBox;
class Segmented;
class Theme;
class Translator;

// Language and light of this desk's window. Takes effect at once; kept at the desk, not in the store.
class AppearancePanel final : public SettingsPanel
{
    Q_OBJECT
public:
    AppearancePanel(Theme &theme, Translator &translator, QWidget *parent = nullptr);
    void read(const HospitalSettings &) override { }
    void write(HospitalSettings &) const override { }
    void retranslate() override;

private:
    Theme &m_theme;
    Translator &m_translator;
    ListBox *m_language;
    Segmented *m_scheme;
    Field *m_languageField;
    Field *m_schemeField;
};

} // namespace accueil
