#include "ui/reminders/budgetbanner.h"

#include "app/services/reminderservice.h"
#include "ui/background.h"
#include "ui/records/money.h"

#include <QLocale>

namespace accueil {

BudgetBanner::BudgetBanner(const RecordContext &desk, QWidget *parent)
    : Banner(Tone::Warning, parent)
    , m_desk(desk)
{
    setObjectName(QStringLiteral("budgetBanner"));
    hide();
}

void BudgetBanner::refresh()
{
    inBackground(
        this, [&reminders = m_desk.services.reminders, who = m_desk.session] { return reminders.smsSpending(who); },
        [this](const Result<SmsSpending> &spending) {
            if (!spending)
                return;
            m_spending = *spending;
            retranslate();
            setVisible(m_spending.isNearlySpent());
        });
}

void BudgetBanner::retranslate()
{
    setTone(m_spending.isSpent() ? Tone::Danger : Tone::Warning);
    if (m_spending.isSpent())
        setWords(tr("The SMS budget of the month is spent: SMS wait for the next month"));
    else
        setWords(tr("%1 % of the month’s SMS budget is spent: %2 of %3")
                     .arg(QLocale().toString(int(m_spending.share() * 100)),
                         moneyText(m_spending.spent, m_spending.currency),
                         moneyText(m_spending.budget, m_spending.currency)));
}

} // namespace accueil
