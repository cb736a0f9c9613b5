#include "ui/firstrun/recoverypage.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/frame/topbar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 600;

}

RecoveryPage::RecoveryPage(Desk &desk, StoreState state, Translator &translator, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_state(state)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_key(new TextLine)
    , m_field(new Field(m_key))
    , m_problem(new Banner(Tone::Danger))
    , m_quit(new Button(Button::Second))
    , m_open(new Button(Button::Main))
{
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    rows->addWidget(makeLanguageSwitch(translator, this), 0, Qt::AlignRight);
    rows->addStretch(2);
    auto *card = new QFrame;
    card->setProperty("card", true);
    card->setFixedWidth(cardWidth);
    rows->addWidget(card, 0, Qt::AlignHCenter);
    rows->addStretch(3);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(plainScroll(inside));

    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 28, 32, 26);
    column->setSpacing(metrics::fieldGap);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    m_title->setFont(fontFor(TextRole::Section));
    m_title->setWordWrap(true);
    head->addWidget(new IconLabel(Icon::Key, 22, Tone::Accent, IconLabel::Round));
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("ink", u"text2"_s);
    column->addWidget(m_text);
    m_problem->hide();
    column->addWidget(m_problem);
    m_key->setObjectName(u"recoveryKey"_s);
    QFont code = fontFor(TextRole::Code);
    m_key->setFont(code);
    column->addWidget(m_field);
    auto *buttons = new QHBoxLayout;
    m_open->setObjectName(u"recover"_s);
    m_open->setSymbol(Icon::Key);
    buttons->addStretch();
    buttons->addWidget(m_quit);
    buttons->addWidget(m_open);
    column->addLayout(buttons);
    connect(m_key, &QLineEdit::returnPressed, this, &RecoveryPage::tryKey);
    connect(m_open, &QPushButton::clicked, this, &RecoveryPage::tryKey);
    connect(m_quit, &QPushButton::clicked, this, &RecoveryPage::quitWanted);
    retranslate();
    m_key->setFocus();
}

void RecoveryPage::tryKey()
{
    if (m_open->isBusy())
        return;
    m_problem->hide();
    m_open->setBusy(true, tr("One moment…"));
    inBackground(
        this, [desk = &m_desk, typed = m_key->text()] { return desk->recoverStore(typed); },
        [this](const Result<StoreState> &state) {
            m_open->setBusy(false);
            if (state) {
                Q_EMIT recovered(*state);
                return;
            }
            FieldGroup fields;
            fields.add(u"recovery_key"_s, m_field);
            const QStringList others = fields.show(state.error());
            if (!others.isEmpty()) {
                m_problem->setWords(others.join(u' '));
                m_problem->show();
            }
        });
}

void RecoveryPage::retranslate()
{
    m_title->setText(m_state == StoreState::KeyWrong ? tr("The key of this desk does not fit these data")
                                                     : tr("This desk has no key for these data yet"));
    m_text->setText(tr("The data are in %1 and are encrypted. The recovery key from the envelope opens them once; "
                       "after that this desk has its own key. Nothing was changed.")
                        .arg(m_desk.storeDescription()));
    m_field->setLabel(tr("&Recovery key"));
    m_field->setHint(tr("eight groups of four signs; spaces and dashes do not matter"));
    m_quit->setText(tr("&Quit"));
    m_open->setText(tr("&Open the data"));
    setAccessibleName(m_title->text());
}

void RecoveryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace accueil
