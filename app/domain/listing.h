#pragma once

#include <QList>
#include <QString>

namespace accueil {

enum class SortOrder { Ascending, Descending };

// Which part of a list is wanted. `limit` 1..500.
struct PageRequest
{
    int limit = 50;
    qint64 offset = 0;

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

// One part of a list and how many there are in all.
template <typename T>
struct Page
{
    QList<T> items;
    qint64 total = 0;
};

} // namespace accueil
