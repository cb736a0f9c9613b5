#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

namespace accueil {

struct CsvRow
{
    QStringList cells;
    qint64 line = 0; // where the row begins, the first line of the file is 1
    bool unterminatedQuote = false; // the file ends inside a quoted cell
};

// Reads comma-, semicolon- or tab-separated values (RFC 4180: quoted cells, doubled quotes, line breaks inside quotes;
// LF, CRLF or CR), row by row, so that the size of a file does not matter. Text is UTF-8, with or without BOM; a cell
// that is not valid UTF-8 is read as Windows-1252, as spreadsheets of older machines write it. Our own because an error
// has to name its line, which the C library of Debian (libcsv) does not count.
class CsvReader
{
public:
    explicit CsvReader(QIODevice &device); // open for reading; the separator is guessed from the first line
    bool readRow(CsvRow &row); // false at the end
    qint64 bytesRead() const { return m_consumed; }
    QChar separator() const { return QLatin1Char(m_separator); }

    static constexpr qsizetype maximumRowBytes = 1024 * 1024; // a longer row is a missing quote, cut off there

private:
    int peek();
    int next();
    void readCell(CsvRow &row);
    void guessSeparator();
    bool skipLineEnd();

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    qint64 m_consumed = 0;
    qint64 m_line = 1;
    qsizetype m_rowBytes = 0;
    char m_separator = ',';
};

} // namespace accueil
