#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace accueil {

// The three things to do on the tablet, one under the other, each with its number or a tick.
class PairingSteps final : public QWidget
{
    Q_OBJECT
public:
    explicit PairingSteps(QWidget *parent = nullptr);

    enum Step { Network, Certificate, Aim, StepCount };
    void setWords(Step step, const QString &title, const QString &text);
    void setShown(Step step, bool shown);
    void addButton(Step step, QWidget *button); // under its words
    void setDone(bool done); // all of them

private:
    struct Line
    {
        QWidget *whole = nullptr;
        class StepMark *mark = nullptr;
        QLabel *title = nullptr;
        QLabel *text = nullptr;
        QVBoxLayout *words = nullptr;
    };
    QList<Line> m_lines;
};

} // namespace accueil
