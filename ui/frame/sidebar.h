#pragma once

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/widgets/pressbutton.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace accueil {

// One line of the sidebar: icon, word, and the key or a number that wants attention.
class SidebarItem : public PressButton
{
    Q_OBJECT
public:
    SidebarItem(Icon icon, int number, QWidget *parent = nullptr); // number 1-9 is its key with Ctrl; 0: none
    void setBadge(int count, Tone tone);
    void setSlim(bool slim); // without the key, which the tooltip names
    int slimWidth() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int badgeWidth(const QString &words) const;
    void paintRight(QPainter &painter);

    Icon m_icon;
    QKeySequence m_keys; // Ctrl+number
    int m_badge = 0;
    Tone m_tone = Tone::Neutral;
    bool m_slim = false;
};

// The left of the window: the program's sign and hospital, the pages, who is signed in.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setHospital(const QString &name);
    void setPerson(const QString &name, const QString &role);
    SidebarItem *addItem(Icon icon, int number);
    void addSection(); // what follows belongs to the administration
    void setCurrent(SidebarItem *item);
    // With large text on a small screen it keeps to its words, so that the page has room.
    void fitTo(int windowWidth);

Q_SIGNALS:
    void signOut();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QVBoxLayout *m_items;
    QLabel *m_hospital;
    QLabel *m_section = nullptr;
    QLabel *m_person;
    QLabel *m_role;
    class Avatar *m_avatar;
    class IconButton *m_signOut;
    QList<SidebarItem *> m_all;
    int m_windowWidth = 0;
};

} // namespace accueil
