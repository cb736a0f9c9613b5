#pragma once

#include "app/domain/smstext.h"
#include "app/services/hospitalsettings.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;

namespace accueil {

class Button;

// What a text costs as an SMS: a bar for every segment, how many there are and why, and the plain spelling where that
// is cheaper, with one click.
class SmsMeter final : public QFrame
{
    Q_OBJECT
public:
    // `editor`: whose words are written in plain letters on request.
    explicit SmsMeter(QPlainTextEdit *editor, QWidget *parent = nullptr);

    void setCost(const SmsCost &cost);
    void setText(const QString &text); // as it would be sent
    QString words() const; // what is shown, as one text
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present();
    void usePlainSpelling();
    QString costText(int segments) const;

    QPlainTextEdit *m_editor;
    SmsCost m_cost;
    SmsCount m_count;
    SmsCount m_plainCount;
    QLabel *m_segments;
    QLabel *m_offer;
    QLabel *m_costLine;
    Button *m_plain;
};

} // namespace accueil
