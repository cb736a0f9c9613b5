#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace accueil {

// The one table between an enum and its wire key; SQL, JSON and CSV all read it.
template <typename Enum, size_t N>
struct EnumTable
{
    struct Row
    {
        Enum value;
        QStringView key;
    };
    std::array<Row, N> rows;

    QString key(Enum value) const
    {
        for (const Row &row : rows) {
            if (row.value == value)
                return row.key.toString();
        }
        Q_UNREACHABLE();
    }
    std::optional<Enum> value(QStringView key) const
    {
        for (const Row &row : rows) {
            if (row.key == key)
                return row.value;
        }
        return std::nullopt;
    }
};

} // namespace accueil
