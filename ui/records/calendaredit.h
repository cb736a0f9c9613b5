#pragma once

#include <QDateTimeEdit>

namespace accueil {

// A day, or a day and a time, with a calendar behind the icon at its right (Alt+Down opens it too).
class CalendarEdit final : public QDateTimeEdit
{
    Q_OBJECT
public:
    explicit CalendarEdit(const QString &format, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace accueil
