#pragma once

#include <QPushButton>

namespace accueil {

// One of a few views of a list, with how many there are in it. Put them into an exclusive QButtonGroup; then they are
// one tab stop and the arrows choose.
class ToggleChip final : public QPushButton
{
    Q_OBJECT
public:
    explicit ToggleChip(QWidget *parent = nullptr);
    void setWords(const QString &words, int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace accueil
