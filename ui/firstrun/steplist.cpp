#include "ui/firstrun/steplist.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 24;
constexpr int round = 30;
constexpr int tileSize = 48;
constexpr int tileTop = 32;
constexpr int signLeft = margin + tileSize + 11;

int lineHeight(TextRole role)
{
    return QFontMetrics(fontFor(role)).height();
}

// Where the program's name and what it does end: beside the tile, or below it where the text is large.
int signBottom()
{
    return tileTop + std::max(tileSize + 3, lineHeight(TextRole::Title) + lineHeight(TextRole::Small) - 3);
}

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
{
    fitWords();
}

void StepList::fitWords()
{
    const auto wide
        = [](TextRole role, const QString &words) { return QFontMetrics(fontFor(role)).horizontalAdvance(words); };
    int needed = signLeft + wide(TextRole::Small, tr("Listen, remind, answer")) + metrics::gap;
    for (const Step &step : std::as_const(m_steps))
        needed = std::max(needed,
            2 * margin + 12 + round + 12
                + std::max(wide(TextRole::BodyBold, step.title), wide(TextRole::Small, step.hint)) + metrics::gap);
    setFixedWidth(std::max(320, needed));
}

void StepList::setSteps(const QList<Step> &steps, int current)
{
    m_steps = steps;
    m_current = current;
    fitWords();
    QStringList words;
    for (const Step &step : steps)
        words.append(u"%1: %2"_s.arg(step.title, step.done ? tr("done") : tr("open")));
    setAccessibleName(tr("Steps"));
    setAccessibleDescription(words.join(u", "_s));
    update();
}

void StepList::paintSign(QPainter &painter)
{
    const Colors &c = colorsOf(this);
    const QRect tile(margin, tileTop, tileSize, tileSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent);
    painter.drawRoundedRect(tile, 10, 10);
    paintIcon(painter, tile.adjusted(11, 11, -11, -11), Icon::HeartHandshake, c.onAccent);
    painter.setFont(fontFor(TextRole::Title));
    painter.setPen(c.text);
    const int top = tile.top() - 3;
    painter.drawText(
        QRect(signLeft, top, width() - signLeft, lineHeight(TextRole::Title)), Qt::AlignVCenter, u"Accueil"_s);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(c.text2);
    painter.drawText(
        QRect(signLeft, signBottom() - lineHeight(TextRole::Small), width() - signLeft, lineHeight(TextRole::Small)),
        Qt::AlignVCenter, tr("Listen, remind, answer"));
}

void StepList::paintStep(QPainter &painter, int index, const QRect &box)
{
    const Colors &c = colorsOf(this);
    const Step &step = m_steps.at(index);
    const bool current = index == m_current;
    painter.setPen(Qt::NoPen);
    if (current) {
        painter.setBrush(c.surface);
        painter.drawRoundedRect(box, metrics::fieldRadius, metrics::fieldRadius);
    }
    const QRectF circle(box.left() + 12, box.center().y() - round / 2.0 + 1, round, round);
    painter.setBrush(current && !step.done ? c.accent : step.done ? c.successSoft : c.neutralSoft);
    painter.drawEllipse(circle);
    paintIcon(painter, circle.adjusted(7, 7, -7, -7), step.done ? Icon::Check : step.icon,
        current && !step.done ? c.onAccent
            : step.done       ? c.success
                              : c.text2);
    const int left = static_cast<int>(circle.right()) + 12;
    const int top = box.center().y() - (lineHeight(TextRole::Body) + lineHeight(TextRole::Small)) / 2;
    painter.setFont(fontFor(current ? TextRole::BodyBold : TextRole::Body));
    painter.setPen(current ? c.accent : c.text);
    painter.drawText(QRect(left, top, box.right() - left, lineHeight(TextRole::Body)), Qt::AlignVCenter, step.title);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(c.text2);
    painter.drawText(QRect(left, top + lineHeight(TextRole::Body), box.right() - left, lineHeight(TextRole::Small)),
        Qt::AlignVCenter, step.hint);
}

void StepList::paintPromise(QPainter &painter, Icon icon, const QString &words, int bottom, int *top)
{
    const Colors &c = colorsOf(this);
    painter.setFont(fontFor(TextRole::Small));
    const int left = margin + 25;
    const QRect room(left, 0, width() - left - margin, 1000);
    const int height = painter.fontMetrics().boundingRect(room, Qt::TextWordWrap, words).height();
    *top = bottom - height;
    painter.setPen(c.text2);
    painter.drawText(QRect(left, *top, room.width(), height), Qt::TextWordWrap, words);
    paintIcon(painter, QRectF(margin, *top + 1, 16, 16), icon, c.text2);
}

void StepList::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.side);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.line);
    paintSign(painter);
    const int step = std::max(58, lineHeight(TextRole::Body) + lineHeight(TextRole::Small) + 20);
    int y = signBottom() + 33;
    for (int i = 0; i < m_steps.size(); ++i) {
        paintStep(painter, i, QRect(margin, y, width() - 2 * margin, step));
        y += step + 4;
    }
    int top = height() - 24;
    paintPromise(painter, Icon::WifiOff, tr("No internet is needed to begin."), top, &top);
    if (top - 60 > y)
        paintPromise(painter, Icon::ShieldCheck,
            tr("Names, telephones and voices are encrypted before they are written to the disk."), top - 9, &top);
}

} // namespace accueil
