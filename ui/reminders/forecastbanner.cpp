#include "ui/reminders/forecastbanner.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/recordwords.h"

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds typingPause = 300ms;

} // namespace

ForecastBanner::ForecastBanner(const RecordContext &desk, QWidget *parent)
    : Banner(Tone::Info, parent)
    , m_desk(desk)
{
    setObjectName(u"forecast"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ForecastBanner::read);
    hide();
}

void ForecastBanner::ask(const ReminderDraft &draft)
{
    m_draft = draft;
    ++m_question; // whatever is on its way speaks of something else
    m_pause.start();
}

void ForecastBanner::clear()
{
    ++m_question;
    m_pause.stop();
    hide();
    Q_EMIT changed(false);
}

void ForecastBanner::read()
{
    inBackground(
        this,
        [&forecasts = m_desk.services.forecasts, who = m_desk.session, draft = m_draft] {
            return forecasts.forecast(who, draft);
        },
        [this, question = m_question](const Result<ReminderForecast> &answer) {
            if (question != m_question)
                return;
            if (answer)
                showForecast(*answer);
            else
                showProblems(answer.error());
            show();
            Q_EMIT changed(true);
        });
}

void ForecastBanner::showForecast(const ReminderForecast &forecast)
{
    QStringList lines;
    for (const SendDelay &delay : forecast.delayedBy)
        lines += RecordWords::delay(delay, m_desk.time);
    for (const SendRefusal &refusal : forecast.forbiddenBy)
        lines += refusalText(refusal, forecast);
    const bool mayBeOver = forecast.standstill && !forecast.delayedBy.contains(*forecast.standstill);
    if (mayBeOver)
        lines += tr("At present nothing leaves on this channel: %1").arg(reasonText(forecast.standstill->reason));
    lines.removeDuplicates();
    // A shared telephone, a sender that takes no accents.
    const QString own = m_draft.message.trimmed();
    if (forecast.forbiddenBy.isEmpty() && !own.isEmpty() && forecast.message != own)
        lines += tr("In these words: “%1”").arg(forecast.message);
    if (forecast.place > 0 && forecast.dailyLimit > 0)
        lines += tr("Message %1 of %2 that the patient may get that day.").arg(forecast.place).arg(forecast.dailyLimit);
    const QString wanted = m_desk.time.dayAndTime(forecast.wantedAt);
    QString title;
    if (!forecast.forbiddenBy.isEmpty())
        title = tr("As it is, this will not be sent");
    else if (!forecast.leavesAt)
        title = tr("Due %1, but nobody knows when it will leave").arg(wanted);
    else if (!forecast.delayedBy.isEmpty())
        title = tr("Leaves %1 instead of %2").arg(m_desk.time.dayAndTime(*forecast.leavesAt), wanted);
    else
        title = tr("Leaves %1").arg(m_desk.time.dayAndTime(*forecast.leavesAt));
    setTone(!forecast.forbiddenBy.isEmpty()              ? Tone::Danger
            : !forecast.delayedBy.isEmpty() || mayBeOver ? Tone::Warning
                                                         : Tone::Success);
    setWords(title, lines.join(u'\n'));
}

void ForecastBanner::showProblems(const Error &error)
{
    QStringList lines;
    for (const FieldError &problem : error.fields)
        lines += fieldErrorText(problem);
    lines.removeDuplicates();
    setTone(error.code == ErrorCode::Invalid ? Tone::Danger : Tone::Warning);
    setWords(
        error.code == ErrorCode::Invalid ? tr("As it is, this cannot be saved") : errorText(error), lines.join(u'\n'));
}

QString ForecastBanner::refusalText(const SendRefusal &refusal, const ReminderForecast &forecast) const
{
    const bool waitsTooLong = refusal.becomes == ReminderStatus::Expired && !forecast.delayedBy.isEmpty();
    if (!waitsTooLong)
        return reasonText(refusal.reason);
    return m_draft.appointmentTime ? tr("The appointment is over by then.") : tr("It is of no use any more by then.");
}

} // namespace accueil
