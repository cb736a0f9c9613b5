#include "ui/widgets/plainscroll.h"

#include <QApplication>
#include <QScrollArea>
#include <QTimer>

namespace accueil {

namespace {

constexpr int aboveAndBelow = 48; // pixels: the label of a field and the line under it

}

QScrollArea *plainScroll(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    inside->setProperty("plain", true);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the controls inside have it
    scroll->viewport()->setAutoFillBackground(false);
    keepFocusInView(scroll);
    return scroll;
}

void keepFocusInView(QScrollArea *scroll)
{
    QObject::connect(qApp, &QApplication::focusChanged, scroll, [scroll](QWidget *, QWidget *focused) {
        if (!focused || !scroll->widget()->isAncestorOf(focused))
            return;
        // After the layout, which what is said about the field may change.
        QTimer::singleShot(0, focused, [scroll, focused] { scroll->ensureWidgetVisible(focused, 0, aboveAndBelow); });
    });
}

} // namespace accueil
