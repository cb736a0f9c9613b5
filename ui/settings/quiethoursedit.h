#pragma once

#include "app/domain/deliveryrules.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTimeEdit;

namespace accueil {

// Whether nothing is sent at night, and from when until when.
class QuietHoursEdit final : public QWidget
{
    Q_OBJECT
public:
    explicit QuietHoursEdit(QWidget *parent = nullptr);

    void setHours(const std::optional<QuietHours> &hours);
    std::optional<QuietHours> hours() const;
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void showState();

    QCheckBox *m_on;
    QTimeEdit *m_from;
    QLabel *m_until;
    QTimeEdit *m_to;
};

} // namespace accueil
