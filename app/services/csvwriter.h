#pragma once

#include <QByteArray>
#include <QLocale>
#include <QVariant>

namespace accueil {

// Tables as CSV for spreadsheets: UTF-8 with a byte order mark (without it Excel reads Latin-1), lines ended with CR LF
// and quotes doubled (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it, in
// headers as well (OWASP, CSV Injection); numbers stay numbers. Where the decimal sign is a comma, values are separated
// by semicolons, as spreadsheets of such countries read and write them.
class CsvWriter
{
public:
    explicit CsvWriter(const QLocale &locale);

    // Texts, whole numbers, doubles; an invalid value is an empty cell.
    void addRow(const QVariantList &cells);
    const QByteArray &bytes() const { return m_bytes; }

private:
    QString cell(const QVariant &value) const;

    QChar m_decimal;
    QChar m_separator;
    QByteArray m_bytes;
};

} // namespace accueil
