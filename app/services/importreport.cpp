#include "app/services/importreport.h"

#include <QDir>
#include <QFileInfo>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A cell that begins with one of = + - @ TAB CR is a formula to a spreadsheet (OWASP, CSV injection): an apostrophe
// makes it text.
QString csvCell(QString text)
{
    static const QString formulaSigns = u"=+-@\t\r"_s;
    if (!text.isEmpty() && formulaSigns.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

ImportReportFile::ImportReportFile(const QString &importedFile, QStringList header, QMap<QString, int> mapping,
    std::function<QString(const FieldError &)> describe)
    : m_importedFile(importedFile)
    , m_header(std::move(header))
    , m_mapping(std::move(mapping))
    , m_describe(std::move(describe))
{
}

void ImportReportFile::open()
{
    const QFileInfo info(m_importedFile);
    const QString name = info.completeBaseName() + u".report.csv"_s;
    for (const QDir &folder : {info.absoluteDir(), QDir::temp()}) {
        m_file = std::make_unique<QFile>(folder.filePath(name));
        if (m_file->open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner)) {
            m_file->write("\xEF\xBB\xBFline,column,value,reason\r\n");
            return;
        }
    }
}

void ImportReportFile::add(qint64 line, const QStringList &cells, const QList<FieldError> &errors)
{
    if (!m_file)
        open();
    for (const FieldError &error : errors) {
        const int column = m_mapping.value(error.field, -1);
        const QString reason = m_describe ? m_describe(error) : error.key;
        const QString name = column >= 0 ? m_header.value(column) : error.field;
        const QStringList row{QString::number(line), csvCell(name), csvCell(cells.value(column)), csvCell(reason)};
        m_file->write(row.join(u',').toUtf8() + "\r\n");
    }
}

QString ImportReportFile::path() const
{
    return m_file && m_file->isOpen() ? m_file->fileName() : QString();
}

} // namespace accueil
