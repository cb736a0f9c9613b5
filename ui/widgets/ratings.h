#pragma once

#include <QWidget>

#include <optional>

namespace accueil {

// What the three ways of rating share: a value or none, one tab stop, keys, and a voice for screen readers.
class Rating : public QWidget
{
    Q_OBJECT
public:
    std::optional<int> value() const { return m_value; }
    void setValue(std::optional<int> value); // tells nobody

Q_SIGNALS:
    void changed(std::optional<int> value); // by the person

protected:
    Rating(int lowest, int highest, QWidget *parent);
    void choose(std::optional<int> value);
    virtual std::optional<int> valueAt(const QPoint &point) const = 0;
    virtual QString spoken(int value) const = 0;
    std::optional<int> hovered() const { return m_hover; }
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    const int m_lowest;
    const int m_highest;

private:
    std::optional<int> m_value;
    std::optional<int> m_hover;
};

// One question with five stars: "Care received ★★★★☆ 4/5". Keys 1 to 5, 0 or Delete clears, Up and Down go to the next
// row.
class StarRow : public Rating
{
    Q_OBJECT
public:
    explicit StarRow(QWidget *parent = nullptr);
    void setQuestion(const QString &question); // also the accessible name
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    std::optional<int> valueAt(const QPoint &point) const override;
    QString spoken(int value) const override;

private:
    QRect star(int number) const;
    QString m_question;
};

// The five faces with their words. Keys 1 to 5, arrows, 0 or Delete clears.
class FaceRow : public Rating
{
    Q_OBJECT
public:
    explicit FaceRow(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    std::optional<int> valueAt(const QPoint &point) const override;
    QString spoken(int value) const override;

private:
    QRect tile(int number) const;
};

// 0 to 10 in eleven boxes ("would you recommend"). Arrows, digits (1 then 0 makes 10), Delete clears.
class NumberRow : public Rating
{
    Q_OBJECT
public:
    explicit NumberRow(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    std::optional<int> valueAt(const QPoint &point) const override;
    QString spoken(int value) const override;

private:
    QRect box(int number) const;
};

QString faceEmoji(int number); // 1 (very bad) to 5 (very good)
QString faceWords(int number);

// Five stars of which `value` are full, from `topLeft`; for delegates. Returns the width.
int starsWidth(int size);
int paintStars(
    QPainter &painter, const QPoint &topLeft, int size, std::optional<int> value, const struct Colors &colors);

} // namespace accueil
