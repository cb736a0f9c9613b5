#pragma once

#include "app/domain/messagetemplate.h"
#include "ui/page.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/field.h"

namespace accueil {

class Banner;
class Button;
class ListBox;
class TextLine;

// A new template of the hospital's own: its name, what it is about, the first language. The words are written in the
// pane.
class TemplateDialog final : public DialogFrame
{
    Q_OBJECT
public:
    TemplateDialog(const PageContext &context, QWidget *parent);
    bool hasUnsavedWork() const override;

Q_SIGNALS:
    void created(const QString &key);

private:
    void retranslate() override;
    void save();

    PageContext m_context;
    TextLine *m_name;
    ListBox *m_purpose;
    ListBox *m_language;
    Field *m_nameField;
    Field *m_purposeField;
    Field *m_languageField;
    Banner *m_problem;
    Button *m_close;
    Button *m_save;
    FieldGroup m_fields;
};

} // namespace accueil
