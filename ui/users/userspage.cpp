#include "ui/users/userspage.h"

#include "app/services/accountservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/users/userdialog.h"
#include "ui/users/usermodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;

}

UsersPage::UsersPage(const PageContext &context, QWidget *parent)
    : WindowPage(context, parent)
    , m_times(context.clock, context.timeZone)
    , m_model(new UserModel(m_times, this))
    , m_table(new TableView)
    , m_problem(new Banner(Tone::Danger))
    , m_new(new Button(Button::Main))
    , m_edit(new Button(Button::Second))
    , m_switch(new Button(Button::Second))
{
    build();
    connect(m_new, &QPushButton::clicked, this, &UsersPage::createNew);
    connect(m_edit, &QPushButton::clicked, this, &UsersPage::editCurrent);
    connect(m_switch, &QPushButton::clicked, this, &UsersPage::switchActive);
    connect(m_table, &TableView::opened, this, &UsersPage::editCurrent);
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
        if (const User *user = m_model->userAt(row))
            m_chosen = user->id;
        showActions();
    });
    connect(m_state, &StateView::retry, this, &UsersPage::refresh);
    connect(&context.services.events, &DomainEvents::userChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void UsersPage::build()
{
    m_table->setObjectName(u"users"_s);
    m_table->setModel(m_model);
    using C = UserModel;
    m_table->planColumns({.widths = {{C::Username, 170}, {C::RoleOfUser, 110}, {C::LastLogin, 110}, {C::State, 100}},
        .stretched = C::Email,
        .least = 200,
        .second = C::Username,
        .whole = {C::RoleOfUser, C::LastLogin, C::State},
        .givingWay = {C::Email, C::LastLogin},
        .optional = {}});
    m_table->rememberColumns(context().preferences, u"users"_s);
    m_edit->setSymbol(Icon::Pencil);
    m_edit->setKeyHint(Qt::Key_F2);
    m_edit->setObjectName(u"editUser"_s);
    m_switch->setSymbol(Icon::UserX);
    m_switch->setObjectName(u"switchUser"_s);
    m_new->setSymbol(Icon::Plus);
    m_new->setKeyHint(Qt::CTRL | Qt::Key_N);
    m_new->setObjectName(u"newUser"_s);
    for (QWidget *button : {m_switch, m_edit, m_new})
        addHeaderButton(button);
    m_problem->setObjectName(u"usersProblem"_s);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_state = new StateView(m_table);
    body()->addWidget(cardAround(m_state), 1);
    body()->addSpacing(metrics::gap);
    showActions();
}

void UsersPage::refresh()
{
    m_state->showLoading();
    inBackground(
        this,
        [accounts = &context().services.accounts, who = context().session] {
            return accounts->list(who, PageRequest{.limit = pageSize, .offset = 0});
        },
        [this](const Result<accueil::Page<User>> &users) { showUsers(users); });
}

void UsersPage::showUsers(const Result<accueil::Page<User>> &users)
{
    if (!users) {
        m_state->showError(tr("The accounts cannot be read"), errorText(users.error()));
        return;
    }
    const UserId kept = m_chosen;
    m_total = users->total;
    m_model->setUsers(users->items);
    m_state->showContent();
    setCount(tr("%n account(s)", nullptr, static_cast<int>(m_total)));
    const int row = m_model->rowOf(kept);
    m_table->selectRow(std::max(0, row));
    showActions();
}

std::optional<User> UsersPage::current() const
{
    const User *user = m_model->userAt(m_table->currentIndex().row());
    return user ? std::optional(*user) : std::nullopt;
}

void UsersPage::showActions()
{
    const std::optional<User> user = current();
    m_edit->setEnabled(user.has_value());
    m_switch->setEnabled(user.has_value());
    const bool active = !user || user->isActive;
    m_switch->setSymbol(active ? Icon::UserX : Icon::UserCheck);
    m_switch->setText(active ? tr("&Disable") : tr("&Enable again"));
}

void UsersPage::createNew()
{
    openDialog(std::nullopt);
}

void UsersPage::editCurrent()
{
    if (const std::optional<User> user = current())
        openDialog(user);
}

void UsersPage::openDialog(const std::optional<User> &user)
{
    auto *dialog = new UserDialog(context(), user, this);
    connect(dialog, &UserDialog::saved, this, [this](UserId id) {
        m_chosen = id;
        refresh();
    });
    dialog->open();
}

void UsersPage::switchActive()
{
    const std::optional<User> user = current();
    if (!user)
        return;
    if (!user->isActive) {
        setActive(*user, true);
        return;
    }
    Question question;
    question.title = tr("Disable the account %1?").arg(user->username);
    question.text
        = tr("It can no longer sign in, at once and everywhere. What it wrote stays. It can be enabled again.");
    question.yes = tr("&Disable");
    question.destructive = true;
    ask(this, question, [this, user = *user] { setActive(user, false); });
}

void UsersPage::setActive(const User &user, bool active)
{
    m_problem->hide();
    inBackground(
        this,
        [accounts = &context().services.accounts, who = context().session, id = user.id, active] {
            return accounts->setActive(who, id, active);
        },
        [this](const Result<User> &answer) {
            if (!answer) {
                m_problem->setWords(errorText(answer.error()));
                m_problem->show();
            }
            refresh();
        });
}

QList<PageCommand> UsersPage::commands()
{
    return {{tr("New account"), Icon::UserPlus, [this] { createNew(); }}};
}

void UsersPage::retranslate()
{
    setTitle(tr("Accounts"));
    setCount(tr("%n account(s)", nullptr, static_cast<int>(m_total)));
    m_new->setText(tr("&New account"));
    m_edit->setText(tr("&Change"));
    m_table->setAccessibleName(tr("Accounts"));
    m_model->retranslate();
    showActions();
}

} // namespace accueil
