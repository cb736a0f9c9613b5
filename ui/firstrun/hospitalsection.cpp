#include "ui/firstrun/hospitalsection.h"

#include "ui/languagename.h"
#include "ui/theme/type.h"
#include "ui/timezones.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace accueil {

using namespace Qt::StringLiterals;

HospitalSection::HospitalSection(QWidget *parent)
    : Section(parent)
    , m_name(new TextLine)
    , m_shortName(new TextLine)
    , m_zone(new ListBox)
    , m_nameField(new Field(m_name))
    , m_shortNameField(new Field(m_shortName))
    , m_zoneField(new Field(m_zone))
    , m_languagesLabel(new QLabel)
{
    m_name->setObjectName(u"hospitalName"_s);
    m_name->setMaxLength(120);
    m_shortName->setMaxLength(20);
    m_zone->addItems(timeZoneNames());
    m_zone->setCurrentText(HospitalSettings().timeZone);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_nameField, 4);
    line->addWidget(m_shortNameField, 2);
    line->addWidget(m_zoneField, 2);
    content()->addLayout(line);

    m_languagesLabel->setFont(fontFor(TextRole::Label));
    auto *languages = new FlowLayout(14, 4);
    languages->addWidget(m_languagesLabel);
    for (const auto &row : languageTable.rows) {
        auto *box = new QCheckBox(languageName(row.value));
        box->setChecked(true);
        m_languages.append({row.key.toString(), box});
        connect(box, &QCheckBox::toggled, this, &Section::changed);
    }
    // French first: the language of most at the desk.
    m_languages.swapItemsAt(0, 1);
    for (const auto &[key, box] : std::as_const(m_languages))
        languages->addWidget(box);
    content()->addLayout(languages);
    m_fields.add(u"name"_s, m_nameField);
    m_fields.add(u"shortName"_s, m_shortNameField);
    m_fields.add(u"timeZone"_s, m_zoneField);
    connect(m_name, &QLineEdit::textChanged, this, &Section::changed);
}

bool HospitalSection::isComplete() const
{
    const bool anyLanguage
        = std::any_of(m_languages.begin(), m_languages.end(), [](const auto &l) { return l.second->isChecked(); });
    return !m_name->text().trimmed().isEmpty() && anyLanguage;
}

void HospitalSection::addTo(HospitalSettings &settings) const
{
    settings.name = m_name->text().trimmed();
    settings.shortName = m_shortName->text().trimmed();
    settings.timeZone = m_zone->currentText();
    settings.languages.clear();
    for (const auto &[key, box] : m_languages) {
        if (box->isChecked())
            settings.languages.append(key);
    }
}

void HospitalSection::retranslate()
{
    setWords(tr("The hospital"), tr("Shown on the screens and in the messages."));
    m_nameField->setLabel(tr("&Name of the hospital"));
    m_shortNameField->setLabel(tr("&Short name, SMS"));
    m_zoneField->setLabel(tr("&Time zone"));
    m_languagesLabel->setText(tr("Languages of the patients"));
    for (const auto &[key, box] : std::as_const(m_languages))
        box->setAccessibleName(tr("Language of patients: %1").arg(box->text()));
}

} // namespace accueil
