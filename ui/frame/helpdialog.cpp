#include "ui/frame/helpdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"

#include <QGridLayout>
#include <QLabel>

namespace accueil {

using namespace Qt::StringLiterals;

HelpDialog::HelpDialog(QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_close(new Button(Button::Main))
    , m_keys(new QGridLayout)
{
    m_keys->setHorizontalSpacing(24);
    m_keys->setVerticalSpacing(10);
    m_keys->setColumnStretch(1, 1);
    body()->addLayout(m_keys);
    body()->addStretch();
    addFooterButton(m_close);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_close->setFocus();
}

void HelpDialog::retranslate()
{
    setTitle(tr("The keys"));
    m_close->setText(tr("&Close"));
    const QString control = keyHintText(Qt::CTRL | Qt::Key_1);
    const QList<std::pair<QString, QString>> keys{
        {u"%1 … 9"_s.arg(control), tr("Go to a page")},
        {keyHintText(Qt::CTRL | Qt::Key_K), tr("Find a patient, a page, an action")},
        {keyHintText(Qt::CTRL | Qt::Key_N), tr("New: patient, feedback, reminder …, on its page")},
        {keyHintText(Qt::Key_F2), tr("Change what is chosen")},
        {u"/"_s, tr("Filter the list")},
        {u"↑ ↓"_s, tr("Walk through a list")},
        {keyHintText(Qt::Key_Enter), tr("Open what is chosen")},
        {u"Alt+R"_s, tr("New feedback of the chosen patient")},
        {u"Alt+P"_s, tr("New reminder for the chosen patient")},
        {keyHintText(Qt::CTRL | Qt::Key_S), tr("Save a form")},
        {keyHintText(Qt::Key_Escape), tr("Close a form or the search")},
        {u"1 … 5"_s, tr("Faces and stars")},
        {keyHintText(Qt::Key_F5), tr("Read the list again")},
        {keyHintText(Qt::CTRL | Qt::SHIFT | Qt::Key_D), tr("Light or dark")},
        {keyHintText(Qt::Key_F1), tr("This help")},
    };
    while (QLayoutItem *item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < keys.size(); ++row) {
        auto *key = new QLabel(keys.at(row).first);
        key->setFont(fontFor(TextRole::BodyBold));
        auto *meaning = new QLabel(keys.at(row).second);
        meaning->setProperty("ink", u"text2"_s);
        meaning->setWordWrap(true);
        m_keys->addWidget(key, row, 0, Qt::AlignTop);
        m_keys->addWidget(meaning, row, 1);
    }
}

} // namespace accueil
