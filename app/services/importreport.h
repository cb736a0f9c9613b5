#pragma once

#include "app/domain/result.h"

#include <QFile>
#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>

namespace accueil {

// The list of refused rows, written as they are found: line, column, value, reason; one line per broken field. Safe to
// open in a spreadsheet: UTF-8 with BOM, formula signs neutralised. Made next to the file, or in the system's folder
// for temporary files when that cannot be written.
class ImportReportFile
{
public:
    ImportReportFile(const QString &importedFile, QStringList header, QMap<QString, int> mapping,
        std::function<QString(const FieldError &)> describe);

    void add(qint64 line, const QStringList &cells, const QList<FieldError> &errors);
    QString path() const; // empty while nothing was refused

private:
    void open();
    QString m_importedFile;
    QStringList m_header;
    QMap<QString, int> m_mapping;
    std::function<QString(const FieldError &)> m_describe;
    std::unique_ptr<QFile> m_file;
};

} // namespace accueil
