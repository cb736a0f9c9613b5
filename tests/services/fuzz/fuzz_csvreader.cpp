// libFuzzer target: whatever the file, the reader comes to its end, row by row, and loses no byte of it.
#include "app/services/csvreader.h"

#include <QBuffer>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    accueil::CsvReader reader(file);
    accueil::CsvRow row;
    qint64 line = 0;
    qint64 position = 0;
    while (reader.readRow(row)) {
        if (row.cells.isEmpty() || row.line < line || (row.line == line && size < accueil::CsvReader::maximumRowBytes))
            qFatal("a row without cells, or not after the one before it");
        if (reader.bytesRead() <= position)
            qFatal("a row of no bytes");
        line = row.line;
        position = reader.bytesRead();
    }
    if (reader.bytesRead() != file.size())
        qFatal("bytes were left");
    return 0;
}
