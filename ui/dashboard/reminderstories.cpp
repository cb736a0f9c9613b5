#include "ui/dashboard/chartstory.h"
#include "ui/dashboard/figurewords.h"
#include "ui/records/recordwords.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// A step of a reminder's way, how many came so far.
struct Step
{
    QString name;
    qint64 (*count)(const ReminderFigures &);
    QString note;
};

qint64 planned(const ReminderFigures &figures)
{
    return figures.reminders;
}

qint64 left(const ReminderFigures &figures)
{
    return figures.with(ReminderStatus::Sent) + figures.with(ReminderStatus::Delivered);
}

qint64 arrived(const ReminderFigures &figures)
{
    return figures.with(ReminderStatus::Delivered);
}

qint64 confirmed(const ReminderFigures &figures)
{
    return figures.confirmations[0];
}

} // namespace

ChartStory<BarChart::Content> ChartStories::funnel(const DashboardAnswer &answer)
{
    ChartStory<BarChart::Content> story;
    const ReminderStatistics &reminders = answer.now.reminders;
    const ReminderFigures &all = reminders.all;
    const qint64 given
        = all.with(ReminderStatus::Expired) + all.with(ReminderStatus::Cancelled) + all.with(ReminderStatus::Failed);
    const QList<Step> steps{{tr("Planned"), planned, {}},
        {tr("Sent"), left, given > 0 ? tr("%n without success", nullptr, int(given)) : QString()},
        {tr("Arrived"), arrived, tr("as far as channels tell")}, {tr("Confirmed"), confirmed, {}}};
    constexpr std::array hues{Hue::Sky, Hue::Orange, Hue::Purple}; // by Channel
    BarChart::Content &content = story.content;
    content.table.headers = {tr("Step")};
    for (const auto &channel : channelTable.rows) {
        content.table.headers += RecordWords::channel(channel.value);
        if (reminders.byChannel.contains(channel.key.toString()))
            content.legend += {RecordWords::channel(channel.value), hues[size_t(channel.value)]};
    }
    content.table.headers += {tr("All"), tr("Share of the planned, %"), tr("95 % from"), tr("95 % to")};
    for (const Step &step : steps) {
        const ShareFigure share{step.count(all), all.reminders};
        BarChart::Row row{
            .name = step.name, .parts = {}, .words = QLocale().toString(share.part), .note = step.note, .whiskers = {}};
        ChartTable::Row cells{.cells = {wordCell(step.name)}};
        QStringList spoken;
        for (const auto &channel : channelTable.rows) {
            const qint64 n = step.count(reminders.byChannel.value(channel.key.toString()));
            row.parts += {double(n), hues[size_t(channel.value)], QLocale().toString(n)};
            cells.cells += countCell(n);
            if (n > 0)
                spoken += tr("%1 %2").arg(RecordWords::channel(channel.value), QLocale().toString(n));
        }
        cells.cells += {countCell(share.part), percentCell(share.share().value_or(0)),
            percentCell(share.interval().low), percentCell(share.interval().high)};
        cells.spoken
            = tr("%1: %2 reminders (%3), %4 of the planned")
                  .arg(step.name, row.words, spoken.join(u", "_s), FigureWords::betweenPercents(share.interval()));
        content.rows += row;
        content.table.rows += cells;
    }
    story.subject = tr("Reminders due in the period, by channel · %1").arg(FigureWords::n(all.reminders));
    if (all.reminders == 0)
        story.missing = tr("No reminder was due in this period");
    const ShareFigure delivered = all.delivered();
    if (delivered.isIndicative()) {
        story.finding = tr("What became of reminders");
    } else {
        story.finding = tr("%1 % of the reminders whose fate is known arrived")
                            .arg(FigureWords::number(*delivered.share() * 100, 0));
        story.note = tr("Arrived, of those of which it is known: %1")
                         .arg(FigureWords::basis(delivered.whole, FigureWords::betweenPercents(delivered.interval())));
    }
    return story;
}

} // namespace accueil
