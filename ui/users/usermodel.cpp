#include "ui/users/usermodel.h"

#include "ui/roletext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tableview.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

Chip stateChip(const User &user)
{
    return user.isActive ? Chip{UserModel::tr("Active"), Tone::Success, Icon::Check}
                         : Chip{UserModel::tr("Disabled"), Tone::Neutral, Icon::Ban};
}

} // namespace

UserModel::UserModel(const TimeWords &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_times(times)
{
}

void UserModel::setUsers(const QList<User> &users)
{
    beginResetModel();
    m_users = users;
    endResetModel();
}

const User *UserModel::userAt(int row) const
{
    return row >= 0 && row < m_users.size() ? &m_users.at(row) : nullptr;
}

int UserModel::rowOf(UserId id) const
{
    for (int row = 0; row < m_users.size(); ++row) {
        if (m_users.at(row).id == id)
            return row;
    }
    return -1;
}

void UserModel::retranslate()
{
    if (!m_users.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_users.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int UserModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

int UserModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UserModel::words(const User &user, int column) const
{
    switch (column) {
    case Username:
        return user.username;
    case RoleOfUser:
        return roleText(user.role);
    case Email:
        return user.email.isEmpty() ? u"\u2014"_s : user.email;
    case LastLogin:
        return user.lastLogin ? m_times.relative(*user.lastLogin) : tr("never");
    case State:
        return stateChip(user).text;
    default:
        return {};
    }
}

QVariant UserModel::data(const QModelIndex &index, int role) const
{
    const User &user = m_users.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words(user, index.column());
    case Qt::ToolTipRole:
        return index.column() == LastLogin && user.lastLogin ? m_times.exact(*user.lastLogin) : QVariant();
    case cell::ChipRole:
        return index.column() == State ? QVariant::fromValue(stateChip(user)) : QVariant();
    case cell::StrongRole:
        return index.column() == Username;
    case cell::MutedRole:
        return index.column() != Username;
    case cell::SmallRole:
        return index.column() == LastLogin;
    default:
        return {};
    }
}

QVariant UserModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Username:
        return tr("User name");
    case RoleOfUser:
        return tr("Role");
    case Email:
        return tr("Email");
    case LastLogin:
        return tr("Last here");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace accueil
