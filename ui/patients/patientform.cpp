#include "ui/patients/patientdialog.h"

#include "ui/patients/consentfields.h"
#include "ui/patients/duplicatebanner.h"
#include "ui/records/calendaredit.h"
#include "ui/records/recordwords.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QHBoxLayout *beside(std::initializer_list<QWidget *> fields)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardGap);
    for (QWidget *field : fields)
        row->addWidget(field, 1, Qt::AlignTop);
    return row;
}

} // namespace

QWidget *PatientDialog::makeForm(const WardList &wards)
{
    m_duplicate = new DuplicateBanner;
    m_duplicate->hide();
    m_name = new TextLine;
    m_name->setObjectName(u"name"_s);
    m_number = new TextLine;
    m_number->setPlaceholderText(tr("given by itself"));
    m_phone = new TextLine;
    m_phone->setObjectName(u"phone"_s);
    m_phone->setSymbol(Icon::Phone);
    m_newNumber = new Button(Button::Second, nullptr, Button::Small);
    m_newNumber->setSymbol(Icon::Phone);
    m_newNumber->hide();
    m_shared = new QCheckBox(tr("S&hared with other persons"));
    m_email = new TextLine;
    m_email->setSymbol(Icon::Mail);
    m_birth = new TextLine;
    m_gender = new ListBox;
    m_gender->addItem(tr("not known"), int(Gender::Unknown));
    for (Gender gender : {Gender::Female, Gender::Male, Gender::Other})
        m_gender->addItem(RecordWords::gender(gender), int(gender));
    m_language = new ListBox;
    for (Language language : {Language::French, Language::English, Language::Duala, Language::Basaa, Language::Ewondo})
        m_language->addItem(RecordWords::language(language), int(language));
    m_ward = new ListBox;
    m_ward->setEditable(true);
    m_ward->addItems(wards.wards());
    m_condition = new TextLine;
    m_consent = new ConsentFields;
    m_registered = new CalendarEdit(u"dd/MM/yyyy"_s);

    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::fieldGap);
    column->addWidget(m_duplicate);
    column->addWidget(addField(m_name, tr("&Name"), {u"name"_s}));
    m_phoneField = addField(m_phone, tr("&Telephone"), {u"phone_number"_s});
    auto *phone = new QVBoxLayout;
    phone->setSpacing(metrics::labelGap);
    phone->addWidget(m_phoneField);
    phone->addWidget(m_newNumber, 0, Qt::AlignLeft);
    phone->addWidget(m_shared);
    column->addLayout(phone);
    m_birthField = addField(m_birth, tr("&Born"), {u"birth_date"_s, u"birth_year"_s, u"age"_s});
    column->addLayout(beside({m_birthField, addField(m_gender, tr("&Gender"), {u"gender"_s})}));
    column->addLayout(beside({addField(m_ward, tr("&Ward"), {u"ward"_s}),
        addField(m_language, tr("&Language"), {u"preferred_language"_s})}));
    column->addWidget(addField(m_condition, tr("&Condition"), {u"condition"_s}));
    column->addWidget(addField(m_email, tr("&Email"), {u"email"_s}));
    auto *consent = addField(m_consent, tr("May the hospital write or call?"), {u"consent"_s});
    column->addWidget(consent);
    column->addLayout(beside({addField(m_number, tr("N&umber"), {u"patient_id"_s}),
        addField(m_registered, tr("Registere&d on"), {u"registration_date"_s})}));
    return form;
}

} // namespace accueil
