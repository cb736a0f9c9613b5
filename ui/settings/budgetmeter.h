#pragma once

#include "app/services/smsspending.h"
#include "ui/page.h"

#include <QWidget>

class QLabel;

namespace accueil {

// How much of the month's SMS budget is spent, as a bar and in words; hidden without a budget.
class BudgetMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetMeter(const PageContext &context, QWidget *parent = nullptr);

    void refresh();
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ReminderService &m_reminders;
    Session m_session;
    SmsSpending m_spending;
    QLabel *m_words;
};

} // namespace accueil
