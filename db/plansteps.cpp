#include "db/plansteps.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace accueil {

using namespace Qt::StringLiterals;

QString stepsText(const QList<PlanStep> &steps)
{
    QJsonArray rows;
    for (const PlanStep &step : steps) {
        QJsonArray fallback;
        for (const Channel channel : step.fallback)
            fallback << channelTable.key(channel);
        rows << QJsonObject{{u"hours_before"_s, step.hoursBefore}, {u"channel"_s, channelTable.key(step.channel)},
            {u"template"_s, step.templateName}, {u"only_unconfirmed"_s, step.onlyUnconfirmed},
            {u"fallback"_s, fallback}};
    }
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QList<PlanStep> stepsOf(const QString &text)
{
    QList<PlanStep> steps;
    const QJsonArray rows = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue row : rows) {
        const QJsonObject object = row.toObject();
        PlanStep step{.hoursBefore = object.value("hours_before"_L1).toInt(),
            .channel = channelTable.value(object.value("channel"_L1).toString()).value(),
            .templateName = object.value("template"_L1).toString(),
            .onlyUnconfirmed = object.value("only_unconfirmed"_L1).toBool()};
        const QJsonArray fallback = object.value("fallback"_L1).toArray();
        for (const QJsonValue channel : fallback)
            step.fallback << channelTable.value(channel.toString()).value();
        steps << step;
    }
    return steps;
}

} // namespace accueil
