#pragma once

#include "app/domain/enumtable.h"
#include "app/domain/proportion.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <array>
#include <optional>

namespace accueil {

// By what no-shows are told apart.
enum class NoShowGrouping {
    Channel, // of the last message that left; empty: none did
    LeadTime, // from making the appointment to its time
    Language, // the patient's preferred
    Ward,
};

inline constexpr EnumTable<NoShowGrouping, 4> noShowGroupingTable{{{
    {NoShowGrouping::Channel, u"channel"},
    {NoShowGrouping::LeadTime, u"lead_time"},
    {NoShowGrouping::Language, u"language"},
    {NoShowGrouping::Ward, u"ward"},
}}};

// Keys of NoShowGrouping::LeadTime, shortest first.
inline constexpr std::array leadTimeKeys{u"under_1_day", u"1_to_6_days", u"7_to_29_days", u"30_days_or_more"};

struct NoShowRate
{
    QString key; // wire key or ward
    qint64 appointments = 0; // those of which it is known whether the patient came
    qint64 missed = 0;

    // Of fewer than this nothing is said: one more patient would change it by more than ten points.
    static constexpr qint64 enough = 10;
    bool isEnough() const { return appointments >= enough; }
    double rate() const { return appointments == 0 ? 0 : double(missed) / double(appointments); }
    Interval interval() const { return wilsonInterval(missed, appointments); }
    friend bool operator==(const NoShowRate &, const NoShowRate &) = default;
};

struct NoShowFilter
{
    std::optional<QDateTime> from; // of the appointments, UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    std::optional<QDate> firstDay; // the hospital's
    std::optional<QDate> lastDay; // included
};

struct NoShowFigures
{
    NoShowRate all;
    QMap<NoShowGrouping, QList<NoShowRate>> groups; // by key; lead times shortest first
};

} // namespace accueil
