#include "ui/settings/hospitalpanel.h"

#include "ui/languagename.h"
#include "ui/settings/wardseditor.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/timezones.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace accueil {

using namespace Qt::StringLiterals;

HospitalPanel::HospitalPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_name(new TextLine)
    , m_shortName(new TextLine)
    , m_zone(new ListBox)
    , m_consent(new ListBox)
    , m_privacy(new ListBox)
    , m_smallestGroup(new QSpinBox)
    , m_wards(new WardsEditor(context))
    , m_nameField(addField(u"name"_s, m_name))
    , m_shortNameField(addField(u"shortName"_s, m_shortName))
    , m_zoneField(addField(u"timeZone"_s, m_zone))
    , m_consentField(addField(u"consentPolicy"_s, m_consent))
    , m_privacyField(addField(u"privacyCheck"_s, m_privacy))
    , m_smallestGroupField(addField(u"smallestGroup"_s, m_smallestGroup))
    , m_languagesLabel(new QLabel)
{
    m_zone->addItems(timeZoneNames());
    m_consent->addItem(QString(), int(ConsentPolicy::Assumed));
    m_consent->addItem(QString(), int(ConsentPolicy::Required));
    m_privacy->addItem(QString(), int(PrivacyCheck::Refuse));
    m_privacy->addItem(QString(), int(PrivacyCheck::Warn));
    m_smallestGroup->setRange(1, HospitalSettings::largestSmallestGroup);
    content()->addWidget(m_nameField);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::cardGap);
    line->addWidget(m_shortNameField, 1);
    line->addWidget(m_zoneField, 1);
    content()->addLayout(line);
    m_languagesLabel->setFont(fontFor(TextRole::Label));
    content()->addWidget(m_languagesLabel);
    auto *languages = new FlowLayout(16, 4);
    for (const Language language :
        {Language::French, Language::English, Language::Duala, Language::Basaa, Language::Ewondo}) {
        auto *box = new QCheckBox(languageName(language));
        m_languages.append({languageTable.key(language), box});
        watch(box);
        languages->addWidget(box);
    }
    content()->addLayout(languages);
    auto *policies = new QHBoxLayout;
    policies->setSpacing(metrics::cardGap);
    policies->addWidget(m_consentField, 1);
    policies->addWidget(m_privacyField, 1);
    content()->addLayout(policies);
    content()->addWidget(m_smallestGroupField);
    content()->addWidget(m_wards);
    content()->addStretch();
}

void HospitalPanel::read(const HospitalSettings &settings)
{
    m_name->setText(settings.name);
    m_shortName->setText(settings.shortName);
    if (m_zone->findText(settings.timeZone) < 0)
        m_zone->addItem(settings.timeZone);
    m_zone->setCurrentText(settings.timeZone);
    m_consent->setValue(int(settings.consentPolicy));
    m_privacy->setValue(int(settings.privacyCheck));
    m_smallestGroup->setValue(settings.smallestGroup);
    for (const auto &[key, box] : std::as_const(m_languages))
        box->setChecked(settings.languages.contains(key));
}

void HospitalPanel::write(HospitalSettings &settings) const
{
    settings.name = m_name->text().trimmed();
    settings.shortName = m_shortName->text().trimmed();
    settings.timeZone = m_zone->currentText();
    settings.consentPolicy = ConsentPolicy(m_consent->currentData().toInt());
    settings.privacyCheck = PrivacyCheck(m_privacy->currentData().toInt());
    settings.smallestGroup = m_smallestGroup->value();
    settings.languages.clear();
    for (const auto &[key, box] : m_languages) {
        if (box->isChecked())
            settings.languages.append(key);
    }
}

void HospitalPanel::retranslate()
{
    m_nameField->setLabel(tr("&Name of the hospital"));
    m_shortNameField->setLabel(tr("&Short name, SMS"));
    m_zoneField->setLabel(tr("&Time zone"));
    m_consentField->setLabel(tr("Patients who were never as&ked"));
    m_consent->setItemText(0, tr("get messages about their care, but no surveys"));
    m_consent->setItemText(1, tr("get no messages before they agree"));
    m_privacyField->setLabel(tr("SMS that give &an illness away"));
    m_privacy->setItemText(0, tr("are refused"));
    m_privacy->setItemText(1, tr("are marked, and sent all the same"));
    m_smallestGroupField->setLabel(tr("Comments are shown from so man&y responses on"));
    m_smallestGroupField->setHint(tr("those of fewer would give away who wrote"));
    m_wards->retranslate();
    m_languagesLabel->setText(tr("Languages of the patients"));
    for (const auto &[key, box] : std::as_const(m_languages))
        box->setAccessibleName(tr("Language of patients: %1").arg(box->text()));
}

} // namespace accueil
