#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace accueil {

class Button;
class IconButton;

// A quiet word at the lower right of a window: what happened, the way to it, and a cross. It never takes the focus,
// says itself to a screen reader, and goes after a while unless the mouse or the focus is on it.
class Notice final : public QFrame
{
    Q_OBJECT
public:
    explicit Notice(QWidget *window, QWidget *above = nullptr); // stays above that one, such as the status bar

    void say(const QString &words, const QString &action);
    QString words() const;
    void dismiss(); // as the cross does

    static constexpr int shownMs = 20'000;

Q_SIGNALS:
    void wanted(); // the way to it
    void gone(); // wanted, dismissed or timed out

protected:
    void paintEvent(QPaintEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void timeUp();

    QWidget *m_above;
    QLabel *m_words;
    Button *m_open;
    IconButton *m_close;
    QTimer m_time;
};

} // namespace accueil
