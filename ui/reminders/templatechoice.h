#pragma once

#include "app/services/templateservice.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/listbox.h"

namespace accueil {

// Which template a reminder takes its words from; the first entry is none. Fills them in for a patient on request.
class TemplateChoice final : public ListBox
{
    Q_OBJECT
public:
    explicit TemplateChoice(const RecordContext &desk, QWidget *parent = nullptr);

    QString templateName() const { return currentData().toString(); }
    void setTemplateName(const QString &name);
    // Answers with composed(), unless something else was asked for meanwhile. Nothing without a template.
    void compose(PreviewDraft draft);

Q_SIGNALS:
    void composed(const accueil::MessagePreview &preview);

private:
    void offer(const QList<MessageTemplate> &templates);

    const RecordContext &m_desk;
    int m_question = 0; // answers to earlier ones are dropped
};

} // namespace accueil
