#pragma once

#include "ui/widgets/chip.h"
#include "ui/widgets/pressbutton.h"

namespace accueil {

// One figure that matters, large: what it is, its value and unit, how it changed, and of how many with which interval.
// A press wants the rows behind it.
class KeyFigure final : public PressButton
{
    Q_OBJECT
public:
    struct Content
    {
        QString name;
        QString value; // "—" where there is none
        QString unit;
        std::optional<Chip> trend;
        QString basis; // "n = 612 · 4.06 to 4.20"
        QString second; // one more line; empty: none
        QString spoken; // everything in a sentence
        bool opens = false;
    };

    explicit KeyFigure(QWidget *parent = nullptr);
    void setContent(const Content &content);
    const Content &content() const { return m_content; }
    // What is inside the frame of one, also on paper.
    static void paintContent(QPainter &painter, const QRectF &box, const Content &content, const Colors &colors);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

} // namespace accueil
