#include "ui/records/recorddialog.h"

#include "ui/errortext.h"
#include "ui/widgets/button.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

RecordDialog::RecordDialog(int width, QWidget *parent)
    : DialogFrame(parent, width)
    , m_leave(new Button(Button::Second))
    , m_save(new Button(Button::Main))
{
    m_leave->setKeyHint(QKeySequence(Qt::Key_Escape));
    m_leave->setAutoDefault(false);
    m_save->setSymbol(Icon::Check);
    m_save->setKeys(QKeySequence(u"Ctrl+S"_s));
    m_save->setAutoDefault(false);
    addFooterButton(m_leave);
    addFooterButton(m_save);
    connect(m_leave, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_save, &QAbstractButton::clicked, this, [this] { save(); });
}

void RecordDialog::retranslate()
{
    m_leave->setText(tr("Close"));
    m_save->setText(tr("&Save"));
}

void RecordDialog::setForm(QWidget *form)
{
    m_form = form;
    body()->addWidget(form);
}

void RecordDialog::addSecondButton(Button *button)
{
    button->setAutoDefault(false);
    auto *row = qobject_cast<QBoxLayout *>(m_save->parentWidget()->layout());
    Q_ASSERT(row);
    row->insertWidget(row->indexOf(m_save), button);
    setTabOrder(m_leave, button);
    setTabOrder(button, m_save);
}

void RecordDialog::setProblem(const QString &problem)
{
    setFooterNote(problem, true);
}

void RecordDialog::setReadOnly(bool readOnly)
{
    m_form->setEnabled(!readOnly);
    m_save->setVisible(!readOnly);
}

void RecordDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_save->setBusy(busy, tr("Saving…"));
    if (busy)
        m_focused = m_form->focusWidget();
    m_form->setEnabled(!busy);
    if (!busy && m_focused)
        m_focused->setFocus();
}

Field *RecordDialog::addField(QWidget *control, const QString &label, const QStringList &wireNames)
{
    auto *field = new Field(control);
    field->setLabel(label);
    for (const QString &name : wireNames)
        m_fields.add(name, field);
    return field;
}

void RecordDialog::showProblems(const Error &error)
{
    const QStringList others = m_fields.show(error);
    const QStringList wrong = m_fields.wrongLabels();
    if (!wrong.isEmpty())
        setProblem(tr("%n field(s) to mend: %1", nullptr, int(wrong.size())).arg(wrong.join(u", "_s)));
    else
        setProblem(others.isEmpty() ? errorText(error) : others.join(u' '));
}

void RecordDialog::reject()
{
    if (!m_busy)
        DialogFrame::reject();
}

} // namespace accueil
