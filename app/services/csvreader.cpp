#include "app/services/csvreader.h"

#include <QMap>
#include <QStringDecoder>

#include <array>

namespace accueil {

namespace {

constexpr qsizetype chunk = 64 * 1024;

// 0x80-0x9f of Windows-1252 (unicode.org, CP1252.TXT); the five that are not assigned become U+FFFD.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC,
    0xFFFD,
    0x201A,
    0x0192,
    0x201E,
    0x2026,
    0x2020,
    0x2021,
    0x02C6,
    0x2030,
    0x0160,
    0x2039,
    0x0152,
    0xFFFD,
    0x017D,
    0xFFFD,
    0xFFFD,
    0x2018,
    0x2019,
    0x201C,
    0x201D,
    0x2022,
    0x2013,
    0x2014,
    0x02DC,
    0x2122,
    0x0161,
    0x203A,
    0x0153,
    0xFFFD,
    0x017E,
    0x0178,
};

QString decodeCell(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    QString legacy = QString::fromLatin1(bytes);
    for (QChar &c : legacy) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(windows1252.at(c.unicode() - 0x80));
    }
    return legacy;
}

} // namespace

CsvReader::CsvReader(QIODevice &device)
    : m_device(device)
{
    peek();
    if (m_buffer.startsWith("\xEF\xBB\xBF")) {
        m_position = 3;
        m_consumed = 3;
    }
    guessSeparator();
}

void CsvReader::guessSeparator()
{
    qsizetype most = 0;
    bool quoted = false;
    QMap<char, qsizetype> counts;
    for (qsizetype i = m_position; i < m_buffer.size(); ++i) {
        const char c = m_buffer.at(i);
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '\n' || c == '\r'))
            break;
        else if (!quoted && (c == ',' || c == ';' || c == '\t'))
            ++counts[c];
    }
    for (const char candidate : {';', '\t', ','}) {
        if (counts.value(candidate) > most) {
            most = counts.value(candidate);
            m_separator = candidate;
        }
    }
}

int CsvReader::peek()
{
    if (m_position >= m_buffer.size()) {
        m_buffer = m_device.read(chunk);
        m_position = 0;
    }
    return m_buffer.isEmpty() ? -1 : static_cast<unsigned char>(m_buffer.at(m_position));
}

int CsvReader::next()
{
    const int c = peek();
    if (c >= 0) {
        ++m_position;
        ++m_consumed;
        ++m_rowBytes;
    }
    return c;
}

bool CsvReader::skipLineEnd()
{
    const int c = peek();
    if (c != '\r' && c != '\n')
        return false;
    next();
    if (c == '\r' && peek() == '\n')
        next();
    ++m_line;
    return true;
}

void CsvReader::readCell(CsvRow &row)
{
    QByteArray cell;
    bool quoted = peek() == '"';
    if (quoted)
        next();
    for (int c = peek(); c >= 0 && m_rowBytes < maximumRowBytes; c = peek()) {
        if (quoted && c == '"') {
            next();
            if (peek() != '"') {
                quoted = false;
                continue;
            }
        } else if (!quoted && (c == m_separator || c == '\r' || c == '\n')) {
            break;
        } else if (c == '\n' || (c == '\r' && quoted)) {
            skipLineEnd();
            cell.append('\n');
            continue;
        }
        cell.append(static_cast<char>(c));
        next();
    }
    row.unterminatedQuote = quoted;
    row.cells.append(decodeCell(cell));
}

bool CsvReader::readRow(CsvRow &row)
{
    while (skipLineEnd()) { } // blank lines are no rows
    if (peek() < 0)
        return false;
    row = CsvRow{{}, m_line, false};
    m_rowBytes = 0;
    do {
        readCell(row);
    } while (peek() == static_cast<unsigned char>(m_separator) && next() >= 0 && m_rowBytes < maximumRowBytes);
    skipLineEnd();
    return true;
}

} // namespace accueil
