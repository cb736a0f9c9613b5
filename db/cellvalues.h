#pragma once

#include "app/domain/identifier.h"
#include "app/security/fieldcipher.h"
#include "db/sqlvalue.h"

#include <QDateTime>
#include <QVariant>
#include <QVariantList>

#include <optional>

namespace accueil {

// The encrypted cells of one row. An empty text is NULL.
class RowCipher
{
public:
    RowCipher(const FieldCipher &cipher, const char *table, qint64 row)
        : m_cipher(cipher)
        , m_table(table)
        , m_row(row)
    {
    }
    QVariant sealed(const char *column, const QString &text) const
    {
        return m_cipher.encryptText(text, {m_table, column, m_row});
    }
    QString opened(const char *column, const QVariant &value) const
    {
        return value.isNull() ? QString() : m_cipher.decryptText(value.toByteArray(), {m_table, column, m_row});
    }

private:
    const FieldCipher &m_cipher;
    const char *m_table;
    qint64 m_row;
};

template <typename Number>
QVariant nullable(const std::optional<Number> &value)
{
    return value ? QVariant(*value) : QVariant();
}

template <typename Tag>
QVariant nullableId(const std::optional<Identifier<Tag>> &id)
{
    return id && *id ? QVariant(id->value) : QVariant();
}

inline std::optional<int> optionalInt(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

template <typename Id>
std::optional<Id> optionalId(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Id{value.toLongLong()});
}

// Conditions of a WHERE that grow with what a filter asks for, and their values.
class Conditions
{
public:
    void add(const QString &condition, const QVariantList &values = {})
    {
        m_text += (m_text.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) + condition;
        m_values += values;
    }
    const QString &text() const { return m_text; }
    const QVariantList &values() const { return m_values; }

private:
    QString m_text;
    QVariantList m_values;
};

} // namespace accueil
