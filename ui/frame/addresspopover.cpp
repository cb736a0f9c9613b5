#include "ui/frame/addresspopover.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/qrview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int squareSide = 190;
constexpr int designedWidth = 320;

QLabel *line(const QString &words, TextRole role, const QString &ink = {})
{
    auto *label = new QLabel(words);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

} // namespace

AddressPopover::AddressPopover(const TabletDoor &door, const QString &local, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_door(door)
    , m_copy(new Button(Button::Second, nullptr, Button::Small))
    , m_way(new Button(Button::Second, nullptr, Button::Small))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    setObjectName(u"addressPopover"_s);
    setAccessibleName(tr("Where tablets find this desk"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(metrics::gap);
    if (door.isOpen()) {
        column->addWidget(line(tr("Page for the tablets"), TextRole::BodyBold));
        auto *square = new QrView(squareSide);
        square->setObjectName(u"addressSquare"_s);
        square->setName(tr("Square that leads to the tablet page"));
        square->setAddress(door.pageAddress());
        column->addWidget(square, 0, Qt::AlignHCenter);
        column->addWidget(line(door.pageAddress(), TextRole::Code));
        if (door.addresses.size() > 1)
            column->addWidget(
                line(tr("also %1").arg(door.addresses.mid(1).join(u", "_s)), TextRole::Small, u"text2"_s));
        column->addWidget(line(tr("A new tablet is paired with a code of its own."), TextRole::Small, u"text2"_s));
    } else {
        column->addWidget(line(tr("Tablets cannot reach this desk"), TextRole::BodyBold));
        column->addWidget(
            line(door.problem.isEmpty() ? tr("They are not allowed in the settings, or this computer is in no network.")
                                        : door.problem,
                TextRole::Body, u"text2"_s));
        column->addWidget(line(tr("Programs on this computer: %1").arg(local), TextRole::Small, u"text2"_s));
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_way);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    column->addLayout(buttons);
    m_way->hide();
    m_way->setObjectName(u"addressWay"_s);
    m_way->setSymbol(Icon::ArrowRight);
    m_copy->setObjectName(u"copyAddress"_s);
    m_copy->setSymbol(Icon::Copy);
    m_copy->setText(tr("Copy"));
    m_copy->setVisible(door.isOpen());
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_door.pageAddress());
        close();
    });
    connect(m_way, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT wayTaken();
    });
}

void AddressPopover::addWay(const QString &words)
{
    m_way->setText(words);
    m_way->show();
}

void AddressPopover::openAbove(const QWidget *anchor)
{
    setFixedWidth(metrics::withText(designedWidth));
    adjustSize();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    const QRect room = anchor->screen()->availableGeometry();
    move(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())),
        std::max(room.top(), corner.y() - height() - 6));
    show();
    (m_way->isHidden() ? m_copy : m_way)->setFocus();
}

void AddressPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace accueil
