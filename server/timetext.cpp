#include "server/timetext.h"

namespace accueil {

namespace {

// Reads fixed-width numbers off the front of a text.
class Digits
{
public:
    explicit Digits(QStringView text)
        : m_rest(text)
    {
    }

    std::optional<int> number(int width)
    {
        if (m_rest.size() < width)
            return std::nullopt;
        int value = 0;
        for (int i = 0; i < width; ++i) {
            const char16_t unit = m_rest[i].unicode();
            if (unit < u'0' || unit > u'9')
                return std::nullopt;
            value = value * 10 + (unit - u'0');
        }
        m_rest = m_rest.sliced(width);
        return value;
    }
    bool take(QStringView anyOf)
    {
        if (m_rest.isEmpty() || !anyOf.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    bool atEnd() const { return m_rest.isEmpty(); }
    QChar front() const { return m_rest.isEmpty() ? QChar() : m_rest.front(); }

private:
    QStringView m_rest;
};

std::optional<QDate> readDate(Digits &text)
{
    const std::optional<int> year = text.number(4);
    const std::optional<int> month = year && text.take(u"-") ? text.number(2) : std::nullopt;
    const std::optional<int> day = month && text.take(u"-") ? text.number(2) : std::nullopt;
    if (!day)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() && *year >= 1 ? std::optional(date) : std::nullopt;
}

std::optional<int> readMilliseconds(Digits &text)
{
    if (!text.take(u"."))
        return 0;
    int milliseconds = 0;
    int decimals = 0;
    while (const std::optional<int> digit = text.number(1)) {
        if (decimals < 3)
            milliseconds = milliseconds * 10 + *digit;
        if (++decimals > 9)
            return std::nullopt;
    }
    if (decimals == 0)
        return std::nullopt;
    for (; decimals < 3; ++decimals)
        milliseconds *= 10;
    return milliseconds;
}

std::optional<QTime> readTimeOfDay(Digits &text)
{
    const std::optional<int> hour = text.number(2);
    const std::optional<int> minute = hour && text.take(u":") ? text.number(2) : std::nullopt;
    if (!minute)
        return std::nullopt;
    int second = 0;
    int milliseconds = 0;
    if (text.take(u":")) {
        const std::optional<int> seconds = text.number(2);
        const std::optional<int> fraction = seconds ? readMilliseconds(text) : std::nullopt;
        if (!fraction)
            return std::nullopt;
        second = *seconds;
        milliseconds = *fraction;
    }
    const QTime time(*hour, *minute, second, milliseconds);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

// Seconds east of UTC.
std::optional<int> readOffset(Digits &text)
{
    if (text.atEnd() || text.take(u"Zz"))
        return 0;
    const int sign = text.front() == u'-' ? -1 : 1;
    if (!text.take(u"+-"))
        return std::nullopt;
    const std::optional<int> hours = text.number(2);
    if (hours)
        text.take(u":");
    const std::optional<int> minutes = hours ? text.number(2) : std::nullopt;
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return sign * (*hours * 3600 + *minutes * 60);
}

} // namespace

std::optional<QDateTime> parseTime(QStringView text)
{
    Digits digits(text);
    const std::optional<QDate> date = readDate(digits);
    const std::optional<QTime> time = date && digits.take(u"Tt ") ? readTimeOfDay(digits) : std::nullopt;
    const std::optional<int> offset = time ? readOffset(digits) : std::nullopt;
    if (!offset || !digits.atEnd())
        return std::nullopt;
    const QDateTime utc = QDateTime(*date, *time, Qt::UTC).addSecs(-*offset);
    // What cannot be written back with a year of four digits is no time in this API.
    return utc.date().year() >= 1 && utc.date().year() <= 9999 ? std::optional(utc) : std::nullopt;
}

std::optional<QDate> parseDate(QStringView text)
{
    Digits digits(text);
    const std::optional<QDate> date = readDate(digits);
    return digits.atEnd() ? date : std::nullopt;
}

} // namespace accueil
