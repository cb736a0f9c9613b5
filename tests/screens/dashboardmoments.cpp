#include "tests/screens/dashboardmoments.h"

#include "tests/screens/camera.h"
#include "ui/charts/chartcard.h"
#include "ui/mainwindow.h"
#include "ui/shell.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/segmented.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
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
    presets->setFocus();
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(presets, Qt::Key_Left);
    auto *tabs = page->findChild<QTabBar *>(u"dashboardTabs"_s);
    const QStringList views{u"overview"_s, u"wards"_s, u"topics"_s, u"reminders"_s};
    for (int view = 1; view < views.size(); ++view) {
        tabs->setCurrentIndex(view);
        Camera::settle();
        camera.take(shell, u"dashboard-"_s + views.at(view));
        const QString chart = view == 1 ? u"wardsOverall"_s : u"allTopics"_s;
        if (view == 3)
            continue;
        Q_EMIT page->findChild<ChartCard *>(chart)->opened(0); // into the first one
        Camera::settle();
        camera.take(shell, u"dashboard-%1-one"_s.arg(views.at(view)));
        for (FilterChip *chip : page->findChildren<FilterChip *>()) {
            if (chip->value().isValid()) {
                chip->setFocus();
                QTest::keyClick(chip, Qt::Key_Delete);
            }
        }
        Camera::settle();
    }
}

} // namespace accueil
