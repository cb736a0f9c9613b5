#pragma once

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"

#include <QPushButton>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace accueil {

// One line of the sidebar: icon, word, and the key or a number that wants attention.
class SidebarItem : public QPushButton
{
    Q_OBJECT
public:
    SidebarItem(Icon icon, int number, QWidget *parent = nullptr); // number 1-9 is its key with Ctrl; 0: none
    void setBadge(int count, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRight(QPainter &painter);

    Icon m_icon;
    QKeySequence m_keys; // Ctrl+number
    int m_badge = 0;
    Tone m_tone = Tone::Neutral;
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
};

} // namespace accueil
