#pragma once

#include <QWidget>

namespace accueil {

// One line of words with an icon under a field or in a footer. It breaks into several lines where there is no room.
class NoteLine : public QWidget
{
    Q_OBJECT
public:
    enum Kind { Wrong, Locked, Good, Plain };
    explicit NoteLine(QWidget *parent = nullptr);

    void show(const QString &text, Kind kind);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Kind m_kind = Plain;
};

} // namespace accueil
