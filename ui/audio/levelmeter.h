#pragma once

#include <QWidget>

namespace accueil {

// How loud it is now, as a bar. For the eye only: that something is heard is said in words beside it.
class LevelMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit LevelMeter(QWidget *parent = nullptr);
    void setLevel(double loudness); // 0-1
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_level = 0;
};

} // namespace accueil
