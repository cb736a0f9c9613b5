#include "ui/reminders/calldialog.h"

#include "app/domain/phonenumber.h"
#include "ui/errortext.h"
#include "ui/records/recordcontext.h"
#include "ui/reminders/messagebubble.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

CallDialog::CallDialog(const RecordContext &desk, const Reminder &reminder, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_desk(desk)
    , m_reminder(reminder)
    , m_why(new QLabel)
    , m_number(new QLabel(PhoneNumber::fromStored(reminder.phoneNumber).international()))
    , m_appointment(new QLabel)
    , m_sayTitle(new QLabel)
    , m_later(new Button(Button::Second))
    , m_told(new Button(Button::Main))
{
    setObjectName(u"callDialog"_s);
    m_number->setObjectName(u"callNumber"_s);
    m_number->setFont(fontFor(TextRole::Title));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_why->setProperty("ink", u"text2"_s);
    for (QLabel *label : {m_why, m_appointment}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_sayTitle->setFont(fontFor(TextRole::Label));
    auto *message = new MessageBubble;
    message->setText(reminder.message);
    m_told->setObjectName(u"told"_s);
    m_told->setSymbol(Icon::Check);
    body()->setSpacing(metrics::cardGap);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_number, m_why, m_appointment, m_sayTitle, message})
        body()->addWidget(widget);
    m_why->setVisible(!reminder.reason.isEmpty());
    m_appointment->setVisible(reminder.appointmentTime.has_value());
    addFooterButton(m_later);
    addFooterButton(m_told);
    connect(m_later, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_told, &QAbstractButton::clicked, this, [this] {
        Q_EMIT told();
        accept();
    });
    m_later->setFocus();
}

void CallDialog::retranslate()
{
    setTitle(tr("Call %1").arg(m_reminder.patientName.isEmpty() ? m_reminder.patientNumber : m_reminder.patientName));
    m_number->setAccessibleName(tr("Number to call: %1").arg(m_number->text()));
    m_why->setText(reasonText(m_reminder.reason));
    if (m_reminder.appointmentTime)
        m_appointment->setText(tr("Appointment: %1").arg(m_desk.time.dayAndTime(*m_reminder.appointmentTime)));
    m_sayTitle->setText(tr("What the message says"));
    m_later->setText(tr("&Not reached"));
    m_told->setText(tr("The patient &knows"));
}

} // namespace accueil
