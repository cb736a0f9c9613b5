#pragma once

#include "app/domain/clock.h"
#include "app/domain/session.h"
#include "app/domain/statistics.h"
#include "app/services/services.h"
#include "ui/icons/icon.h"
#include "ui/preferences.h"
#include "ui/theme/colors.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QSplitter;
class QVBoxLayout;

namespace accueil {

class Button;
class Desk;
class FlowLayout;
class SoundBooth;
class Theme;
class Translator;

// What every page of the window gets. References outlive the page.
struct PageContext
{
    Services services;
    Session session;
    const Clock &clock;
    Preferences &preferences;
    QByteArray timeZone; // the hospital's, IANA: shown times are in it
    // The program around the window: for settings and the about page; other pages need none of it (null in their
    // tests).
    Desk *desk = nullptr;
    Theme *theme = nullptr;
    Translator *translator = nullptr;
    SoundBooth *sound = nullptr; // null: this desk has none
};

enum class PageId {
    Patients,
    Feedback,
    Reminders,
    Appointments,
    Dashboard,
    Tablets,
    TabletContent,
    Templates,
    Users,
    Settings,
    About,
    Drill
};

// Where to go: a page, and what it shall do on arrival.
struct Destination
{
    PageId page = PageId::Patients;
    PatientId patient = {}; // show this one, or begin with this one
    enum Action { Show, Create, Import } action = Show;
    FeedbackId feedback = {}; // show this one
    std::optional<StatisticsFilter> behind = {}; // show the rows that a figure of the dashboard counts
    QString behindWords = {}; // which figure
};

// Something that can be done on a page, found by Ctrl+K. `words` in the person's language.
struct PageCommand
{
    QString words;
    Icon icon = Icon::None;
    std::function<void()> run;
};

// A page of the window: a header (title, how many, buttons at the right) and a body below it. The frame calls the
// virtual functions for the keys that mean the same everywhere; a page answers those that make sense on it.
//   class PatientsPage : public WindowPage { ... };
//   body()->addWidget(table);  addHeaderButton(newPatient);  setTitle(tr("Patients"));  setCount(tr("%n record(s)",
//   ...));
// Texts are set in retranslate(), which is called once after construction and at every change of language.
class WindowPage : public QWidget
{
    Q_OBJECT
public:
    explicit WindowPage(const PageContext &context, QWidget *parent = nullptr);

    virtual void createNew() { } // Ctrl+N
    virtual void editCurrent() { } // F2
    virtual void focusFilter() { } // /
    virtual void focusList() { setFocus(Qt::OtherFocusReason); } // when the page is shown, and back from its pane
    virtual void refresh() { } // F5, and when the page is shown
    virtual void arrive(const Destination &) { }
    virtual QList<PageCommand> commands() { return {}; }

Q_SIGNALS:
    void goTo(const accueil::Destination &destination);
    void badgeChanged(int count, accueil::Tone tone); // the number beside the page's name in the sidebar; 0 hides it

protected:
    const PageContext &context() const { return m_context; }
    QVBoxLayout *body() const { return m_body; }
    // The header and body are the left part; a pane at the right runs from top to bottom (the patient's record). Where
    // there is no room for both, as with large text, the pane is a second page with a way back.
    void setRightPane(QWidget *pane);
    bool turnToPane(); // shows the pane alone; false where both are in view
    void turnToList();
    void addHeaderButton(QWidget *button);
    void setTitle(const QString &title);
    void setCount(const QString &count);
    virtual void retranslate() = 0;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitPane();
    void fitHead();
    void showSides();
    void sharePage();
    void nameWayBack();

    PageContext m_context;
    QSplitter *m_splitter = nullptr;
    QWidget *m_left;
    QWidget *m_right = nullptr;
    QWidget *m_backBar = nullptr;
    Button *m_back = nullptr;
    bool m_narrow = false; // list or pane, not both
    bool m_paneInFront = false;
    QHBoxLayout *m_columns;
    FlowLayout *m_buttons;
    QVBoxLayout *m_body;
    QLabel *m_title;
    QLabel *m_count;
    bool m_translated = false;
};

} // namespace accueil
