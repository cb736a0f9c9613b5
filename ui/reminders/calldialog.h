#pragma once

#include "app/domain/reminder.h"
#include "ui/widgets/dialogframe.h"

class QLabel;

namespace accueil {

class Button;
struct RecordContext;

// What the desk needs to ring a patient whom a message did not reach: the number, why, and what to say.
class CallDialog final : public DialogFrame
{
    Q_OBJECT
public:
    CallDialog(const RecordContext &desk, const Reminder &reminder, QWidget *parent);

Q_SIGNALS:
    void told(); // the patient knows now

private:
    void retranslate() override;

    const RecordContext &m_desk;
    Reminder m_reminder;
    QLabel *m_why;
    QLabel *m_number;
    QLabel *m_appointment;
    QLabel *m_sayTitle;
    Button *m_later;
    Button *m_told;
};

} // namespace accueil
