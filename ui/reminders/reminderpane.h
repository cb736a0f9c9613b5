#pragma once

#include "app/domain/reminder.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recordpane.h"
#include "ui/reminders/reminderaction.h"

#include <optional>

class QLabel;
class QVBoxLayout;

namespace accueil {

class AttemptList;
class Banner;
class Button;
class ChipLabel;
class FlowLayout;
class MessageBubble;

// One reminder to be read at the right of the list: for whom, what, when, why it is where it is, and every try.
class ReminderPane final : public RecordPane
{
    Q_OBJECT
public:
    explicit ReminderPane(const RecordContext &desk, QWidget *parent = nullptr);

    void showReminder(const std::optional<Reminder> &reminder);
    void retranslate();

Q_SIGNALS:
    void editRequested();
    void actionRequested(accueil::ReminderId id, accueil::ReminderAction action);
    void patientRequested(accueil::PatientId patient);

private:
    QWidget *makeRecord();
    void showRecord();
    void showActions();
    void readAttempts();

    const RecordContext &m_desk;
    std::optional<Reminder> m_reminder;
    QLabel *m_title;
    ChipLabel *m_status;
    Button *m_patient;
    QLabel *m_to;
    MessageBubble *m_message;
    QLabel *m_when;
    QLabel *m_appointment;
    Banner *m_reason;
    FlowLayout *m_actions;
    AttemptList *m_attempts;
};

} // namespace accueil
