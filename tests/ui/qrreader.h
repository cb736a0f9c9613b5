#pragma once

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QWidget>

namespace accueil {

// What a camera would read in the picture: the texts of its QR codes, one a line, by zbarimg (Debian: zbar-tools). A
// sentence about it where the program is missing, which no test expects.
inline QString readQr(const QImage &picture)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("picture.png"));
    if (!picture.save(file))
        return QStringLiteral("the picture could not be saved");
    QProcess reader;
    reader.start(QStringLiteral("zbarimg"),
        {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
            QStringLiteral("-Sqrcode.enable"), file});
    if (!reader.waitForFinished(30'000))
        return QStringLiteral("zbarimg does not run; install zbar-tools");
    return QString::fromUtf8(reader.readAllStandardOutput()).trimmed();
}

// The widget as a screen with this many pixels a point shows it.
inline QImage pictureOf(QWidget &widget, qreal scale = 1)
{
    QImage picture((QSizeF(widget.size()) * scale).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::gray);
    widget.render(&picture);
    return picture;
}

} // namespace accueil
