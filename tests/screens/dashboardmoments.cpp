#include "tests/screens/dashboardmoments.h"

#include "tests/screens/camera.h"
#include "ui/charts/chartcard.h"
#include "ui/mainwindow.h"
#include "ui/shell.h"
#include "ui/widgets/segmented.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace accueil {

using namespace Qt::StringLiterals;

void photographDashboard(Shell &shell, const Camera &camera)
{
    WindowPage *page = shell.session()->currentPage();
    auto *scroll = page->findChild<QScrollArea *>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    camera.take(shell, u"dashboard-below"_s);
    scroll->verticalScrollBar()->setValue(0);
    auto *presets = page->findChild<Segmented *>(u"presets"_s);
    presets->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(presets, Qt::Key_Right);
    Camera::settle();
    Camera::settle();
    page->findChild<ChartCard *>(u"wards"_s)->showTable(true);
    camera.take(shell, u"dashboard-year"_s);
    page->findChild<ChartCard *>(u"wards"_s)->showTable(false);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    camera.take(shell, u"dashboard-year-below"_s);
    scroll->verticalScrollBar()->setValue(0);
}

} // namespace accueil
