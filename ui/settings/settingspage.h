#pragma once

#include "app/services/hospitalsettings.h"
#include "ui/page.h"

#include <QSet>

class QStackedWidget;
class QTabBar;

namespace accueil {

class Banner;
class Button;
class NoteLine;
class SettingsPanel;
class StateView;

// The settings of the hospital in tabs, saved together (Ctrl+S). What the environment fixes is shown locked.
class SettingsPage final : public WindowPage
{
    Q_OBJECT
public:
    explicit SettingsPage(const PageContext &context, QWidget *parent = nullptr);
    void refresh() override; // not over unsaved edits
    QList<PageCommand> commands() override;

private:
    struct Stored
    {
        HospitalSettings settings;
        QSet<QString> fixed;
    };
    void addPanel(SettingsPanel *panel);
    void build();
    void retranslate() override;
    void showStored(const Stored &stored);
    void save(const std::function<void()> &then);
    void saved(const Result<HospitalSettings> &answer, const std::function<void()> &then);
    void setEdited(bool edited);

    QTabBar *m_tabs;
    QStackedWidget *m_panels;
    QList<SettingsPanel *> m_all;
    StateView *m_state;
    Banner *m_problem;
    Button *m_save;
    NoteLine *m_note;
    HospitalSettings m_stored;
    bool m_edited = false;
};

} // namespace accueil
