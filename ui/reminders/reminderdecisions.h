#pragma once

#include "app/services/reminderservice.h"
#include "ui/records/recordcontext.h"
#include "ui/records/wardlist.h"
#include "ui/reminders/reminderaction.h"

namespace accueil {

// Carries out what a person decides about reminders. Whatever could make a second message, or lets one go unsent, is
// asked about once and names the person.
class ReminderDecisions final : public QObject
{
    Q_OBJECT
public:
    ReminderDecisions(const RecordContext &desk, QWidget *page);

    void act(const Reminder &reminder, ReminderAction action);
    void decideLate(LateDecision decision, int count); // all that are late; `count` is said in the question

Q_SIGNALS:
    void changed(); // the list is to be read again

private:
    void run(ReminderId id, ReminderAction action);
    void sendToRecord(ReminderId id); // where the patient's record says now
    void call(const Reminder &reminder);
    void correctRecipient(const Reminder &reminder);
    void openRecord(const Patient &patient, const Reminder &reminder);
    template <typename T>
    void answered(const Result<T> &answer);

    const RecordContext &m_desk;
    QWidget *m_page;
    WardList m_wards;
};

} // namespace accueil
