#pragma once

#include <QWidget>

namespace accueil {

// One number that matters, large, with what it counts under it: "214 / seen this week / n = 230".
class KeyFigure : public QWidget
{
    Q_OBJECT
public:
    explicit KeyFigure(QWidget *parent = nullptr);
    void setFigure(const QString &value, const QString &what, const QString &detail = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value;
    QString m_what;
    QString m_detail;
};

} // namespace accueil
