#include "ui/feedback/ratingsview.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/ratings.h"

#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {
constexpr int faceSize = 34;
constexpr int starSize = 16;
constexpr int starsRoom = 104;
constexpr int figureWidth = 52;
} // namespace

RatingsView::RatingsView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RatingsView::setRatings(const Ratings &ratings)
{
    m_ratings = ratings;
    QStringList spoken;
    if (ratings.emojiRating)
        spoken += faceWords(*ratings.emojiRating);
    for (const Line &line : lines())
        spoken += u"%1: %2"_s.arg(line.question, line.figure);
    setAccessibleName(spoken.join(u", "_s));
    updateGeometry();
    update();
}

QList<RatingsView::Line> RatingsView::lines() const
{
    QList<Line> lines;
    const auto add = [&lines](const QString &question, std::optional<int> stars) {
        if (stars)
            lines += {question, stars, tr("%1/5").arg(*stars)};
    };
    add(tr("Care received"), m_ratings.treatmentSatisfaction);
    add(tr("Listening and explanations"), m_ratings.communicationRating);
    add(tr("Rooms and cleanliness"), m_ratings.facilityRating);
    add(tr("The stay as a whole"), m_ratings.overallExperience);
    if (m_ratings.recommendationLikelihood)
        lines += {tr("Would recommend"), std::nullopt, tr("%1/10").arg(*m_ratings.recommendationLikelihood)};
    return lines;
}

int RatingsView::lineHeight() const
{
    return metrics::textHeight(fontFor(TextRole::Body), 28, 8);
}

QSize RatingsView::sizeHint() const
{
    const int face = m_ratings.emojiRating ? faceSize + metrics::cardGap : 0;
    return {280, face + int(lines().size()) * lineHeight()};
}

void RatingsView::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    if (m_ratings.emojiRating) {
        QFont font = fontFor(TextRole::Body);
        font.setPixelSize(faceSize - 6);
        painter.setFont(font);
        painter.setPen(colors.text);
        painter.drawText(QRect(0, 0, faceSize + 6, faceSize), Qt::AlignCenter, faceEmoji(*m_ratings.emojiRating));
        painter.setFont(fontFor(TextRole::BodyBold));
        painter.drawText(
            QRect(faceSize + 14, 0, width(), faceSize), Qt::AlignVCenter, faceWords(*m_ratings.emojiRating));
        top = faceSize + metrics::cardGap;
    }
    for (const Line &line : lines()) {
        const int right = width() - figureWidth;
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(colors.text);
        const int room = right - starsRoom - metrics::gap;
        painter.drawText(QRect(0, top, room, lineHeight()), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(line.question, Qt::ElideRight, room));
        if (line.stars)
            paintStars(painter, {right - starsRoom, top + (lineHeight() - starSize) / 2}, starSize, line.stars, colors);
        painter.setFont(fontFor(TextRole::BodyBold));
        painter.setPen(colors.text);
        painter.drawText(QRect(right, top, figureWidth, lineHeight()), Qt::AlignVCenter | Qt::AlignRight, line.figure);
        top += lineHeight();
    }
}

} // namespace accueil
