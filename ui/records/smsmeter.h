#pragma once

#include "app/domain/smstext.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace accueil {

class Button;

// What a text costs as an SMS: a bar for every segment, how many there are and why, and the plain spelling where that
// is cheaper, with one click.
class SmsMeter final : public QFrame
{
    Q_OBJECT
public:
    explicit SmsMeter(QWidget *parent = nullptr);

    struct Price
    {
        double perSegment = 0; // 0: not known
        QString currency; // ISO 4217
        int segmentLimit = 2;
    };
    void setPrice(const Price &price);
    void setText(const QString &text); // as it would be sent
    QString words() const; // what is shown, as one text
    void retranslate();

Q_SIGNALS:
    void plainSpellingWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present();
    QString costText(int segments) const;

    Price m_price;
    SmsCount m_count;
    SmsCount m_plainCount;
    QLabel *m_segments;
    QLabel *m_offer;
    QLabel *m_cost;
    Button *m_plain;
};

} // namespace accueil
