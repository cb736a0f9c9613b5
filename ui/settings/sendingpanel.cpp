#include "ui/settings/sendingpanel.h"

#include "ui/records/money.h"
#include "ui/settings/budgetmeter.h"
#include "ui/settings/holidaysedit.h"
#include "ui/settings/quiethoursedit.h"
#include "ui/settings/waits.h"
#include "ui/widgets/textline.h"

#include <QSignalBlocker>
#include <QSpinBox>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QSpinBox *number(int least, int most)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    return box;
}

} // namespace

SendingPanel::SendingPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_quiet(new QuietHoursEdit)
    , m_holidays(new HolidaysEdit)
    , m_daily(number(0, DeliveryRules::mostDaily))
    , m_waits(new TextLine)
    , m_looks(number(1, int(DeliveryRules::longestWait.count())))
    , m_rate(number(0, DeliveryRules::mostRate))
    , m_late(number(-1, DeliveryRules::mostLate))
    , m_budget(new TextLine)
    , m_quietField(addField(u"delivery.quietHours"_s, m_quiet))
    , m_holidaysField(addField(u"delivery.holidays"_s, m_holidays))
    , m_dailyField(addField(u"delivery.dailyLimit"_s, m_daily))
    , m_waitsField(addField(u"delivery.retryDelays"_s, m_waits))
    , m_looksField(addField(u"delivery.reconcileInterval"_s, m_looks))
    , m_rateField(addField(u"delivery.sendRate"_s, m_rate))
    , m_lateField(addField(u"delivery.lateLimit"_s, m_late))
    , m_budgetField(addField(u"smsCost.monthlyBudget"_s, m_budget))
    , m_meter(new BudgetMeter(context))
{
    connect(m_quiet, &QuietHoursEdit::edited, this, &SendingPanel::edited);
    connect(m_holidays, &HolidaysEdit::left, this, &SendingPanel::showWrongHoliday);
    connect(m_holidays, &QPlainTextEdit::textChanged, this, [this] {
        if (m_holidays->wrongLine().isEmpty())
            m_holidaysField->setError({});
    });
    arrange();
}

void SendingPanel::arrange()
{
    content()->addWidget(m_quietField);
    content()->addWidget(m_holidaysField);
    addBeside({m_dailyField, m_rateField, m_lateField}, Qt::AlignBottom);
    content()->addWidget(m_waitsField);
    content()->addWidget(m_looksField);
    content()->addWidget(m_budgetField);
    content()->addWidget(m_meter);
    content()->addStretch();
}

void SendingPanel::showWrongHoliday()
{
    if (const QString line = m_holidays->wrongLine(); !line.isEmpty())
        m_holidaysField->setError(tr("“%1” is not a date: write it as in 25/12/2026.").arg(line));
}

QStringList SendingPanel::showErrors(const Error &error)
{
    const QStringList others = SettingsPanel::showErrors(error);
    showWrongHoliday();
    return others;
}

void SendingPanel::read(const HospitalSettings &settings)
{
    const DeliveryRules &rules = settings.delivery;
    const QSignalBlocker quiet(this);
    m_quiet->setHours(rules.quietHours);
    m_holidays->setDays(rules.holidays);
    m_daily->setValue(rules.dailyLimit);
    m_waits->setText(waitsText(rules.retryDelays));
    m_looks->setValue(int(rules.reconcileInterval.count()));
    m_rate->setValue(rules.sendRate);
    m_late->setValue(rules.lateLimit);
    m_budget->setText(amountText(settings.smsCost.monthlyBudget));
    m_meter->refresh();
}

void SendingPanel::showEvent(QShowEvent *event)
{
    SettingsPanel::showEvent(event);
    m_meter->refresh();
}

void SendingPanel::write(HospitalSettings &settings) const
{
    DeliveryRules &rules = settings.delivery;
    rules.quietHours = m_quiet->hours();
    rules.holidays = m_holidays->days();
    rules.dailyLimit = m_daily->value();
    rules.retryDelays = waitsOf(m_waits->text()).value_or(QList<std::chrono::seconds>()); // refused when empty
    rules.reconcileInterval = std::chrono::seconds(m_looks->value());
    rules.sendRate = m_rate->value();
    rules.lateLimit = m_late->value();
    settings.smsCost.monthlyBudget = amountOf(m_budget->text());
}

void SendingPanel::retranslate()
{
    m_quietField->setLabel(tr("&Quiet hours"));
    m_quiet->retranslate();
    m_holidaysField->setLabel(tr("D&ays on which nothing is sent"));
    m_holidaysField->setHint(tr("one on each line, as in 25/12/2026"));
    m_dailyField->setLabel(tr("Messages to a patient a da&y"));
    m_daily->setSpecialValueText(tr("no limit"));
    m_rateField->setLabel(tr("Messages a &second"));
    m_rate->setSpecialValueText(tr("no limit"));
    m_lateField->setLabel(tr("Ask when m&ore are late than"));
    m_late->setSpecialValueText(tr("never ask"));
    m_looksField->setLabel(tr("Seconds between two loo&ks"));
    m_looksField->setHint(tr("at the provider, when nobody knows whether a message left"));
    m_waitsField->setLabel(tr("&Waits after a failure"));
    m_waitsField->setHint(tr("s, min or h, as in 1 min, 5 min, 1 h"));
    m_budgetField->setLabel(tr("SMS bud&get of a month"));
    m_budgetField->setHint(tr("when it is spent, SMS wait for the next month; empty: none"));
    m_meter->retranslate();
}

} // namespace accueil
