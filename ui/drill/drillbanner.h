#pragma once

#include <QFrame>

class QLabel;

namespace accueil {

// Stands above everything that a drill shows, in a colour that nothing else has.
class DrillBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit DrillBanner(QWidget *parent = nullptr);

    static QString mark(); // "DRILL", for titles

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
};

} // namespace accueil
