#pragma once

#include <QWidget>

namespace accueil {

// The initials of a name in a circle. Decoration: the name is beside it.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget *parent = nullptr, int size = 34);
    void setName(const QString &name);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
    int m_size;
};

// "Ebelle Ndolo, Grâce" -> "EG"; "m.bata" -> "MB"; one word: its first two letters.
QString initialsOf(const QString &name);

} // namespace accueil
