#pragma once

#include "app/domain/clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace accueil {

// Says times in the hospital's zone and the window's language: short for lists ("yesterday, 17:05"), exact for
// tooltips.
class TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::TimeWords)
public:
    TimeWords(const Clock &clock, const QByteArray &zone); // IANA; an unknown zone reads as UTC

    QDateTime local(const QDateTime &utc) const { return utc.toTimeZone(m_zone); }
    QDateTime utc(const QDate &date, const QTime &time) const { return QDateTime(date, time, m_zone).toUTC(); }
    QDateTime now() const { return local(m_clock.now()); }
    QDate today() const { return now().date(); }

    QString relative(const QDateTime &utc) const; // "10:31", "yesterday, 17:05", "10 March", "10 March 2025"
    QString ago(const QDateTime &utc) const; // within a day "20 s ago", "3 min ago", "5 h ago"; else as relative()
    QString exact(const QDateTime &utc) const; // "Thursday 12 March 2026, 10:42"
    QString toTheSecond(const QDateTime &utc) const; // "Thursday 12 March 2026, 10:42:31"
    QString clockTime(const QDateTime &utc) const; // "10:31"
    QString shortDay(const QDateTime &utc) const; // within 6 days the day of the week, else "16 Mar"
    QString dayAndTime(const QDateTime &utc) const; // "tomorrow, 09:30", "Mon 16 March, 09:30"
    QString brief(const QDateTime &utc) const; // "08:41", "yesterday, 08:41", "16 Mar, 08:41"
    QString monthAndYear(const QDateTime &utc) const; // "Nov 2025"
    QString heading(const QDateTime &utc) const; // of a time line: Today, Yesterday, March, November 2025

private:
    QString dayAndMonth(const QDate &date) const;
    QString exactDay(const QDateTime &utc) const;

    const Clock &m_clock;
    QTimeZone m_zone;
};

} // namespace accueil
