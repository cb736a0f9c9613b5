#include "ui/settings/appearancepanel.h"

#include "ui/languagename.h"
#include "ui/theme/theme.h"
#include "ui/translator.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

AppearancePanel::AppearancePanel(Theme &theme, Translator &translator, QWidget *parent)
    : SettingsPanel(parent)
    , m_theme(theme)
    , m_translator(translator)
    , m_language(new ListBox)
    , m_scheme(new Segmented)
    , m_languageField(new Field(m_language))
    , m_schemeField(new Field(m_scheme))
{
    m_language->setObjectName(u"windowLanguage"_s);
    m_scheme->setObjectName(u"windowScheme"_s);
    for (const Language language :
        {Language::French, Language::English, Language::Duala, Language::Basaa, Language::Ewondo})
        m_language->addItem(languageName(language), languageTable.key(language));
    m_language->setValue(translator.language());
    content()->addWidget(m_languageField);
    content()->addWidget(m_schemeField);
    content()->addStretch();
    connect(
        m_language, &QComboBox::activated, this, [this] { m_translator.choose(m_language->currentData().toString()); });
    connect(&translator, &Translator::languageChanged, this, [this] { m_language->setValue(m_translator.language()); });
    connect(m_scheme, &Segmented::chosen, this,
        [this](const QVariant &choice) { m_theme.choose(static_cast<SchemeChoice>(choice.toInt())); });
    connect(&theme, &Theme::schemeChanged, this, [this] { m_scheme->setValue(static_cast<int>(m_theme.choice())); });
}

void AppearancePanel::retranslate()
{
    m_languageField->setLabel(tr("Lan&guage of the window"));
    m_languageField->setHint(tr("French stands in where a text is missing"));
    m_schemeField->setLabel(tr("Ligh&t or dark"));
    m_scheme->setOptions({{tr("As the system"), static_cast<int>(SchemeChoice::System)},
        {tr("Light"), static_cast<int>(SchemeChoice::Light)}, {tr("Dark"), static_cast<int>(SchemeChoice::Dark)}});
    m_scheme->setValue(static_cast<int>(m_theme.choice()));
}

} // namespace accueil
