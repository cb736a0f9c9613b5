#pragma once

#include <QLayout>
#include <QList>

namespace accueil {

// Puts widgets side by side and goes to the next line where there is no room, so that nothing is cut at 200 % text.
class FlowLayout : public QLayout
{
public:
    enum Side { FromLeft, FromRight };
    FlowLayout(int horizontalGap, int verticalGap, Side side = FromLeft);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), Dry); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum Mode { Dry, Place };
    int arrange(const QRect &whole, Mode mode) const; // answers with the height

    QList<QLayoutItem *> m_items;
    int m_horizontalGap;
    int m_verticalGap;
    Side m_side;
};

} // namespace accueil
