#include "ui/reminders/reminderdialog.h"

#include "ui/records/calendaredit.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordwords.h"
#include "ui/records/smsmeter.h"
#include "ui/reminders/attemptlist.h"
#include "ui/reminders/forecastbanner.h"
#include "ui/reminders/templatechoice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QDateTimeEdit *timeEdit()
{
    return new CalendarEdit(u"dd/MM/yyyy HH:mm"_s);
}

QHBoxLayout *beside(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardGap);
    for (QWidget *widget : widgets)
        row->addWidget(widget, 1, Qt::AlignTop);
    return row;
}

} // namespace

Field *ReminderDialog::field(QWidget *control, const QString &label, const QStringList &wireNames)
{
    auto *made = new Field(control);
    made->setLabel(label);
    for (const QString &name : wireNames)
        m_fields.add(name, made);
    return made;
}

QWidget *ReminderDialog::makeForm()
{
    m_patient = new PatientPicker(m_desk);
    m_channel = new Segmented;
    QList<Segmented::Option> channels;
    for (const auto &channel : channelTable.rows)
        channels += {RecordWords::channel(channel.value), int(channel.value)};
    m_channel->setOptions(channels);
    m_recipient = new TextLine;
    m_when = timeEdit();
    m_language = new ListBox;
    for (const auto &language : languageTable.rows)
        m_language->addItem(RecordWords::language(language.value), int(language.value));
    m_purpose = new ListBox;
    for (const auto &purpose : purposeTable.rows)
        m_purpose->addItem(RecordWords::purpose(purpose.value), int(purpose.value));
    m_hasAppointment = new QCheckBox(tr("For an &appointment on"));
    m_appointment = timeEdit();
    m_appointment->setAccessibleName(tr("Time of the appointment"));
    m_template = new TemplateChoice(m_desk);
    m_template->setObjectName(u"template"_s);
    m_message = new QPlainTextEdit;
    m_meter = new SmsMeter(m_message);
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(110);
    m_forecast = new ForecastBanner(m_desk);
    setPinned(m_forecast);
    connect(m_forecast, &ForecastBanner::changed, this, [this](bool knows) {
        showPinned(knows);
        growToFit();
    });
    m_reason = new Banner(Tone::Warning);
    m_reason->hide();
    m_attempts = new AttemptList(m_desk.time);

    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    Field *patient = field(m_patient, tr("&Patient"), {u"patient_id"_s});
    patient->setHint(tr("name, number or telephone"));
    column->addWidget(patient);
    m_recipientField = field(m_recipient, tr("&To"), {u"phone_number"_s, u"email"_s});
    column->addLayout(beside({field(m_channel, tr("By"), {u"channel"_s}), m_recipientField}));
    Field *when = field(m_when, tr("&When"), {u"scheduled_time"_s});
    when->setHint(tr("the hospital’s time"));
    column->addLayout(beside({when, field(m_language, tr("&Language"), {u"language"_s})}));
    m_templateField = field(m_template, tr("Words &from"), {u"template"_s});
    column->addWidget(m_templateField);
    m_messageField = field(m_message, tr("&Message"), {u"message"_s});
    column->addWidget(m_messageField);
    column->addWidget(m_meter);
    column->addWidget(field(m_purpose, tr("Ab&out"), {u"purpose"_s}));
    auto *appointment = new QHBoxLayout;
    appointment->setSpacing(metrics::cardGap);
    appointment->addWidget(m_hasAppointment, 1);
    m_appointment->setAccessibleName(tr("Time of the appointment"));
    appointment->addWidget(field(m_appointment, QString(), {u"appointment_time"_s}), 1);
    column->addLayout(appointment);
    column->addWidget(makeRecurrence());
    column->addWidget(m_reason);
    column->addWidget(m_attempts);
    return form;
}

QWidget *ReminderDialog::makeRecurrence()
{
    m_repeats = new QCheckBox(tr("&Repeat"));
    m_repeats->setObjectName(u"repeats"_s);
    m_every = new QSpinBox;
    m_every->setRange(1, 366);
    m_every->setAccessibleName(tr("Every how many"));
    m_unit = new ListBox;
    m_unit->setObjectName(u"unit"_s);
    m_unit->setAccessibleName(tr("Hours, days, weeks or months"));
    m_unit->addItem(tr("hours"), int(RecurrenceUnit::Hours));
    m_unit->addItem(tr("days"), int(RecurrenceUnit::Days));
    m_unit->addItem(tr("weeks"), int(RecurrenceUnit::Weeks));
    m_unit->addItem(tr("months"), int(RecurrenceUnit::Months));
    m_times = new QSpinBox;
    m_times->setRange(2, 999);
    m_times->setAccessibleName(tr("How many times in all"));
    m_recurrence = new QWidget;
    auto *inside = new QHBoxLayout(m_recurrence);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(metrics::gap);
    inside->addWidget(new QLabel(tr("every")));
    inside->addWidget(m_every);
    inside->addWidget(m_unit, 1);
    inside->addWidget(m_times);
    inside->addWidget(new QLabel(tr("times in all")));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout;
    layout->setSpacing(metrics::cardGap);
    layout->addWidget(m_repeats);
    layout->addWidget(m_recurrence, 1);
    auto *lines = new QVBoxLayout(row);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::gap);
    lines->addLayout(layout);
    lines->addWidget(makeWeekdays());
    connect(m_repeats, &QCheckBox::toggled, this, &ReminderDialog::showWeekdays);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ReminderDialog::showWeekdays);
    return field(
        row, QString(), {u"recurrence"_s, u"recurrence_every"_s, u"recurrence_count"_s, u"recurrence_until"_s});
}

QWidget *ReminderDialog::makeWeekdays()
{
    m_weekdays = new QWidget;
    auto *row = new FlowLayout(metrics::cardGap, metrics::gap);
    m_weekdays->setLayout(row);
    row->addWidget(new QLabel(tr("only on")));
    const QLocale locale;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        auto *box = new QCheckBox(locale.standaloneDayName(day, QLocale::ShortFormat));
        box->setObjectName(u"weekday%1"_s.arg(day));
        box->setAccessibleName(locale.standaloneDayName(day));
        row->addWidget(box);
        m_days << box;
    }
    m_weekdays->hide();
    return m_weekdays;
}

void ReminderDialog::showWeekdays()
{
    const auto unit = RecurrenceUnit(m_unit->currentData().toInt());
    m_weekdays->setVisible(m_repeats->isChecked() && (unit == RecurrenceUnit::Days || unit == RecurrenceUnit::Weeks));
}

} // namespace accueil
