#pragma once

#include <QDateTime>
#include <QWidget>

class QLabel;

namespace accueil {

class Button;
class IconLabel;

// A pairing code in wide letters, to be read across a room, with the time it is good for and a button for a new one.
class CodeLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit CodeLabel(QWidget *parent = nullptr);

    void setCode(const QString &code);
    void setRemaining(qint64 seconds); // 0 and less: it has run out
    Button *again() const { return m_again; }
    void retranslate();

private:
    void present();

    QString m_code;
    qint64 m_seconds = 0;
    QLabel *m_title;
    QLabel *m_letters;
    IconLabel *m_clock;
    QLabel *m_time;
    Button *m_again;
};

} // namespace accueil
