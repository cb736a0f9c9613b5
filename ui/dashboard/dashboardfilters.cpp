#include "ui/dashboard/dashboardfilters.h"

#include "ui/dashboard/figurewords.h"
#include "ui/dashboard/perioddialog.h"
#include "ui/records/recordwords.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmented.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 30;

} // namespace

DashboardFilters::DashboardFilters(const RecordContext &desk, WardList &wards, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_wards(wards)
    , m_period(Period::untilToday(desk.time.today(), usualDays))
    , m_presets(new Segmented(nullptr, Segmented::Compact))
    , m_days(new Button(Button::Second, nullptr, Button::Small))
    , m_ward(new FilterChip)
    , m_language(new FilterChip)
    , m_method(new FilterChip)
    , m_gender(new FilterChip)
    , m_age(new FilterChip)
    , m_topic(new FilterChip)
{
    m_presets->setObjectName(u"presets"_s);
    m_days->setObjectName(u"days"_s);
    m_ward->setObjectName(u"wardFilter"_s);
    m_topic->setObjectName(u"topicFilter"_s);
    m_days->setSymbol(Icon::Calendar);
    auto *row = new FlowLayout(metrics::gap, metrics::gap);
    row->addWidget(m_presets);
    row->addWidget(m_days);
    for (FilterChip *chip : {m_ward, m_language, m_method, m_gender, m_age, m_topic}) {
        row->addWidget(chip);
        connect(chip, &FilterChip::chosen, this, &DashboardFilters::changed);
    }
    setLayout(row);
    row->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_presets, &Segmented::chosen, this, [this](const QVariant &days) {
        m_period = Period::untilToday(m_desk.time.today(), days.toInt());
        showPeriod();
        Q_EMIT changed();
    });
    connect(m_days, &QAbstractButton::clicked, this, &DashboardFilters::choosePeriod);
    connect(&wards, &WardList::changed, this, &DashboardFilters::fillWards);
}

DashboardQuestion DashboardFilters::question() const
{
    DashboardQuestion question{.period = m_period, .filter = {}};
    StatisticsFilter &filter = question.filter;
    filter.ward = m_ward->value().toString();
    if (m_language->value().isValid())
        filter.language = Language(m_language->value().toInt());
    if (m_method->value().isValid())
        filter.method = SubmissionMethod(m_method->value().toInt());
    if (m_gender->value().isValid())
        filter.gender = Gender(m_gender->value().toInt());
    if (m_age->value().isValid())
        filter.ageBand = AgeBand(m_age->value().toInt());
    if (m_topic->value().isValid())
        filter.topic = Topic(m_topic->value().toInt());
    return question;
}

void DashboardFilters::setWard(const QString &ward)
{
    m_ward->setValue(ward.isEmpty() ? QVariant() : QVariant(ward));
}

void DashboardFilters::setTopic(std::optional<Topic> topic)
{
    m_topic->setValue(topic ? QVariant(int(*topic)) : QVariant());
}

void DashboardFilters::rollOver()
{
    if (m_presets->value().isValid())
        m_period = Period::untilToday(m_desk.time.today(), m_presets->value().toInt());
    showPeriod();
}

void DashboardFilters::choosePeriod()
{
    auto *dialog = new PeriodDialog(m_period, m_desk.time.today(), this);
    connect(dialog, &PeriodDialog::chosen, this, [this](const Period &period) {
        m_period = period;
        m_presets->setValue({});
        showPeriod();
        Q_EMIT changed();
    });
    dialog->open();
}

void DashboardFilters::showPeriod()
{
    m_days->setText(PeriodWords::of(m_period));
}

void DashboardFilters::fillWards()
{
    QList<FilterChip::Choice> choices;
    for (const QString &ward : m_wards.wards())
        choices += {ward, ward};
    m_ward->setChoices(choices);
}

void DashboardFilters::retranslate()
{
    const QVariant preset = m_presets->value();
    m_presets->setAccessibleName(tr("Period"));
    m_presets->setOptions({{tr("7 d"), 7, tr("The last 7 days")}, {tr("30 d"), usualDays, tr("The last 30 days")},
        {tr("90 d"), 90, tr("The last 90 days")}, {tr("12 m"), 365, tr("The last 12 months")}});
    const Period usual = Period::untilToday(m_desk.time.today(), usualDays);
    m_presets->setValue(preset.isValid() ? preset : m_period == usual ? QVariant(usualDays) : QVariant());
    m_days->setAccessibleName(tr("Choose the first and the last day"));
    showPeriod();
    m_ward->setName(tr("Ward"));
    m_language->setName(tr("Language"));
    m_method->setName(tr("Taken by"));
    m_gender->setName(tr("Gender"));
    m_age->setName(tr("Age"));
    m_topic->setName(tr("Topic"));
    fillWards();
    QList<FilterChip::Choice> choices;
    for (const auto &language : languageTable.rows)
        choices += {RecordWords::language(language.value), int(language.value)};
    m_language->setChoices(choices);
    choices.clear();
    for (const auto &method : submissionMethodTable.rows)
        choices += {RecordWords::method(method.value), int(method.value)};
    m_method->setChoices(choices);
    choices.clear();
    for (const auto &gender : genderTable.rows) {
        const QString words = RecordWords::gender(gender.value);
        choices += {words.isEmpty() ? tr("not known") : words, int(gender.value)};
    }
    m_gender->setChoices(choices);
    m_age->setChoices({{tr("under 18"), int(AgeBand::Under18)}, {tr("18 to 34"), int(AgeBand::From18To34)},
        {tr("35 to 49"), int(AgeBand::From35To49)}, {tr("50 to 64"), int(AgeBand::From50To64)},
        {tr("65 or more"), int(AgeBand::From65)}, {tr("not known"), int(AgeBand::Unknown)}});
    choices.clear();
    for (const auto &topic : topicTable.rows)
        choices += {RecordWords::topic(topic.key.toString()), int(topic.value)};
    m_topic->setChoices(choices);
}

} // namespace accueil
