#include "db/userrepository.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr auto columns
    = "id, username, email_enc, phone_number_enc, role, is_active, created_at, last_login, failed_attempts, "
      "version, password_hash, locked_until";

enum Column {
    Id,
    Username,
    Email,
    Phone,
    RoleKey,
    IsActive,
    CreatedAt,
    LastLogin,
    FailedAttempts,
    Version,
    Hash,
    LockedUntil
};

QString select(const char *rest)
{
    return QLatin1StringView("SELECT ") + QLatin1StringView(columns) + QLatin1StringView(" FROM users ")
        + QLatin1StringView(rest);
}

CellAddress cell(const char *column, UserId id)
{
    return {"users", column, id.value};
}

std::optional<QDateTime> optionalTime(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QVariant sealed(const FieldCipher &cipher, const QString &text, const CellAddress &address)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(cipher.encryptText(text, address));
}

QString opened(const FieldCipher &cipher, const QVariant &value, const CellAddress &address)
{
    return value.isNull() ? QString() : cipher.decryptText(value.toByteArray(), address);
}

} // namespace

// An advisory lock rather than LOCK TABLE: a login that holds its row and then writes it would wait for ever on the
// table.
void UserRepository::lockCount()
{
    constexpr qint64 lockNumber = 0x61636375'75736572; // "accuuser", this program's own
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT pg_advisory_xact_lock(?)"_s, {lockNumber});
}

void UserRepository::lockRow(UserId id)
{
    if (m_database.dialect() == Dialect::PostgreSql)
        m_database.execute(u"SELECT id FROM users WHERE id = ? FOR UPDATE"_s, {id.value});
}

std::optional<User> UserRepository::find(UserId id)
{
    const std::optional<UserCredentials> found = credentials(id);
    return found ? std::optional(found->user) : std::nullopt;
}

std::optional<UserCredentials> UserRepository::credentials(UserId id)
{
    static const QString sql = select("WHERE id = ?");
    QSqlQuery &query = m_database.execute(sql, {id.value});
    return query.next() ? std::optional(readCredentials(query)) : std::nullopt;
}

std::optional<UserCredentials> UserRepository::credentials(const QString &username)
{
    static const QString sql = select("WHERE username = ?");
    QSqlQuery &query = m_database.execute(sql, {username});
    return query.next() ? std::optional(readCredentials(query)) : std::nullopt;
}

qint64 UserRepository::count()
{
    QSqlQuery &query = m_database.execute(u"SELECT count(*) FROM users"_s);
    query.next();
    return query.value(0).toLongLong();
}

qint64 UserRepository::countActiveAdmins()
{
    QSqlQuery &query = m_database.execute(u"SELECT count(*) FROM users WHERE role = 'admin' AND is_active = 1"_s);
    query.next();
    return query.value(0).toLongLong();
}

Page<User> UserRepository::list(const PageRequest &page)
{
    static const QString sql = select("ORDER BY username LIMIT ? OFFSET ?");
    Page<User> result;
    result.total = count();
    QSqlQuery &query = m_database.execute(sql, {page.limit, page.offset});
    while (query.next())
        result.items.append(read(query));
    return result;
}

void UserRepository::insert(User &user, const QString &passwordHash)
{
    user.id = UserId{m_database.nextId("users")};
    m_database.execute(u"INSERT INTO users (id, username, email_enc, phone_number_enc, password_hash, role, is_active, "
                       "created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {user.id.value, user.username, sealed(m_cipher.fields, user.email, cell("email_enc", user.id)),
            sealed(m_cipher.fields, user.phoneNumber, cell("phone_number_enc", user.id)), passwordHash,
            roleTable.key(user.role), user.isActive ? 1 : 0, user.createdAt.toMSecsSinceEpoch(), user.version});
}

void UserRepository::update(const User &user)
{
    m_database.execute(u"UPDATE users SET username = ?, email_enc = ?, phone_number_enc = ?, role = ?, is_active = ?, "
                       "version = ? WHERE id = ?"_s,
        {user.username, sealed(m_cipher.fields, user.email, cell("email_enc", user.id)),
            sealed(m_cipher.fields, user.phoneNumber, cell("phone_number_enc", user.id)), roleTable.key(user.role),
            user.isActive ? 1 : 0, user.version, user.id.value});
}

void UserRepository::setPassword(UserId id, const QString &passwordHash)
{
    m_database.execute(u"UPDATE users SET password_hash = ? WHERE id = ?"_s, {passwordHash, id.value});
}

void UserRepository::recordFailure(UserId id, int failedAttempts, const QDateTime &lockedUntil)
{
    m_database.execute(u"UPDATE users SET failed_attempts = ?, locked_until = ? WHERE id = ?"_s,
        {failedAttempts, lockedUntil.toMSecsSinceEpoch(), id.value});
}

void UserRepository::recordLogin(UserId id, const QDateTime &at)
{
    m_database.execute(u"UPDATE users SET failed_attempts = 0, locked_until = NULL, last_login = ? WHERE id = ?"_s,
        {at.toMSecsSinceEpoch(), id.value});
}

User UserRepository::read(const QSqlQuery &row) const
{
    const UserId id{row.value(Id).toLongLong()};
    return {.id = id,
        .username = row.value(Username).toString(),
        .email = opened(m_cipher.fields, row.value(Email), cell("email_enc", id)),
        .phoneNumber = opened(m_cipher.fields, row.value(Phone), cell("phone_number_enc", id)),
        .role = roleTable.value(row.value(RoleKey).toString()).value_or(Role::Viewer),
        .isActive = row.value(IsActive).toInt() != 0,
        .createdAt = QDateTime::fromMSecsSinceEpoch(row.value(CreatedAt).toLongLong(), Qt::UTC),
        .lastLogin = optionalTime(row.value(LastLogin)),
        .failedAttempts = row.value(FailedAttempts).toInt(),
        .version = row.value(Version).toLongLong()};
}

UserCredentials UserRepository::readCredentials(const QSqlQuery &row) const
{
    return {read(row), row.value(Hash).toString(), optionalTime(row.value(LockedUntil))};
}

} // namespace accueil
