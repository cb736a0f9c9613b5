#pragma once

#include "app/services/appointmentservice.h"
#include "ui/icons/icon.h"
#include "ui/records/timewords.h"
#include "ui/theme/colors.h"

#include <QWidget>

class QVBoxLayout;

namespace accueil {

// What a plan sends, when and how, and what forbids it: one line a message, then the appointment itself.
class RunSheet final : public QWidget
{
    Q_OBJECT
public:
    explicit RunSheet(const TimeWords &time, QWidget *parent = nullptr);

    void setMessages(const QList<PlannedMessage> &messages, const QDateTime &startsAt);
    void setNote(const QString &note); // in place of the messages

private:
    void clear();
    void addLine(Icon icon, Tone tone, const QString &what, const QString &when, const QString &more);

    const TimeWords &m_time;
    QVBoxLayout *m_lines;
};

} // namespace accueil
