#pragma once

#include "app/domain/listing.h"
#include "app/domain/user.h"
#include "ui/page.h"
#include "ui/records/timewords.h"

namespace accueil {

class Button;
class StateView;
class TableView;
class UserModel;

// The accounts: who may sign in, as what; new, change, disable and enable.
class UsersPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit UsersPage(const PageContext &context, QWidget *parent = nullptr);
    void createNew() override;
    void editCurrent() override;
    void refresh() override;
    QList<PageCommand> commands() override;

private:
    void retranslate() override;
    void build();
    void showUsers(const Result<accueil::Page<User>> &users);
    void openDialog(const std::optional<User> &user);
    void switchActive();
    void setActive(const User &user, bool active);
    void showActions();
    std::optional<User> current() const;

    TimeWords m_times;
    UserModel *m_model;
    TableView *m_table;
    StateView *m_state;
    class Banner *m_problem;
    Button *m_new;
    Button *m_edit;
    Button *m_switch;
    qint64 m_total = 0;
    UserId m_chosen; // stays chosen over a refresh
};

} // namespace accueil
