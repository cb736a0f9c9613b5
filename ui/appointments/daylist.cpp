#include "ui/appointments/daylist.h"

#include "app/services/appointmentservice.h"
#include "app/services/domainevents.h"
#include "ui/appointments/appointmentdialog.h"
#include "ui/appointments/appointmentwords.h"
#include "ui/appointments/outcomebuttons.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/question.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/plainscroll.h"
#include "ui/widgets/stateview.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRows = 200; // of a day; more than a desk receives

} // namespace

DayList::DayList(const RecordContext &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_rows(new QWidget)
    , m_column(new QVBoxLayout(m_rows))
    , m_states(new StateView(plainScroll(m_rows)))
    , m_more(new NoteLine)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::gap);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states, 1);
    column->addWidget(m_more);
    m_more->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &DayList::read);
    connect(m_states, &StateView::retry, this, &DayList::read);
    connect(&desk.services.events, &DomainEvents::appointmentChanged, &m_soon, qOverload<>(&QTimer::start));
}

void DayList::showDay(const QDate &day)
{
    m_day = day;
    m_states->showLoading();
    read();
}

void DayList::read()
{
    if (!m_day.isValid())
        return;
    const AppointmentFilter filter{
        .from = m_desk.time.utc(m_day, QTime(0, 0)), .until = m_desk.time.utc(m_day.addDays(1), QTime(0, 0))};
    inBackground(
        this,
        [&appointments = m_desk.services.appointments, who = m_desk.session, filter] {
            return appointments.list(who, filter, {.limit = mostRows});
        },
        [this, question = ++m_question](const Result<Page<Appointment>> &answer) {
            if (question != m_question)
                return;
            if (answer)
                setAppointments(*answer);
            else
                m_states->showError(tr("The appointments could not be read"), errorText(answer.error()));
        });
}

void DayList::setAppointments(const Page<Appointment> &page)
{
    const int focused = focusedRow();
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Appointment &appointment : page.items)
        m_column->addWidget(makeRow(appointment));
    m_column->addStretch();
    if (page.items.isEmpty())
        m_states->showEmpty();
    else
        m_states->showContent();
    m_more->setVisible(page.total > page.items.size());
    m_more->show(tr("Only the first %n of this day are shown.", nullptr, int(page.items.size())), NoteLine::Plain);
    m_more->setVisible(page.total > page.items.size());
    if (focused >= 0)
        focusRow(std::min<int>(focused, int(page.items.size()) - 1));
    Q_EMIT counted(page.total);
}

QWidget *DayList::makeRow(const Appointment &appointment)
{
    auto *row = new QFrame;
    row->setProperty("card", true);
    row->setObjectName(u"appointment"_s);
    row->setAccessibleName(tr("%1, %2").arg(m_desk.time.clockTime(appointment.startsAt), appointment.patientName));
    auto *time = new QLabel(m_desk.time.clockTime(appointment.startsAt));
    time->setFont(fontFor(TextRole::BodyBold));
    auto *name = new Button(Button::Quiet, nullptr, Button::Small);
    name->setText(appointment.patientName);
    name->setToolTip(tr("Open the patient’s record"));
    connect(name, &QAbstractButton::clicked, this, [this, id = appointment.patient] { Q_EMIT patientRequested(id); });
    auto *about = new QLabel(AppointmentWords::about(appointment));
    about->setProperty("ink", u"text2"_s);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    auto *status = new ChipLabel(AppointmentWords::chip(appointment));
    auto *edit = new IconButton(Icon::Pencil, nullptr, IconButton::Flat);
    edit->setWords(tr("Open the appointment"));
    connect(edit, &QAbstractButton::clicked, this,
        [this, appointment] { (new AppointmentDialog(m_desk, appointment, this))->open(); });
    auto *outcome = new OutcomeButtons(m_desk, row);
    outcome->setAppointment(appointment);
    outcome->setVisible(m_desk.session.may(Permission::ManageReminders));
    connect(outcome, &OutcomeButtons::refused, this,
        [this](const Error &error) { tell(this, tr("That could not be done"), errorText(error)); });
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::cardGap);
    first->addWidget(time);
    first->addWidget(name);
    first->addWidget(about, 1);
    first->addWidget(status);
    first->addWidget(edit);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(first);
    column->addWidget(outcome);
    return row;
}

// The row in which something has the focus; -1: none.
int DayList::focusedRow() const
{
    const QWidget *focused = QApplication::focusWidget();
    for (int row = 0; focused && row < m_column->count(); ++row) {
        const QWidget *widget = m_column->itemAt(row)->widget();
        if (widget && widget->isAncestorOf(focused))
            return row;
    }
    return -1;
}

void DayList::focusRow(int row)
{
    QWidget *widget = row >= 0 && row < m_column->count() ? m_column->itemAt(row)->widget() : nullptr;
    if (auto *button = widget ? widget->findChild<Button *>() : nullptr)
        button->setFocus();
    else
        m_states->takeFocus();
}

void DayList::retranslate()
{
    m_states->setEmpty(
        Icon::CalendarClock, tr("No appointment on this day"), tr("They are made from the record of a patient."));
    m_states->setEmptyAction({});
    m_states->setLoadingWords(tr("Reading the appointments…"));
    read();
}

} // namespace accueil
