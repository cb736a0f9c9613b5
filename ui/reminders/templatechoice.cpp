#include "ui/reminders/templatechoice.h"

#include "ui/background.h"
#include "ui/templates/templatemodel.h"

namespace accueil {

TemplateChoice::TemplateChoice(const RecordContext &desk, QWidget *parent)
    : ListBox(parent)
    , m_desk(desk)
{
    addItem(tr("Own words"), QString());
    inBackground(
        this, [templates = &desk.services.templates, who = desk.session] { return templates->list(who); },
        [this](const Result<QList<MessageTemplate>> &templates) {
            if (templates)
                offer(*templates);
        });
}

void TemplateChoice::offer(const QList<MessageTemplate> &templates)
{
    for (const MessageTemplate &wording : templates) {
        const bool isUsable = wording.isWritten() && wording.isActive;
        if (isUsable && findData(wording.name) < 0)
            addItem(TemplateModel::nameText(wording.name), wording.name);
    }
}

void TemplateChoice::setTemplateName(const QString &name)
{
    // The list may still be on its way, and the template may be gone: the reminder keeps its name all the same.
    if (findData(name) < 0)
        addItem(TemplateModel::nameText(name), name);
    setCurrentIndex(findData(name));
}

void TemplateChoice::compose(PreviewDraft draft)
{
    const int question = ++m_question;
    draft.templateName = templateName();
    if (draft.templateName.isEmpty())
        return;
    inBackground(
        this,
        [templates = &m_desk.services.templates, who = m_desk.session, draft] {
            return templates->preview(who, draft);
        },
        [this, question](const Result<MessagePreview> &preview) {
            if (question == m_question && preview)
                Q_EMIT composed(*preview);
        });
}

} // namespace accueil
