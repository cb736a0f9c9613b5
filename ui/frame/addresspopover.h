#pragma once

#include "ui/tablets/tabletdoor.h"

#include <QFrame>

class QLabel;

namespace accueil {

class Button;
class QrView;

// Where tablets find this desk, over the status bar: the address, its square, and the way to the page of the tablets.
class AddressPopover final : public QFrame
{
    Q_OBJECT
public:
    AddressPopover(const TabletDoor &door, const QString &local, QWidget *parent); // `local`: for this computer

    void addWay(const QString &words); // to the tablets or the settings; tells it by wayTaken
    void openAbove(const QWidget *anchor);

Q_SIGNALS:
    void wayTaken();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TabletDoor m_door;
    Button *m_copy;
    Button *m_way;
};

} // namespace accueil
