#include "ui/settings/wardseditor.h"

#include "app/services/domainevents.h"
#include "app/services/wardservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textline.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

WardsEditor::WardsEditor(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new TextLine)
    , m_nameField(new Field(m_name))
    , m_add(new Button(Button::Second))
    , m_list(new QListWidget)
    , m_listField(new Field(m_list))
    , m_rename(new Button(Button::Second, nullptr, Button::Small))
    , m_remove(new Button(Button::Destructive, nullptr, Button::Small))
    , m_up(new IconButton(Icon::ChevronUp, nullptr, IconButton::Framed))
    , m_down(new IconButton(Icon::ChevronDown, nullptr, IconButton::Framed))
    , m_note(new NoteLine)
{
    build();
    connect(m_add, &QPushButton::clicked, this, &WardsEditor::add);
    connect(m_name, &QLineEdit::returnPressed, this, &WardsEditor::add);
    connect(m_name, &QLineEdit::textChanged, this, &WardsEditor::showActions);
    connect(m_rename, &QPushButton::clicked, this, &WardsEditor::rename);
    connect(m_remove, &QPushButton::clicked, this, &WardsEditor::remove);
    connect(m_up, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (const Ward *ward = current())
            m_chosen = ward->name;
        showActions();
    });
    connect(&context.services.events, &DomainEvents::settingsChanged, this, &WardsEditor::read);
    connect(&context.services.events, &DomainEvents::recordsImported, this, &WardsEditor::read);
    retranslate();
    read();
}

void WardsEditor::build()
{
    m_name->setObjectName(u"wardName"_s);
    m_add->setObjectName(u"addWard"_s);
    m_add->setSymbol(Icon::Plus);
    m_list->setObjectName(u"wardList"_s);
    m_list->setProperty("field", true);
    m_list->setTabKeyNavigation(false);
    m_list->setMinimumHeight(6 * metrics::rowHeight(fontFor(TextRole::Body)));
    m_rename->setObjectName(u"renameWard"_s);
    m_rename->setSymbol(Icon::Pencil);
    m_remove->setObjectName(u"removeWard"_s);
    m_remove->setSymbol(Icon::X);
    m_up->setObjectName(u"wardUp"_s);
    m_down->setObjectName(u"wardDown"_s);
    m_note->setObjectName(u"wardNote"_s);
    m_note->hide();
    auto *actions = new FlowLayout(metrics::gap, metrics::gap);
    for (QWidget *button : std::initializer_list<QWidget *>{m_up, m_down, m_rename, m_remove})
        actions->addWidget(button);
    auto *naming = new QHBoxLayout;
    naming->setSpacing(metrics::gap);
    naming->addWidget(m_nameField, 1);
    naming->addWidget(m_add, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_listField);
    column->addLayout(actions);
    column->addLayout(naming);
    column->addWidget(m_note);
}

void WardsEditor::read()
{
    inBackground(
        this, [service = &m_context.services.wards, who = m_context.session] { return service->list(who); },
        [this](const Result<QList<Ward>> &answer) {
            if (!answer) {
                m_note->show(errorText(answer.error()), NoteLine::Wrong);
                return;
            }
            m_wards = *answer;
            showWards();
        });
}

QString WardsEditor::lineOf(const Ward &ward) const
{
    const QString records = tr("%n record(s)", nullptr, int(ward.records()));
    return ward.isListed ? tr("%1 – %2", "ward, records").arg(ward.name, records)
                         : tr("%1 – not on the list, %2", "ward, records").arg(ward.name, records);
}

void WardsEditor::showWards()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (const Ward &ward : std::as_const(m_wards)) {
        auto *item = new QListWidgetItem(lineOf(ward), m_list);
        if (!ward.isListed)
            item->setIcon(themedIcon(Icon::CircleQuestion, this));
        if (ward.name == m_chosen)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(m_wards.isEmpty() ? -1 : row);
    if (const Ward *ward = current())
        m_chosen = ward->name;
    showActions();
}

