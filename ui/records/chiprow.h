#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

namespace accueil {

// Several chips beside one another, on a next line where they do not fit.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget *parent = nullptr);

    void setChips(const QList<Chip> &chips);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QPoint> places(int width) const;

    QList<Chip> m_chips;
};

} // namespace accueil
