#include "ui/patients/patientpane.h"

#include "ui/appointments/appointmentcard.h"
#include "ui/patients/duplicatebanner.h"
#include "ui/patients/timelinedelegate.h"
#include "ui/records/chiprow.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTabBar>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

QLayout *PatientPane::makeHeader()
{
    m_avatar = new Avatar(nullptr, 48);
    m_name = new QLabel;
    m_name->setFont(fontFor(TextRole::Section));
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_facts = new QLabel;
    m_facts->setFont(fontFor(TextRole::Small));
    m_facts->setProperty("ink", u"text2"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_edit = new IconButton(Icon::Pencil, nullptr, IconButton::Framed);
    m_more = new IconButton(Icon::Ellipsis, nullptr, IconButton::Framed);
    m_menu = new QMenu(this);
    const bool mayEdit = m_desk.session.may(Permission::EditPatients);
    m_edit->setVisible(mayEdit);
    m_more->setVisible(mayEdit);
    connect(m_edit, &QAbstractButton::clicked, this, &PatientPane::editRequested);
    connect(m_more, &QAbstractButton::clicked, this,
        [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    return row;
}

QWidget *PatientPane::makeRecord()
{
    auto *record = new QWidget;
    record->setProperty("plain", true);
    auto *column = new QVBoxLayout(record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(makeHeader());
    m_chips = new ChipRow;
    m_consent = new Button(Button::Second, nullptr, Button::Small);
    m_consent->setObjectName(u"consent"_s);
    m_consent->setSymbol(Icon::ShieldCheck);
    connect(m_consent, &QAbstractButton::clicked, this, &PatientPane::openConsent);
    auto *said = new QHBoxLayout;
    said->setSpacing(metrics::gap);
    said->addWidget(m_chips, 1);
    said->addWidget(m_consent, 0, Qt::AlignTop);
    column->addLayout(said);

    m_phone = new QLabel;
    m_phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shared = new ChipLabel;
    m_registered = new QLabel;
    m_registered->setFont(fontFor(TextRole::Small));
    m_registered->setProperty("ink", u"muted"_s);
    auto *reach = new FlowLayout(metrics::gap, metrics::labelGap);
    for (QWidget *part : std::initializer_list<QWidget *>{m_phone, m_shared, m_registered})
        reach->addWidget(part);
    column->addLayout(reach);

    m_duplicate = new DuplicateBanner;
    connect(m_duplicate, &DuplicateBanner::openRequested, this, &PatientPane::openRequested);
    connect(m_duplicate, &DuplicateBanner::dismissed, this, &PatientPane::dismiss);
    column->addWidget(m_duplicate);

    m_newFeedback = new Button(Button::Main);
    m_newFeedback->setSymbol(Icon::MessageSquare);
    m_newFeedback->setToolTip(u"Alt+R"_s);
    m_newReminder = new Button(Button::Second);
    m_newReminder->setSymbol(Icon::Bell);
    m_newReminder->setToolTip(u"Alt+P"_s);
    m_newFeedback->setVisible(m_desk.session.may(Permission::SubmitFeedback));
    m_newReminder->setVisible(m_desk.session.may(Permission::ManageReminders));
    connect(m_newFeedback, &QAbstractButton::clicked, this, &PatientPane::newFeedbackRequested);
    connect(m_newReminder, &QAbstractButton::clicked, this, &PatientPane::newReminderRequested);
    m_newAppointment = new Button(Button::Second);
    m_newAppointment->setSymbol(Icon::CalendarClock);
    m_newAppointment->setToolTip(u"Alt+A"_s);
    m_newAppointment->setObjectName(u"newAppointment"_s);
    m_newAppointment->setVisible(m_desk.session.may(Permission::ManageReminders));
    connect(m_newAppointment, &QAbstractButton::clicked, this, &PatientPane::newAppointmentRequested);
    auto *actions = new FlowLayout(metrics::gap, metrics::gap);
    for (Button *button : {m_newFeedback, m_newReminder, m_newAppointment})
        actions->addWidget(button);
    column->addLayout(actions);
    m_appointment = new AppointmentCard(m_desk);
    column->addWidget(m_appointment);
    column->addWidget(makeTimeline(), 1);
    return record;
}

QWidget *PatientPane::makeTimeline()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int i = 0; i < 3; ++i)
        m_tabs->addTab(QString());
    auto *rule = new QFrame;
    rule->setProperty("rule", true);
    m_timeline = new TimelineModel(m_desk, this);
    m_list = new QListView;
    m_list->setModel(m_timeline);
    m_list->setMinimumHeight(metrics::withText(110)); // some entries, before the record around them scrolls
    m_list->setItemDelegate(new TimelineDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_note = new QLabel;
    m_note->setProperty("ink", u"muted"_s);
    m_note->setWordWrap(true);
    m_note->setMargin(16);
    m_note->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_note->hide();
    m_retry = new Button(Button::Second, nullptr, Button::Small);
    m_retry->setSymbol(Icon::Refresh);
    m_retry->hide();
    column->addWidget(m_tabs);
    column->addWidget(rule);
    column->addWidget(m_list, 1);
    column->addWidget(m_note, 1);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_timeline->show(TimelineKind(tab));
        showTimelineState();
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const TimelineEntry &entry = m_timeline->entry(index.row());
        if (entry.id > 0)
            Q_EMIT entryActivated(entry.kind, entry.id);
    });
    connect(m_retry, &QAbstractButton::clicked, this, [this] {
        m_retry->hide();
        readTimeline();
    });
    return box;
}

void PatientPane::fillMenu()
{
    m_menu->clear();
    const bool archived = m_patient && m_patient->archived;
    m_menu->addAction(archived ? tr("Take out of the archive") : tr("Archive…"), this,
        [this, archived] { Q_EMIT archivingRequested(!archived); });
    if (m_desk.session.may(Permission::DeletePatients))
        m_menu->addAction(tr("Delete…"), this, &PatientPane::removalRequested);
}

} // namespace accueil
