#include "app/services/csvwriter.h"

#include <QStringList>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Signs that begin a formula, also in their full width, and white space that some spreadsheets drop before one.
bool beginsFormula(const QString &text)
{
    static const QString signs = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
    const QString inside = text.trimmed();
    return !inside.isEmpty() && (signs.contains(text.front()) || signs.contains(inside.front()));
}

QString quoted(const QString &text, QChar separator)
{
    const bool plain = !text.contains(separator) && !text.contains(u'"') && !text.contains(u'\n')
        && !text.contains(u'\r') && !text.contains(u'\t') && !text.startsWith(u' ') && !text.endsWith(u' ');
    return plain ? text : u'"' + QString(text).replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

CsvWriter::CsvWriter(const QLocale &locale)
    : m_decimal(locale.decimalPoint() == u","_s ? u',' : u'.')
    , m_separator(m_decimal == u',' ? u';' : u',')
    , m_bytes("\xEF\xBB\xBF")
{
}

QString CsvWriter::cell(const QVariant &value) const
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return {};
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QString::number(value.toLongLong());
    case QMetaType::Double:
        return QString::number(value.toDouble(), 'g', 6).replace(u'.', m_decimal);
    default: {
        const QString text = value.toString();
        return beginsFormula(text) ? u'\'' + text : text;
    }
    }
}

void CsvWriter::addRow(const QVariantList &cells)
{
    QStringList texts;
    for (const QVariant &value : cells)
        texts += quoted(cell(value), m_separator);
    m_bytes += texts.join(m_separator).toUtf8() + "\r\n";
}

} // namespace accueil
