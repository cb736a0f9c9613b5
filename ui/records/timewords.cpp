#include "ui/records/timewords.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

TimeWords::TimeWords(const Clock &clock, const QByteArray &zone)
    : m_clock(clock)
    , m_zone(zone)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QString TimeWords::clockTime(const QDateTime &utc) const
{
    return local(utc).toString(u"HH:mm"_s);
}

QString TimeWords::dayAndMonth(const QDate &date) const
{
    const QLocale locale;
    //: pattern of a day in this year, as in "10 March"
    const QString sameYear = tr("d MMMM");
    //: pattern of a day in another year, as in "10 March 2025"
    const QString otherYear = tr("d MMM yyyy");
    return locale.toString(date, date.year() == today().year() ? sameYear : otherYear);
}

QString TimeWords::relative(const QDateTime &utc) const
{
    if (!utc.isValid())
        return {};
    const QDate date = local(utc).date();
    const qint64 days = today().daysTo(date);
    if (days == 0)
        return clockTime(utc);
    if (days == -1)
        return tr("yesterday, %1").arg(clockTime(utc));
    if (days == 1)
        return tr("tomorrow, %1").arg(clockTime(utc));
    return dayAndMonth(date);
}

QString TimeWords::ago(const QDateTime &utc) const
{
    const qint64 seconds = utc.isValid() ? std::max<qint64>(0, utc.secsTo(m_clock.now())) : 0;
    if (!utc.isValid() || seconds >= 24 * 3600)
        return relative(utc);
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    return tr("%1 h ago").arg(seconds / 3600);
}

QString TimeWords::exact(const QDateTime &utc) const
{
    return utc.isValid() ? tr("%1, %2", "day, time").arg(exactDay(utc), clockTime(utc)) : QString();
}

QString TimeWords::toTheSecond(const QDateTime &utc) const
{
    return tr("%1, %2", "day, time").arg(exactDay(utc), local(utc).toString(u"HH:mm:ss"_s));
}

QString TimeWords::exactDay(const QDateTime &utc) const
{
    //: pattern of an exact day, as in "Thursday 12 March 2026"
    return QLocale().toString(local(utc).date(), tr("dddd d MMMM yyyy"));
}

QString TimeWords::shortDay(const QDateTime &utc) const
{
    const QDate date = local(utc).date();
    const qint64 days = today().daysTo(date);
    if (days == 0)
        return clockTime(utc);
    //: pattern of a day on a chip, as in "16 Mar"
    return QLocale().toString(date, days > 0 && days < 7 ? u"ddd"_s : tr("d MMM"));
}

QString TimeWords::dayAndTime(const QDateTime &utc) const
{
    if (!utc.isValid())
        return {};
    const QDate date = local(utc).date();
    const qint64 days = today().daysTo(date);
    if (days == 0)
        return tr("today, %1").arg(clockTime(utc));
    if (days == -1 || days == 1)
        return relative(utc);
    //: pattern of a day with its name, as in "Mon 16 March"
    const QString day = date.year() == today().year() ? QLocale().toString(date, tr("ddd d MMMM")) : dayAndMonth(date);
    return tr("%1, %2", "day, time").arg(day, clockTime(utc));
}

QString TimeWords::brief(const QDateTime &utc) const
{
    const qint64 days = today().daysTo(local(utc).date());
    if (days >= -1 && days <= 1)
        return relative(utc);
    return tr("%1, %2", "day, time").arg(QLocale().toString(local(utc).date(), tr("d MMM")), clockTime(utc));
}

QString TimeWords::monthAndYear(const QDateTime &utc) const
{
    return QLocale().toString(local(utc).date(), u"MMM yyyy"_s);
}

QString TimeWords::heading(const QDateTime &utc) const
{
    const QDate date = local(utc).date();
    const qint64 days = today().daysTo(date);
    if (utc > m_clock.now())
        return tr("Upcoming");
    if (days == 0)
        return tr("Today");
    if (days == -1)
        return tr("Yesterday");
    const QLocale locale;
    QString month = locale.toString(date, date.year() == today().year() ? u"MMMM"_s : u"MMMM yyyy"_s);
    month[0] = month[0].toUpper();
    return month;
}

} // namespace accueil
