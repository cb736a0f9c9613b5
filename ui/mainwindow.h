#pragma once

#include "ui/frame/sidebar.h"
#include "ui/pages.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace accueil {

class Desk;
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
    void retranslate();
    void readHospital();
    void readQueue();
    void focusList();
    void showClock();
    void showServer();
    QList<PageCommand> commands();

    Desk &m_desk;
    PageContext m_context;
    QList<Line> m_lines;
    Sidebar *m_sidebar;
    SearchBox *m_search;
    TopBar *m_top;
    QStackedWidget *m_stack;
    StatusBar *m_status;
    QTimer m_minute;
    QTimer m_soon; // several changes in a row are read once
};

} // namespace accueil
