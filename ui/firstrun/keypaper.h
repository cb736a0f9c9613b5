#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class QTextDocument;

namespace accueil {

// The recovery key as a sheet of paper: what it is, whose, and what to do with it.
struct KeyPaper
{
    QString hospital;
    QStringList groups;
    QString date;
};

std::unique_ptr<QTextDocument> keyDocument(const KeyPaper &paper); // GUI thread: it has words
// Writes it as a PDF; false when the file cannot be written. Any thread.
bool writeKeyPdf(const QTextDocument &document, const QString &file);

} // namespace accueil
