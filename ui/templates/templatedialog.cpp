#include "ui/templates/templatedialog.h"

#include "app/services/templateservice.h"
#include "ui/background.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

TemplateDialog::TemplateDialog(const PageContext &context, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_context(context)
    , m_name(new TextLine)
    , m_purpose(new ListBox)
    , m_language(new ListBox)
    , m_nameField(new Field(m_name))
    , m_purposeField(new Field(m_purpose))
    , m_languageField(new Field(m_language))
    , m_problem(new Banner(Tone::Danger))
    , m_close(new Button(Button::Second))
    , m_save(new Button(Button::Main))
{
    m_name->setObjectName(u"templateName"_s);
    m_save->setObjectName(u"createTemplate"_s);
    for (const auto &purpose : purposeTable.rows)
        m_purpose->addItem(RecordWords::purpose(purpose.value), int(purpose.value));
    for (const auto &language : languageTable.rows)
        m_language->addItem(RecordWords::language(language.value), int(language.value));
    m_language->setValue(int(Language::French));
    m_problem->hide();
    body()->addWidget(m_problem);
    for (const auto &[name, field] :
        {std::pair{u"name"_s, m_nameField}, {u"purpose"_s, m_purposeField}, {u"language"_s, m_languageField}}) {
        m_fields.add(name, field);
        body()->addWidget(field);
    }
    body()->addStretch();
    m_close->setKeyHint(Qt::Key_Escape);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(Qt::CTRL | Qt::Key_S);
    addFooterButton(m_close);
    addFooterButton(m_save);
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_save, &QPushButton::clicked, this, &TemplateDialog::save);
    m_name->setFocus();
}

bool TemplateDialog::hasUnsavedWork() const
{
    return !m_name->text().isEmpty() && result() != Accepted;
}

void TemplateDialog::save()
{
    m_problem->hide();
    m_save->setBusy(true, tr("Saving…"));
    const TemplateDraft draft{.name = m_name->text().trimmed(),
        .language = Language(m_language->currentData().toInt()),
        .purpose = Purpose(m_purpose->currentData().toInt())};
    inBackground(
        this,
        [templates = &m_context.services.templates, who = m_context.session, draft] {
            return templates->create(who, draft);
        },
        [this](const Result<MessageTemplate> &answer) {
            m_save->setBusy(false);
            if (answer) {
                accept();
                Q_EMIT created(answer->key());
                return;
            }
            const QStringList others = m_fields.show(answer.error());
            m_problem->setWords(others.join(u' '));
            m_problem->setVisible(!others.isEmpty());
        });
}

void TemplateDialog::retranslate()
{
    setTitle(tr("New template"));
    m_nameField->setLabel(tr("&Name"));
    m_nameField->setHint(tr("small letters, as in vaccination; the same in all languages"));
    m_purposeField->setLabel(tr("&About"));
    for (int i = 0; i < m_purpose->count(); ++i)
        m_purpose->setItemText(i, RecordWords::purpose(Purpose(m_purpose->itemData(i).toInt())));
    m_languageField->setLabel(tr("&Language"));
    m_close->setText(tr("&Close"));
    m_save->setText(tr("&Save"));
}

} // namespace accueil
