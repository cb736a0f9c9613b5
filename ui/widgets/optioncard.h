#pragma once

#include "ui/icons/icon.h"

#include <QRadioButton>

namespace accueil {

// A choice with room for a sentence: radio mark, icon, words, and what it means under them.
class OptionCard : public QRadioButton
{
    Q_OBJECT
public:
    explicit OptionCard(Icon icon, QWidget *parent = nullptr);
    void setWords(const QString &title, const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &point) const override { return rect().contains(point); }

private:
    Icon m_icon;
    QString m_meaning;
};

} // namespace accueil
