#pragma once

#include "ui/frame/sidebar.h"
#include "ui/pages.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace accueil {

class Arrivals;
class Desk;
class Notice;
class SearchBox;
class StatusBar;
class Theme;
class TopBar;
class Translator;

// The frame of one person's session: sidebar, top bar, one page at a time, status bar. It knows pages only by the list
// of pages.h; what is on them is theirs.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    MainWindow(Desk &desk, const PageContext &context, Theme &theme, Translator &translator, QWidget *parent = nullptr);

    void goTo(const Destination &destination);
    WindowPage *openPage(
        PageId id); // builds it when it is opened for the first time; null when the person may not see it
    WindowPage *currentPage() const;

Q_SIGNALS:
    void signedOut();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        PageEntry entry;
        SidebarItem *item = nullptr;
        WindowPage *page = nullptr;
    };

    void fillSidebar();
    void addShortcuts();
    void listen();
    void announceArrivals();
    void retranslate();
    void readHospital();
    void readQueue();
    void focusList();
    void showClock();
    void showServer();
    void readTablets();
    void readDisputes();
    void openAddresses();
    QList<PageCommand> commands();

    Desk &m_desk;
    PageContext m_context;
    QList<Line> m_lines;
    Sidebar *m_sidebar;
    SearchBox *m_search;
    TopBar *m_top;
    QStackedWidget *m_stack;
    StatusBar *m_status;
    Arrivals *m_arrivals;
    Notice *m_notice;
    QTimer m_minute;
    std::optional<int> m_tablets; // that are paired; nothing: not known, or not this person's business
    QTimer m_soon; // several changes in a row are read once
    QTimer m_tabletsSoon;
};

} // namespace accueil
