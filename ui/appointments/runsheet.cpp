#include "ui/appointments/runsheet.h"

#include "ui/appointments/appointmentwords.h"
#include "ui/errortext.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/iconlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

RunSheet::RunSheet(const TimeWords &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(metrics::gap);
    // Room for a usual plan from the start, so that the dialog around it is large enough before it is read.
    setMinimumHeight(
        3 * (QFontMetrics(fontFor(TextRole::Body)).height() + QFontMetrics(fontFor(TextRole::Small)).height())
        + 4 * metrics::gap);
    m_lines->setAlignment(Qt::AlignTop);
}

void RunSheet::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void RunSheet::addLine(Icon icon, Tone tone, const QString &what, const QString &when, const QString &more)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::cardGap);
    row->addWidget(new IconLabel(icon, metrics::lineIcon(), tone, IconLabel::Round), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QLabel(u"<b>%1</b> %2"_s.arg(what.toHtmlEscaped(), when.toHtmlEscaped()));
    first->setTextFormat(Qt::RichText);
    first->setWordWrap(true);
    words->addWidget(first);
    if (!more.isEmpty()) {
        auto *second = new QLabel(more);
        second->setFont(fontFor(TextRole::Small));
        second->setProperty("ink", u"muted"_s);
        second->setWordWrap(true);
        second->setTextFormat(Qt::PlainText);
        words->addWidget(second);
    }
    row->addLayout(words, 1);
    m_lines->addWidget(line);
}

void RunSheet::setMessages(const QList<PlannedMessage> &messages, const QDateTime &startsAt)
{
    clear();
    for (const PlannedMessage &message : messages) {
        const QString what = tr("%1, %2").arg(
            RecordWords::channel(message.step.channel), AppointmentWords::distance(message.step.hoursBefore));
        QStringList more;
        Tone tone = message.obstacle.isEmpty() && !message.delay ? Tone::Accent : Tone::Warning;
        if (message.reminder && message.reminder->status != ReminderStatus::Pending) {
            more << RecordWords::status(message.reminder->status);
            if (!message.reminder->reason.isEmpty())
                more << reasonText(message.reminder->reason);
            tone = Tone::Neutral;
        } else {
            if (message.step.onlyUnconfirmed)
                more << tr("Only if the patient has not confirmed");
            if (message.delay)
                more << RecordWords::delay(*message.delay, m_time);
            if (!message.obstacle.isEmpty())
                more << AppointmentWords::obstacle(message.obstacle);
        }
        const QDateTime time = message.reminder ? message.reminder->scheduledTime : message.time;
        addLine(AppointmentWords::icon(message.step.channel), tone, what, m_time.dayAndTime(time), more.join(u" · "_s));
    }
    addLine(Icon::CircleCheck, Tone::Neutral, tr("End"), m_time.dayAndTime(startsAt),
        messages.isEmpty() ? tr("This plan sends nothing.") : tr("Nothing is sent after the appointment"));
}

void RunSheet::setNote(const QString &note)
{
    clear();
    auto *label = new QLabel(note);
    label->setWordWrap(true);
    label->setProperty("ink", u"muted"_s);
    m_lines->addWidget(label);
}

} // namespace accueil
