#pragma once

#include <QComboBox>

namespace accueil {

// A list to choose from, with the design's chevron, or a lock when it is disabled.
class ListBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ListBox(QWidget *parent = nullptr);
    // Chooses the entry with this data; adds nothing when there is none.
    void setValue(const QVariant &value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override; // only with the focus: scrolling a form must not change it
};

} // namespace accueil
