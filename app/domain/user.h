#pragma once

#include "app/domain/identifier.h"
#include "app/domain/result.h"
#include "app/domain/role.h"

#include <QDateTime>

#include <optional>

namespace accueil {

struct UserDraft
{
    QString username; // 3-32 of a-z 0-9 . _ -, folded to lower case
    QString email; // may be empty
    QString phoneNumber; // as typed; may be empty
    QString password; // empty on edit: unchanged
    Role role = Role::Reception;
    bool isActive = true;
};

struct User
{
    UserId id;
    QString username;
    QString email;
    QString phoneNumber; // E.164
    Role role = Role::Reception;
    bool isActive = true;
    QDateTime createdAt;
    std::optional<QDateTime> lastLogin;
    int failedAttempts = 0;
    qint64 version = 1;

    friend bool operator==(const User &, const User &) = default;
};

// The draft that would leave `user` as it is.
UserDraft draftOf(const User &user);

// The form in which a user name is stored and compared.
QString foldedUsername(const QString &typed);
bool isUsername(QStringView folded);

enum class PasswordRule { Required, KeptWhenEmpty };

// Rules: username as above (`required`, `badUsername`); email (`notAnEmail`); phone; password at least 10 characters,
// at most 128, not the username, not one of the commonest (`tooShort`, `tooLong`, `tooCommon`) -- length over
// composition, as NIST SP 800-63B section 5.1.1 asks. The role `device` belongs to tablets, not to people
// (`unknownValue`).
QList<FieldError> validate(const UserDraft &draft, PasswordRule rule);
// The part of them that a change of password needs; `field` is the wire name to report.
QList<FieldError> validatePassword(const QString &password, const QString &username, const QString &field);

} // namespace accueil
