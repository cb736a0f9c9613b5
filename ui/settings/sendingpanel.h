#pragma once

#include "ui/page.h"
#include "ui/settings/settingspanel.h"

class QSpinBox;

namespace accueil {

class BudgetMeter;
class HolidaysEdit;
class QuietHoursEdit;
class TextLine;

// When and how fast reminders leave: quiet hours, holidays, limits, waits after a failure, the month's budget.
class SendingPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit SendingPanel(const PageContext &context, QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;
    QStringList showErrors(const Error &error) override; // which line of the holidays it is

protected:
    void showEvent(QShowEvent *event) override; // what is spent has changed meanwhile

private:
    void arrange();
    void showWrongHoliday();

    QuietHoursEdit *m_quiet;
    HolidaysEdit *m_holidays;
    QSpinBox *m_daily;
    TextLine *m_waits;
    QSpinBox *m_looks;
    QSpinBox *m_rate;
    QSpinBox *m_late;
    TextLine *m_budget;
    Field *m_quietField;
    Field *m_holidaysField;
    Field *m_dailyField;
    Field *m_waitsField;
    Field *m_looksField;
    Field *m_rateField;
    Field *m_lateField;
    Field *m_budgetField;
    BudgetMeter *m_meter;
};

} // namespace accueil
