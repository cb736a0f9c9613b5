#pragma once

#include "app/domain/feedback.h"

#include <QWidget>

namespace accueil {

// The ratings of one feedback to be read: the face, a line of stars for each answered question, would it be
// recommended.
class RatingsView final : public QWidget
{
    Q_OBJECT
public:
    explicit RatingsView(QWidget *parent = nullptr);

    void setRatings(const Ratings &ratings);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        QString question;
        std::optional<int> stars;
        QString figure;
    };
    QList<Line> lines() const;
    int lineHeight() const;

    Ratings m_ratings;
};

} // namespace accueil