const Ward *WardsEditor::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_wards.size() ? &m_wards.at(row) : nullptr;
}

void WardsEditor::showActions()
{
    const Ward *ward = current();
    const bool isTyped = !m_name->text().trimmed().isEmpty();
    const bool isListed = ward && ward->isListed;
    const auto listed = std::count_if(m_wards.begin(), m_wards.end(), [](const Ward &one) { return one.isListed; });
    m_add->setEnabled(isTyped);
    m_rename->setEnabled(ward && isTyped);
    m_remove->setEnabled(isListed);
    m_up->setEnabled(isListed && m_list->currentRow() > 0);
    m_down->setEnabled(isListed && m_list->currentRow() < listed - 1);
}

void WardsEditor::run(const QString &chosen, Work work, const std::function<void(const Ward &)> &done)
{
    m_note->hide();
    m_nameField->setError({});
    inBackground(
        this, [service = &m_context.services.wards, who = m_context.session, work] { return work(*service, who); },
        [this, chosen, done](const Result<Ward> &answer) {
            if (answer) {
                m_chosen = answer->isListed ? answer->name : chosen;
                if (done)
                    done(*answer);
                read();
            } else if (!answer.error().fields.isEmpty()) {
                m_nameField->setError(errorText(answer.error()));
                m_name->setFocus();
            } else {
                m_note->show(errorText(answer.error()), NoteLine::Wrong);
            }
        });
}

void WardsEditor::add()
{
    if (!m_add->isEnabled())
        return;
    run(
        m_chosen, [name = m_name->text()](WardService &wards, const Session &who) { return wards.add(who, name); },
        [this](const Ward &ward) {
            m_name->clear();
            m_note->show(tr("“%1” is on the list.").arg(ward.name), NoteLine::Good);
        });
}

void WardsEditor::rename()
{
    const Ward *ward = current();
    if (!ward)
        return;
    const QString name = m_name->text().simplified();
    Question question;
    question.title = tr("Rename “%1”?").arg(ward->name);
    question.text
        = tr("It becomes “%1” in %n record(s), for all desks and tablets.", nullptr, int(ward->records())).arg(name);
    question.yes = tr("&Rename");
    ask(this, question, [this, before = ward->name, name] {
        run(
            before, [before, name](WardService &wards, const Session &who) { return wards.rename(who, before, name); },
            [this](const Ward &renamed) {
                m_name->clear();
                m_note->show(
                    tr("“%1” in %n record(s).", nullptr, int(renamed.records())).arg(renamed.name), NoteLine::Good);
            });
    });
}

void WardsEditor::move(int by)
{
    const Ward *ward = current();
    if (!ward)
        return;
    run(ward->name, [name = ward->name, to = m_list->currentRow() + by](WardService &wards, const Session &who) {
        return wards.move(who, name, to);
    });
}

void WardsEditor::remove()
{
    const Ward *ward = current();
    if (!ward)
        return;
    Question question;
    question.title = tr("Take “%1” off the list?").arg(ward->name);
    question.text = ward->records() > 0
        ? tr("%n record(s) keep the name; forms and tablets no longer offer it.", nullptr, int(ward->records()))
        : tr("No record carries this name.");
    question.yes = tr("&Take off");
    question.destructive = true;
    ask(this, question, [this, name = ward->name] {
        run(name, [name](WardService &wards, const Session &who) { return wards.remove(who, name); });
    });
}

void WardsEditor::retranslate()
{
    m_listField->setLabel(tr("&Wards and services"));
    m_listField->setHint(tr("in the order in which forms show them"));
    m_nameField->setLabel(tr("Name &of a ward"));
    m_nameField->setHint(tr("for a new one, or to rename the chosen one"));
    m_add->setText(tr("Add"));
    m_rename->setText(tr("&Rename the chosen one…"));
    m_remove->setText(tr("Take o&ff…"));
    m_up->setWords(tr("Earlier in the list"));
    m_down->setWords(tr("Later in the list"));
    m_note->hide();
    showWards();
}

} // namespace accueil
