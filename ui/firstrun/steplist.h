#pragma once

#include "ui/icons/icon.h"

#include <QWidget>

namespace accueil {

// The left of the first run: the program's sign, the steps that tick themselves, and what is promised about the data.
class StepList : public QWidget
{
    Q_OBJECT
public:
    struct Step
    {
        Icon icon = Icon::None;
        QString title;
        QString hint;
        bool done = false;
    };
    explicit StepList(QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps, int current);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fitWords();
    void paintSign(QPainter &painter);
    void paintStep(QPainter &painter, int index, const QRect &box);
    void paintPromise(QPainter &painter, Icon icon, const QString &words, int bottom, int *top);

    QList<Step> m_steps;
    int m_current = 0;
};

} // namespace accueil
