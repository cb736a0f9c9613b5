#pragma once

#include "app/services/hospitalsettings.h"
#include "ui/firstrun/section.h"
#include "ui/widgets/field.h"

class QCheckBox;

namespace accueil {

class ListBox;
class TextLine;

// Name, short name for SMS, time zone, languages of the patients.
class HospitalSection final : public Section
{
    Q_OBJECT
public:
    explicit HospitalSection(QWidget *parent = nullptr);
    bool isComplete() const override;
    void addTo(HospitalSettings &settings) const;
    FieldGroup &fields() { return m_fields; }

private:
    void retranslate() override;

    TextLine *m_name;
    TextLine *m_shortName;
    ListBox *m_zone;
    Field *m_nameField;
    Field *m_shortNameField;
    Field *m_zoneField;
    class QLabel *m_languagesLabel;
    QList<std::pair<QString, QCheckBox *>> m_languages; // wire key
    FieldGroup m_fields;
};

} // namespace accueil
