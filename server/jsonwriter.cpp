#include "server/jsonwriter.h"

#include <array>
#include <charconv>
#include <cmath>

namespace accueil {

namespace {

const FieldSelection everything;

void appendPadded(QByteArray &bytes, int number, int digits)
{
    std::array<char, 8> text{};
    for (int i = digits - 1; i >= 0; --i) {
        text[size_t(i)] = char('0' + number % 10);
        number /= 10;
    }
    bytes.append(text.data(), digits);
}

struct Day
{
    int year;
    int month;
    int day;
};

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": exact for the proleptic Gregorian calendar.
Day civilFromDays(qint64 days)
{
    days += 719468;
    const qint64 era = (days >= 0 ? days : days - 146096) / 146097;
    const int dayOfEra = int(days - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * dayOfYear + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

void appendDay(QByteArray &bytes, const Day &day)
{
    appendPadded(bytes, day.year, 4);
    bytes.append('-');
    appendPadded(bytes, day.month, 2);
    bytes.append('-');
    appendPadded(bytes, day.day, 2);
}

void appendEscaped(QByteArray &bytes, char16_t unit)
{
    switch (unit) {
    case u'"':
        bytes.append("\\\"");
        return;
    case u'\\':
        bytes.append("\\\\");
        return;
    case u'\n':
        bytes.append("\\n");
        return;
    case u'\r':
        bytes.append("\\r");
        return;
    case u'\t':
        bytes.append("\\t");
        return;
    default:
        bytes.append("\\u00");
        bytes.append("0123456789abcdef"[(unit >> 4) & 0xf]);
        bytes.append("0123456789abcdef"[unit & 0xf]);
    }
}

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit != u'"' && unit != u'\\';
}

} // namespace

void JsonWriter::separate()
{
    if (!m_first)
        m_bytes.append(',');
    m_first = false;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_bytes.append(bracket);
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    m_bytes.append(bracket);
    m_first = false;
}

void JsonWriter::key(QByteArrayView asciiName)
{
    separate();
    m_bytes.append('"');
    m_bytes.append(asciiName);
    m_bytes.append("\":");
    m_first = true;
}

void JsonWriter::textKey(QStringView name)
{
    value(name);
    m_bytes.append(':');
    m_first = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    m_bytes.append('"');
    const char16_t *unit = text.utf16();
    const char16_t *const end = unit + text.size();
    while (unit != end) {
        const char16_t *plainEnd = unit;
        bool ascii = true;
        while (plainEnd != end && isPlain(*plainEnd)) {
            ascii = ascii && *plainEnd < 0x80;
            ++plainEnd;
        }
        if (ascii) {
            const qsizetype length = plainEnd - unit;
            const qsizetype at = m_bytes.size();
            m_bytes.resize(at + length);
            std::copy(unit, plainEnd, m_bytes.data() + at);
        } else {
            m_bytes.append(QStringView(unit, plainEnd).toUtf8());
        }
        unit = plainEnd;
        if (unit != end)
            appendEscaped(m_bytes, *unit++);
    }
    m_bytes.append('"');
}

void JsonWriter::integer(qint64 number)
{
    separate();
    std::array<char, 24> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    m_bytes.append(text.data(), result.ptr - text.data());
}

void JsonWriter::value(double number)
{
    Q_ASSERT(std::isfinite(number));
    separate();
    std::array<char, 40> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    m_bytes.append(text.data(), result.ptr - text.data());
}

void JsonWriter::value(const QDateTime &time)
{
    separate();
    constexpr qint64 dayLength = 86'400'000;
    const qint64 milliseconds = time.toMSecsSinceEpoch();
    const qint64 days = milliseconds >= 0 ? milliseconds / dayLength : (milliseconds - dayLength + 1) / dayLength;
    const int ofDay = int(milliseconds - days * dayLength);
    m_bytes.append('"');
    appendDay(m_bytes, civilFromDays(days));
    m_bytes.append('T');
    appendPadded(m_bytes, ofDay / 3'600'000, 2);
    m_bytes.append(':');
    appendPadded(m_bytes, ofDay / 60'000 % 60, 2);
    m_bytes.append(':');
    appendPadded(m_bytes, ofDay / 1000 % 60, 2);
    if (ofDay % 1000 != 0) {
        m_bytes.append('.');
        appendPadded(m_bytes, ofDay % 1000, 3);
    }
    m_bytes.append("Z\"");
}

void JsonWriter::value(QDate date)
{
    separate();
    m_bytes.append('"');
    appendDay(m_bytes, {date.year(), date.month(), date.day()});
    m_bytes.append('"');
}

void JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_bytes.append(json);
}

ObjectWriter::ObjectWriter(JsonWriter &json, const FieldSelection &selection)
    : m_json(json)
    , m_selection(selection.isEmpty() ? everything : selection)
{
    m_json.beginObject();
}

bool ObjectWriter::begin(QByteArrayView name)
{
    if (!m_selection.isEmpty()) {
        const bool wanted = std::any_of(
            m_selection.begin(), m_selection.end(), [name](const QByteArray &selected) { return selected == name; });
        if (!wanted)
            return false;
    }
    m_json.key(name);
    return true;
}

void ObjectWriter::textOrNull(QByteArrayView name, QStringView text)
{
    if (!begin(name))
        return;
    if (text.isEmpty())
        m_json.null();
    else
        m_json.value(text);
}

void ObjectWriter::null(QByteArrayView name)
{
    if (begin(name))
        m_json.null();
}

} // namespace accueil
