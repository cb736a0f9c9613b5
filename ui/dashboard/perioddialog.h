#pragma once

#include "ui/dashboard/period.h"
#include "ui/widgets/dialogframe.h"

namespace accueil {

class Button;
class CalendarEdit;
class Field;

// Asks for the first and the last day of a period, not after today.
class PeriodDialog final : public DialogFrame
{
    Q_OBJECT
public:
    PeriodDialog(const Period &period, const QDate &today, QWidget *parent);

Q_SIGNALS:
    void chosen(const accueil::Period &period);

protected:
    void retranslate() override;

private:
    void take();

    CalendarEdit *m_first;
    CalendarEdit *m_last;
    Field *m_firstField;
    Field *m_lastField;
    Button *m_take;
};

} // namespace accueil
