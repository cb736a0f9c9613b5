#include "ui/charts/charttable.h"

#include "app/services/csvwriter.h"

#include <QLocale>

#include <cmath>

namespace accueil {

namespace {

double rounded(double number, int decimals)
{
    const double factor = std::pow(10, decimals);
    return std::round(number * factor) / factor;
}

} // namespace

ChartCell wordCell(const QString &text)
{
    return {text, text, ChartCell::Words};
}

ChartCell countCell(qint64 count)
{
    return {count, QLocale().toString(count), ChartCell::Number};
}

ChartCell numberCell(double number, int decimals)
{
    return {rounded(number, decimals), QLocale().toString(number, 'f', decimals), ChartCell::Number};
}

ChartCell percentCell(double share)
{
    return {rounded(share * 100, 1), QLocale().toString(share * 100, 'f', 1), ChartCell::Number};
}

ChartCell hiddenCell(const QString &why)
{
    return {{}, why, ChartCell::Number};
}

void ChartTable::write(CsvWriter &writer) const
{
    writer.addRow(QVariantList(headers.begin(), headers.end()));
    for (const Row &row : rows) {
        QVariantList values;
        for (const ChartCell &cell : row.cells)
            values += cell.value;
        writer.addRow(values);
    }
}

QByteArray ChartTable::csv() const
{
    CsvWriter writer{QLocale()};
    write(writer);
    return writer.bytes();
}

} // namespace accueil
