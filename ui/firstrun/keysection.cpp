#include "ui/firstrun/keysection.h"

#include "ui/background.h"
#include "ui/firstrun/keypanel.h"
#include "ui/firstrun/keypaper.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTextDocument>

namespace accueil {

using namespace Qt::StringLiterals;

KeySection::KeySection(QWidget *parent)
    : Section(parent)
    , m_make(new Button(Button::Main))
    , m_shown(new QWidget)
    , m_panel(new KeyPanel)
    , m_print(new Button(Button::Second))
    , m_save(new Button(Button::Second))
    , m_stored(new QCheckBox)
    , m_back(new QLabel)
    , m_backHint(new QLabel)
    , m_group{new TextLine, new TextLine}
    , m_groupNote(new NoteLine)
    , m_problem(new Banner(Tone::Danger))
{
    m_make->setObjectName(u"makeKey"_s);
    m_make->setSymbol(Icon::Key);
    m_problem->hide();
    content()->addWidget(m_problem);
    content()->addWidget(m_make, 0, Qt::AlignLeft);
    build();
    content()->addWidget(m_shown);
    m_shown->hide();
    connect(m_make, &QPushButton::clicked, this, &KeySection::keyWanted);
    connect(m_print, &QPushButton::clicked, this, &KeySection::print);
    connect(m_save, &QPushButton::clicked, this, &KeySection::chooseFile);
    connect(m_stored, &QCheckBox::toggled, this, &Section::changed);
}

void KeySection::build()
{
    auto *rows = new QVBoxLayout(m_shown);
    rows->setContentsMargins(0, 3, 0, 3); // room for the focus rings
    rows->setSpacing(metrics::gap);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    m_print->setObjectName(u"printKey"_s);
    m_print->setSymbol(Icon::Printer);
    m_save->setObjectName(u"saveKey"_s);
    m_save->setSymbol(Icon::Download);
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    buttons->addStretch();
    top->addWidget(m_panel, 0, Qt::AlignTop);
    top->addLayout(buttons);
    top->addStretch();
    rows->addLayout(top);
    m_stored->setObjectName(u"keyStored"_s);
    rows->addWidget(m_stored, 0, Qt::AlignLeft);
    auto *label = new QHBoxLayout;
    label->setContentsMargins(0, 6, 0, 0);
    m_back->setFont(fontFor(TextRole::Label));
    m_backHint->setFont(fontFor(TextRole::Small));
    m_backHint->setProperty("ink", u"muted"_s);
    label->addWidget(m_back);
    label->addWidget(m_backHint);
    label->addStretch();
    rows->addLayout(label);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::gap);
    for (int i = 0; i < 2; ++i) {
        m_group[i]->setObjectName(u"group%1"_s.arg(i));
        m_group[i]->setFont(fontFor(TextRole::BodyBold));
        m_group[i]->setMaxLength(8);
        m_group[i]->setFixedWidth(std::max(150, QFontMetrics(fontFor(TextRole::BodyBold)).averageCharWidth() * 14));
        connect(m_group[i], &QLineEdit::textEdited, this, &KeySection::groupTyped);
        line->addWidget(m_group[i]);
    }
    m_groupNote->hide();
    line->addWidget(m_groupNote, 1);
    line->addStretch();
    rows->addLayout(line);
}

void KeySection::setReady(bool ready)
{
    m_make->setEnabled(ready);
}

void KeySection::setBusy(bool busy)
{
    m_make->setBusy(busy, tr("One moment…"));
}

void KeySection::setKey(const QStringList &groups, const QString &hospital, const QString &date)
{
    m_groups = groups;
    m_hospital = hospital;
    m_date = date;
    auto *random = QRandomGenerator::global();
    m_asked[0] = random->bounded(static_cast<int>(groups.size()) / 2);
    m_asked[1]
        = static_cast<int>(groups.size()) / 2 + random->bounded(static_cast<int>(groups.size() - groups.size() / 2));
    m_panel->setGroups(groups);
    m_problem->hide();
    m_make->hide();
    m_shown->show();
    retranslate();
    m_print->setFocus();
    Q_EMIT changed();
}

void KeySection::showProblem(const QString &problem)
{
    m_problem->setWords(problem);
    m_problem->show();
}

QString KeySection::problemOf(int place) const
{
    const QString typed = m_group[place]->text().trimmed().toUpper();
    const QString wanted = m_groups.value(m_asked[place]);
    const int number = m_asked[place] + 1;
    if (typed.size() < wanted.size() || typed == wanted)
        return {};
    if (typed.size() > wanted.size())
        return tr("Group %1 has four signs.").arg(number);
    for (int sign = 0; sign < wanted.size(); ++sign) {
        if (typed.at(sign) != wanted.at(sign))
            return tr("Group %1 is not the same: check sign %2.").arg(number).arg(sign + 1);
    }
    return {};
}

void KeySection::groupTyped()
{
    QString problem;
    for (int i = 0; i < 2; ++i) {
        const QString wrong = problemOf(i);
        const bool good = m_group[i]->text().trimmed().toUpper() == m_groups.value(m_asked[i]);
        markWrong(m_group[i], !wrong.isEmpty());
        m_group[i]->setGood(good);
        m_group[i]->setAccessibleDescription(wrong);
        if (problem.isEmpty())
            problem = wrong;
    }
    if (problem.isEmpty())
        m_groupNote->hide();
    else
        m_groupNote->show(problem, NoteLine::Wrong);
    Q_EMIT changed();
}

bool KeySection::isComplete() const
{
    if (m_groups.isEmpty() || !m_stored->isChecked())
        return false;
    for (int i = 0; i < 2; ++i) {
        if (m_group[i]->text().trimmed().toUpper() != m_groups.value(m_asked[i]))
            return false;
    }
    return true;
}

void KeySection::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        keyDocument({m_hospital, m_groups, m_date})->print(printer.get());
    });
    dialog->open();
}

void KeySection::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery key"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(tr("accueil-recovery-key") + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &KeySection::saveTo);
    dialog->open();
}

void KeySection::saveTo(const QString &file)
{
    m_save->setBusy(true, tr("Saving…"));
    std::shared_ptr<QTextDocument> document = keyDocument({m_hospital, m_groups, m_date});
    document->moveToThread(nullptr); // no thread owns it while the worker writes it
    inBackground(
        this, [document, file]() -> Result<bool> { return writeKeyPdf(*document, file); },
        [this](const Result<bool> &written) {
            m_save->setBusy(false);
            if (written.value_or(false))
                m_problem->hide();
            else
                showProblem(tr("The file could not be written. Please choose another place."));
        });
}

void KeySection::retranslate()
{
    setWords(tr("The recovery key"), tr("Without it a broken disk makes the data unreadable."));
    m_make->setText(tr("Make the &key"));
    m_print->setText(tr("Print t&he key"));
    m_save->setText(tr("Sa&ve on a USB stick"));
    m_stored->setText(tr("The key is printed or saved, and &lies away from this desk"));
    m_stored->setAccessibleName(m_stored->text().remove(u'&'));
    m_back->setText(tr("Copy groups %1 and %2").arg(m_asked[0] + 1).arg(m_asked[1] + 1));
    m_backHint->setText(tr("to be sure"));
    for (int i = 0; i < 2; ++i) {
        m_group[i]->setPlaceholderText(QString::number(m_asked[i] + 1));
        m_group[i]->setAccessibleName(tr("Group %1 of the recovery key").arg(m_asked[i] + 1));
    }
    if (!m_groups.isEmpty())
        m_panel->setGroups(m_groups);
}

} // namespace accueil
