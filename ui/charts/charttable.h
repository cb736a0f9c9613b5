#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace accueil {

class CsvWriter;

// One cell: the value for files and comparisons, the words for people.
struct ChartCell
{
    QVariant value;
    QString text;
    enum Kind { Words, Number } kind = Words; // numbers stand at the right

    friend bool operator==(const ChartCell &, const ChartCell &) = default;
};

ChartCell wordCell(const QString &text);
ChartCell countCell(qint64 count);
ChartCell numberCell(double number, int decimals);
ChartCell percentCell(double share); // 0..1, shown and exported as per cent with one decimal
ChartCell hiddenCell(const QString &why); // a figure that is not shown: no value

// What a chart shows, as a table: the row of a mark is the one with its number. It is what screen readers, the table
// view and files get.
struct ChartTable
{
    struct Row
    {
        QList<ChartCell> cells;
        QString spoken; // in a sentence, for whoever stands on the mark
        bool opens = false; // there are rows behind it to be shown

        friend bool operator==(const Row &, const Row &) = default;
    };
    QStringList headers;
    QList<Row> rows;

    void write(CsvWriter &writer) const; // headers and rows
    QByteArray csv() const; // in the format of the default locale's spreadsheets
    friend bool operator==(const ChartTable &, const ChartTable &) = default;
};

} // namespace accueil
