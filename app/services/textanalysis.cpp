#include "app/services/textanalysis.h"

#include "app/services/csvreader.h"
#include "app/understanding/understandingengine.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &cell)
{
    const bool isPlain = std::none_of(cell.begin(), cell.end(), [](QChar character) {
        return character == u',' || character == u'"' || character == u'\n' || character == u'\r';
    });
    return isPlain ? cell : u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

void writeRow(QIODevice &out, const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written += quoted(cell);
    out.write(written.join(u',').toUtf8() + '\n');
}

qsizetype columnOf(const QStringList &header, const QStringList &names)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (names.contains(header.at(i).trimmed().toLower()))
            return i;
    }
    return -1;
}

QStringList resultOf(const TextReading &reading)
{
    return {reading.sentiment ? sentimentTable.key(*reading.sentiment) : u"undetermined"_s,
        QString::number(reading.score, 'f', 3), topicKeys(reading.topics).join(u'|')};
}

} // namespace

Result<qint64> analyseTexts(const UnderstandingEngine &engine, QIODevice &in, QIODevice &out)
{
    CsvReader reader(in);
    CsvRow row;
    if (!reader.readRow(row))
        return fail(ErrorCode::Invalid, {{u"file"_s, u"fileEmpty"_s}});
    const QStringList header = row.cells;
    const qsizetype textColumn = columnOf(header, {u"text"_s});
    const qsizetype languageColumn = columnOf(header, {u"lang"_s, u"language"_s});
    if (textColumn < 0)
        return fail(ErrorCode::Invalid, {{u"text"_s, u"required"_s}});
    writeRow(out, header + QStringList{u"label"_s, u"score"_s, u"topics"_s});
    qint64 rows = 0;
    while (reader.readRow(row)) {
        if (row.cells.size() == 1 && row.cells.first().isEmpty() && header.size() > 1) // an empty line
            continue;
        while (row.cells.size() < header.size())
            row.cells += QString();
        const QString language = languageColumn < 0 ? QString() : row.cells.at(languageColumn).trimmed();
        const std::optional<Language> known = language.isEmpty() ? Language::French : parseLanguage(language);
        if (!known)
            return fail(ErrorCode::Invalid, {{u"lang"_s, u"unknownValue"_s, {{u"line"_s, row.line}}}});
        writeRow(out, row.cells + resultOf(engine.read(row.cells.at(textColumn), *known)));
        ++rows;
    }
    return rows;
}

} // namespace accueil
