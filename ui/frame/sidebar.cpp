#include "ui/frame/sidebar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/keyhint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QShortcut>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideMargin = 10;
constexpr int itemPadding = 11;

int itemIcon()
{
    return metrics::withText(20);
}
int wordsLeft()
{
    return itemPadding + itemIcon() + 9;
}

QString badgeWords(int count)
{
    return count > 999 ? u"999+"_s : QString::number(count);
}

} // namespace

SidebarItem::SidebarItem(Icon icon, int number, QWidget *parent)
    : PressButton(parent)
    , m_icon(icon)
{
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setFont(fontFor(TextRole::Body));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (number > 0) { // not the button's own shortcut, which every setText() would take away
        m_keys = QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number));
        connect(new QShortcut(m_keys, this), &QShortcut::activated, this, &QPushButton::click);
    }
}

void SidebarItem::setBadge(int count, Tone tone)
{
    m_badge = count;
    m_tone = tone;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

void SidebarItem::setSlim(bool slim)
{
    m_slim = slim;
    setToolTip(slim && !m_keys.isEmpty() ? keyHintText(m_keys) : QString());
    update();
}

int SidebarItem::slimWidth() const
{
    return wordsLeft() + QFontMetrics(fontFor(TextRole::BodyBold)).horizontalAdvance(text())
        + (m_badge > 0 ? badgeWidth(badgeWords(m_badge)) + 16 : 8);
}

QSize SidebarItem::sizeHint() const
{
    return {0, metrics::textHeight(font(), 38, 16)};
}

int SidebarItem::badgeWidth(const QString &words) const
{
    const QFontMetrics metrics(fontFor(TextRole::SmallBold));
    return std::max(std::max(20, metrics.height() + 2), metrics.horizontalAdvance(words) + 12);
}

void SidebarItem::paintRight(QPainter &painter)
{
    const Colors &c = colorsOf(this);
    if (m_badge > 0) {
        painter.setFont(fontFor(TextRole::SmallBold));
        const QString words = badgeWords(m_badge);
        const int height = std::max(20, painter.fontMetrics().height() + 2);
        const int wide = badgeWidth(words);
        const QRect box(width() - wide - 8, (this->height() - height) / 2, wide, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(background(c, m_tone));
        painter.drawRoundedRect(box, height / 2.0, height / 2.0);
        painter.setPen(foreground(c, m_tone));
        painter.drawText(box, Qt::AlignCenter, words);
    } else if (!m_keys.isEmpty() && !m_slim) {
        painter.setFont(fontFor(TextRole::Key));
        painter.setPen(c.muted);
        painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, keyHintText(m_keys));
    }
}

void SidebarItem::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = rect();
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? c.surface : c.neutralSoft);
        const qreal inset = hasFocus() ? 1 : 0;
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), metrics::fieldRadius, metrics::fieldRadius);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawRoundedRect(QRectF(0, 2, 3, height() - 4), 1.5, 1.5);
    }
    const QColor ink = isChecked() ? c.accent : c.text2;
    paintIcon(painter, QRectF(itemPadding, (height() - itemIcon()) / 2.0, itemIcon(), itemIcon()), m_icon, ink);
    painter.setFont(isChecked() ? fontFor(TextRole::BodyBold) : font());
    painter.setPen(ink);
    const int right = m_badge > 0    ? badgeWidth(badgeWords(m_badge)) + 12
        : m_slim || m_keys.isEmpty() ? 4
                                     : QFontMetrics(fontFor(TextRole::Key)).horizontalAdvance(keyHintText(m_keys)) + 12;
    const QRect words = rect().adjusted(wordsLeft(), 0, -right, 0);
    painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    paintRight(painter);
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_items(new QVBoxLayout)
    , m_hospital(new QLabel)
    , m_person(new QLabel)
    , m_role(new QLabel)
    , m_avatar(new Avatar)
    , m_signOut(new IconButton(Icon::LogOut))
{
    setFixedWidth(metrics::withText(metrics::sidebarWidth));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 14, sideMargin, 12);
    column->setSpacing(metrics::gap);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 0, 2);
    head->setSpacing(10);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new QLabel(u"Accueil"_s);
    name->setFont(fontFor(TextRole::Section));
    m_hospital->setFont(fontFor(TextRole::Mini));
    m_hospital->setProperty("ink", u"muted"_s);
    m_hospital->setWordWrap(true);
    m_hospital->setTextFormat(Qt::PlainText);
    words->addWidget(name);
    words->addWidget(m_hospital);
    head->addWidget(new IconLabel(Icon::HeartHandshake, 22, Tone::Accent, IconLabel::Tile), 0, Qt::AlignVCenter);
    head->addLayout(words, 1);
    column->addLayout(head);

    auto *list = new QWidget;
    list->setProperty("plain", true);
    list->setLayout(m_items);
    m_items->setContentsMargins(0, 0, 0, 0);
    m_items->setSpacing(2);
    m_items->addStretch();
    auto *scroll = new QScrollArea; // 200 % text on a small screen
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);

    auto *line = new QFrame;
    line->setProperty("rule", true);
    column->addWidget(line);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(6, 4, 0, 0);
    foot->setSpacing(10);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    m_person->setFont(fontFor(TextRole::SmallBold));
    m_role->setFont(fontFor(TextRole::Small));
    m_role->setProperty("ink", u"muted"_s);
    who->addWidget(m_person);
    who->addWidget(m_role);
    foot->addWidget(m_avatar);
    foot->addLayout(who, 1);
    foot->addWidget(m_signOut);
    column->addLayout(foot);
    connect(m_signOut, &QPushButton::clicked, this, &Sidebar::signOut);
    retranslate();
}

void Sidebar::setHospital(const QString &name)
{
    m_hospital->setText(name);
}

void Sidebar::setPerson(const QString &name, const QString &role)
{
    m_person->setText(name);
    m_role->setText(role);
    m_avatar->setName(name);
}

SidebarItem *Sidebar::addItem(Icon icon, int number)
{
    auto *item = new SidebarItem(icon, number);
    m_items->insertWidget(m_items->count() - 1, item);
    m_all.append(item);
    return item;
}

void Sidebar::addSection()
{
    m_section = new QLabel;
    m_section->setFont(fontFor(TextRole::Small));
    m_section->setProperty("ink", u"muted"_s);
    m_section->setContentsMargins(11, 14, 0, 6);
    m_items->insertWidget(m_items->count() - 1, m_section);
    retranslate();
}

void Sidebar::setCurrent(SidebarItem *item)
{
    item->setChecked(true);
}

void Sidebar::fitTo(int windowWidth)
{
    m_windowWidth = windowWidth;
    const int whole = metrics::withText(metrics::sidebarWidth);
    const bool slim = whole > windowWidth / 4;
    int least = layout()->minimumSize().width();
    for (SidebarItem *item : std::as_const(m_all)) {
        item->setSlim(slim);
        least = std::max(least, item->slimWidth() + 2 * sideMargin);
    }
    if (m_section)
        least = std::max(least, m_section->sizeHint().width() + 2 * sideMargin);
    setFixedWidth(slim ? std::min(whole, least) : whole);
}

void Sidebar::retranslate()
{
    if (m_section)
        m_section->setText(tr("Administration"));
    m_signOut->setWords(tr("Sign out"));
    if (m_windowWidth > 0)
        fitTo(m_windowWidth);
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.line);
}

} // namespace accueil
