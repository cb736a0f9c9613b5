#include "ui/login/loginpage.h"

#include "app/services/accountservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/frame/topbar.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 420;

}

LoginPage::LoginPage(AccountService &accounts, const QString &hospital, Translator &translator, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_username(new TextLine)
    , m_password(new TextLine)
    , m_usernameField(new Field(m_username))
    , m_passwordField(new Field(m_password))
    , m_problem(new Banner(Tone::Danger))
    , m_enter(new Button(Button::Main))
    , m_hospital(hospital)
{
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    rows->addWidget(makeLanguageSwitch(translator, this), 0, Qt::AlignRight);
    rows->addStretch(2);
    auto *card = new QFrame;
    card->setProperty("card", true);
    card->setFixedWidth(std::max(cardWidth, QFontMetrics(fontFor(TextRole::Body)).averageCharWidth() * 48));
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
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_title->setFont(fontFor(TextRole::Section));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_hint->setFont(fontFor(TextRole::Small));
    m_hint->setProperty("ink", u"muted"_s);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    head->addWidget(new IconLabel(Icon::HeartHandshake, 27, Tone::Accent, IconLabel::Tile));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(4);
    m_username->setObjectName(u"username"_s);
    m_username->setSymbol(Icon::User);
    m_password->setObjectName(u"password"_s);
    m_password->setPassword();
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    m_enter->setObjectName(u"enter"_s);
    m_enter->setTrailingSymbol(Icon::ArrowRight);
    for (QWidget *part : std::initializer_list<QWidget *>{m_problem, m_usernameField, m_passwordField, m_enter})
        column->addWidget(part);

    connect(m_username, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &QLineEdit::returnPressed, this, &LoginPage::tryPassword);
    connect(m_enter, &QPushButton::clicked, this, &LoginPage::tryPassword);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        --m_wait;
        showWait();
    });
    retranslate();
}

void LoginPage::setUsername(const QString &username)
{
    m_username->setText(username);
}

void LoginPage::showEvent(QShowEvent *event)
{
    (m_username->text().isEmpty() ? m_username : m_password)->setFocus();
    QWidget::showEvent(event);
}

void LoginPage::tryPassword()
{
    if (m_enter->isBusy() || m_wait > 0)
        return;
    m_usernameField->setError(m_username->text().trimmed().isEmpty() ? fieldErrorText({{}, u"required"_s}) : QString());
    m_passwordField->setError(m_password->text().isEmpty() ? fieldErrorText({{}, u"required"_s}) : QString());
    if (m_username->text().trimmed().isEmpty() || m_password->text().isEmpty())
        return;
    m_problem->hide();
    m_enter->setBusy(true, tr("One moment…"));
    inBackground(
        this,
        [accounts = &m_accounts, name = m_username->text().trimmed(), password = m_password->text()] {
            return accounts->checkPassword(name, password, QString());
        },
        [this](const Result<Session> &answer) { answered(answer); });
}

void LoginPage::answered(const Result<Session> &answer)
{
    m_enter->setBusy(false);
    m_password->clear();
    if (answer) {
        Q_EMIT signedIn(*answer);
        return;
    }
    if (answer.error().code == ErrorCode::TooManyAttempts) {
        m_wait = std::max(1, answer.error().retryAfterSeconds);
        m_second.start();
        showWait();
    } else {
        m_problem->setTone(Tone::Danger);
        m_problem->setWords(errorText(answer.error()));
        m_problem->show();
    }
    m_password->setFocus();
}

void LoginPage::showWait()
{
    if (m_wait <= 0) {
        m_second.stop();
        m_problem->hide();
        m_enter->setEnabled(true);
        return;
    }
    m_enter->setEnabled(false);
    m_problem->setTone(Tone::Warning);
    m_problem->setWords(
        errorText(Error{.code = ErrorCode::TooManyAttempts, .fields = {}, .retryAfterSeconds = m_wait}));
    m_problem->show();
}

void LoginPage::retranslate()
{
    m_title->setText(m_hospital);
    m_hint->setText(tr("Please sign in"));
    m_usernameField->setLabel(tr("&User name"));
    m_passwordField->setLabel(tr("&Password"));
    m_enter->setText(tr("&Sign in"));
    if (m_wait > 0)
        showWait();
    else
        m_problem->hide();
}

void LoginPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LoginPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(this).window);
}

} // namespace accueil
