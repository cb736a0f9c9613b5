#pragma once

#include "app/services/reminderforecastservice.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/banner.h"

#include <QTimer>

namespace accueil {

// Says of a reminder that is being written when it will leave, what delays it and what forbids it. Hidden until it is
// known; asks a moment after the last change, and drops answers to earlier questions.
class ForecastBanner final : public Banner
{
    Q_OBJECT
public:
    explicit ForecastBanner(const RecordContext &desk, QWidget *parent = nullptr);

    void ask(const ReminderDraft &draft);
    void clear();
    QString words() const { return accessibleName(); }

Q_SIGNALS:
    void changed(bool knows); // false: there is nothing to say

private:
    void read();
    void showForecast(const ReminderForecast &forecast);
    void showProblems(const Error &error);
    QString refusalText(const SendRefusal &refusal, const ReminderForecast &forecast) const;

    const RecordContext &m_desk;
    QTimer m_pause; // until the person stops typing
    ReminderDraft m_draft;
    int m_question = 0;
};

} // namespace accueil
