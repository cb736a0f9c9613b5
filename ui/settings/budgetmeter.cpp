#include "ui/settings/budgetmeter.h"

#include "app/services/reminderservice.h"
#include "ui/background.h"
#include "ui/records/money.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace accueil {

namespace {

constexpr int barHeight = 8;

} // namespace

BudgetMeter::BudgetMeter(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_reminders(context.services.reminders)
    , m_session(context.session)
    , m_words(new QLabel)
{
    setObjectName(QStringLiteral("budgetMeter"));
    m_words->setFont(fontFor(TextRole::Small));
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, barHeight + metrics::gap, 0, 0);
    column->addWidget(m_words);
    hide();
}

void BudgetMeter::refresh()
{
    inBackground(
        this, [&reminders = m_reminders, who = m_session] { return reminders.smsSpending(who); },
        [this](const Result<SmsSpending> &spending) {
            if (!spending)
                return;
            m_spending = *spending;
            retranslate();
            setVisible(m_spending.hasBudget());
        });
}

void BudgetMeter::retranslate()
{
    const QString spent = moneyText(m_spending.spent, m_spending.currency);
    const QString budget = moneyText(m_spending.budget, m_spending.currency);
    QString words
        = tr("%1 of %2 spent this month (%3 %)").arg(spent, budget, QLocale().toString(int(m_spending.share() * 100)));
    if (m_spending.isSpent())
        words = tr("%1. SMS wait for the next month.").arg(words);
    else if (m_spending.isNearlySpent())
        words = tr("%1. Soon SMS will wait for the next month.").arg(words);
    m_words->setText(words);
    setAccessibleName(words);
    update();
}

void BudgetMeter::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.neutralSoft);
    const QRectF bar(0, 0, width(), barHeight);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    const double share = std::clamp(m_spending.share(), 0.0, 1.0);
    if (share <= 0)
        return;
    painter.setBrush(m_spending.isSpent() ? c.danger : m_spending.isNearlySpent() ? c.warning : c.accent);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max<double>(barHeight, bar.width() * share), barHeight)),
        barHeight / 2.0, barHeight / 2.0);
}

} // namespace accueil
