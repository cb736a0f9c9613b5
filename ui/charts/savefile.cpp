#include "ui/charts/savefile.h"

#include "ui/background.h"
#include "ui/records/question.h"

#include <QFileDialog>
#include <QSaveFile>

namespace accueil {

namespace {

// Signs that a file system of somebody may refuse.
QString fileName(QString name)
{
    for (QChar &letter : name) {
        if (QStringView(u"/\\:*?\"<>|").contains(letter))
            letter = QChar(u'-');
    }
    return name;
}

} // namespace

void saveFile(QWidget *parent, const QString &title, const QString &name, const QByteArray &bytes)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileName(name));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, bytes](const QString &file) {
        inBackground(
            parent,
            [file, bytes]() -> Result<void> {
                QSaveFile target(file);
                if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit())
                    return fail(ErrorCode::Unavailable);
                return {};
            },
            [parent](const Result<void> &done) {
                if (!done)
                    tell(parent, QCoreApplication::translate("accueil::saveFile", "The file could not be written"),
                        QCoreApplication::translate(
                            "accueil::saveFile", "Choose another folder, or see whether the disk is full."));
            });
    });
    dialog->open();
}

} // namespace accueil
