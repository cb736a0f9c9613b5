#pragma once

#include "app/domain/user.h"
#include "ui/records/timewords.h"

#include <QAbstractTableModel>

namespace accueil {

// The accounts as rows; all of them, there are few.
class UserModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Username, RoleOfUser, Email, LastLogin, State, ColumnCount };
    UserModel(const TimeWords &times, QObject *parent = nullptr);

    void setUsers(const QList<User> &users);
    const User *userAt(int row) const;
    int rowOf(UserId id) const; // -1: none
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant words(const User &user, int column) const;

    const TimeWords &m_times;
    QList<User> m_users;
};

} // namespace accueil
