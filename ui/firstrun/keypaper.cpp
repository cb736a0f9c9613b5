#include "ui/firstrun/keypaper.h"

#include "ui/theme/type.h"

#include <QCoreApplication>
#include <QFile>
#include <QPdfWriter>
#include <QTextDocument>

namespace accueil {

using namespace Qt::StringLiterals;

std::unique_ptr<QTextDocument> keyDocument(const KeyPaper &paper)
{
    const auto words = [](const char *source) { return QCoreApplication::translate("accueil::KeyPaper", source); };
    QString lines;
    for (int i = 0; i < paper.groups.size(); i += 4)
        lines
            += u"<p style=\"font-family:'Noto Sans Mono','DejaVu Sans Mono'; font-size:20pt; font-weight:bold\">%1</p>"_s
                   .arg(paper.groups.mid(i, 4).join(u"&nbsp;&nbsp;&nbsp;"_s));
    auto document = std::make_unique<QTextDocument>();
    document->setDefaultFont(applicationFont());
    document->setHtml(u"<h1>%1</h1><h3>%2</h3>%3<p>%4</p><p>%5</p><p>%6</p>"_s.arg(
        words(QT_TRANSLATE_NOOP("accueil::KeyPaper", "Recovery key of Accueil")), paper.hospital.toHtmlEscaped(), lines,
        words(QT_TRANSLATE_NOOP("accueil::KeyPaper",
            "If the disk of the desk breaks, this key opens the data again. Without it nobody can read them, not even "
            "the makers of the program.")),
        words(QT_TRANSLATE_NOOP("accueil::KeyPaper",
            "Keep this sheet in a closed envelope, away from the desk. Whoever has it and the database can read "
            "everything.")),
        words(QT_TRANSLATE_NOOP("accueil::KeyPaper", "Made on %1. The key holds no O, 0, I or 1.")).arg(paper.date)));
    return document;
}

bool writeKeyPdf(const QTextDocument &document, const QString &file)
{
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return false;
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    {
        QPdfWriter writer(&target);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(u"Accueil"_s);
        writer.setCreator(u"Accueil"_s);
        document.print(&writer);
    }
    return target.error() == QFile::NoError && target.size() > 0;
}

} // namespace accueil
