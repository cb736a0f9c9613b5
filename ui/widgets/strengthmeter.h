#pragma once

#include "app/domain/result.h"

#include <QWidget>

namespace accueil {

// A bar and a word for how good a new password is. The rules decide what is refused; the bar only encourages.
class StrengthMeter : public QWidget
{
    Q_OBJECT
public:
    explicit StrengthMeter(QWidget *parent = nullptr);
    void setPassword(const QString &password, const QList<FieldError> &broken);
    QString words() const { return m_words; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Level { Empty, Refused, Fair, Strong };
    Level m_level = Empty;
    double m_share = 0; // of the bar, 0..1
    QString m_words;
};

} // namespace accueil
