#pragma once

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"

#include <QMetaType>
#include <QWidget>

namespace accueil {

// A state in a word: icon, word and tone together, so that colour never says it alone. Also what a table cell holds
// under cell::ChipRole (QVariant::fromValue(Chip{...})).
struct Chip
{
    QString text;
    Tone tone = Tone::Neutral;
    Icon icon = Icon::None;
    enum Shape { Round, Square } shape = Round; // Square: topics and wards

    friend bool operator==(const Chip &, const Chip &) = default;
};

QSize chipSize(const Chip &chip);
void paintChip(
    QPainter &painter, const QPoint &topLeft, const Chip &chip, const Colors &colors, int maximumWidth = 10000);

// A chip as a widget, for headers and forms; its text is its accessible name.
class ChipLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(QWidget *parent = nullptr);
    explicit ChipLabel(const Chip &chip, QWidget *parent = nullptr);
    void setChip(const Chip &chip);
    QSize sizeHint() const override { return chipSize(m_chip); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip m_chip;
};

} // namespace accueil
Q_DECLARE_METATYPE(accueil::Chip)
