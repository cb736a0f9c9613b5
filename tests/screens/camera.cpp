#include "tests/screens/camera.h"

#include <QApplication>
#include <QDialog>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A dialog over a dialog is deeper.
int depth(const QWidget *widget)
{
    int parents = 0;
    for (; widget->parentWidget(); widget = widget->parentWidget())
        ++parents;
    return parents;
}

} // namespace

Camera::Camera(const QString &folder)
    : m_folder(folder)
{
    m_folder.mkpath(u"."_s);
}

void Camera::take(const QWidget &window, const QString &name) const
{
    settle();
    QPixmap picture = const_cast<QWidget &>(window).grab();
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QWidgetList dialogs = QApplication::topLevelWidgets();
    dialogs.removeIf([](const QWidget *top) {
        const bool isAbove = qobject_cast<const QDialog *>(top) || top->windowType() == Qt::Popup;
        return !top->isVisible() || !isAbove;
    });
    std::sort(dialogs.begin(), dialogs.end(), [](const QWidget *a, const QWidget *b) { return depth(a) < depth(b); });
    for (QWidget *top : std::as_const(dialogs)) {
        const QRect place(top->pos() - window.pos(), top->size());
        QPainterPath shape;
        shape.addRoundedRect(place, 10, 10);
        painter.setClipPath(shape);
        painter.drawPixmap(place.topLeft(), top->grab());
    }
    painter.end();
    picture.save(m_folder.filePath(u"%1-%2.png"_s.arg(name, suffix)));
}

bool Camera::wait(const std::function<bool()> &ready, const char *what)
{
    if (QTest::qWaitFor(ready, 60'000))
        return true;
    qWarning("did not happen: %s", what);
    return false;
}

void Camera::settle()
{
    QTest::qWait(450);
}

} // namespace accueil
