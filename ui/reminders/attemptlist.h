#pragma once

#include "app/domain/reminder.h"
#include "ui/records/timewords.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace accueil {

// Every try at delivering a reminder, newest first: when it began and ended, how it ended and why, what it cost, and
// when the provider is asked again. Hidden while there is none.
class AttemptList final : public QWidget
{
    Q_OBJECT
public:
    explicit AttemptList(const TimeWords &time, QWidget *parent = nullptr);

    void showAttempts(const QList<Attempt> &attempts);

private:
    QWidget *rowOf(const Attempt &attempt) const;
    QStringList linesOf(const Attempt &attempt) const;
    QString spanOf(const Attempt &attempt) const;

    const TimeWords &m_time;
    QLabel *m_title;
    QVBoxLayout *m_rows;
};

} // namespace accueil
