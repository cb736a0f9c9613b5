#include "ui/tablets/tabletfilemodel.h"

#include "ui/errortext.h"
#include "ui/feedback/disputewords.h"

namespace accueil {

using namespace Qt::StringLiterals;

TabletFileModel::TabletFileModel(const TimeWords &time, QObject *parent)
    : QAbstractTableModel(parent)
    , m_time(time)
{
}

void TabletFileModel::setReport(const TabletFileReport &report)
{
    beginResetModel();
    m_lines = report.lines;
    endResetModel();
}

int TabletFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int TabletFileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TabletFileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const TabletFileLine &line = m_lines.at(index.row());
    switch (index.column()) {
    case Given:
        return line.givenAt ? m_time.exact(*line.givenAt) : QString();
    case Result:
        return result(line.outcome);
    case Voice:
        return voice(line.voice);
    default:
        return reason(line.outcome);
    }
}

QVariant TabletFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Given:
        return tr("Given (tablet’s clock)");
    case Result:
        return tr("Result");
    case Voice:
        return tr("Recording");
    default:
        return tr("Why");
    }
}

QString TabletFileModel::result(const SyncOutcome &outcome)
{
    switch (outcome.status) {
    case SyncStatus::Created:
        return tr("Taken in");
    case SyncStatus::Known:
        return outcome.isDeleted ? tr("Deleted here meanwhile") : tr("Was here already");
    case SyncStatus::Kept:
        return tr("To compare");
    case SyncStatus::Invalid:
        return tr("Refused");
    case SyncStatus::Retry:
        return tr("Not stored");
    }
    return {};
}

QString TabletFileModel::voice(LeftVoice voice)
{
    switch (voice) {
    case LeftVoice::None:
        return u"—"_s;
    case LeftVoice::Stored:
        return tr("stored");
    case LeftVoice::Lost:
        return tr("lost");
    case LeftVoice::Refused:
        return tr("cannot be played");
    }
    return {};
}

QString TabletFileModel::reason(const SyncOutcome &outcome)
{
    if (outcome.status == SyncStatus::Kept)
        return tr("Something else came under its identity before.");
    if (outcome.status == SyncStatus::Retry)
        return tr("Import the file again.");
    QStringList reasons;
    for (const FieldError &error : outcome.errors) {
        const QString name = DisputeWords::name(error.field);
        reasons += name.isEmpty() ? fieldErrorText(error)
                                  : tr("%1: %2", "field, what is wrong").arg(name, fieldErrorText(error));
    }
    return reasons.join(u' ');
}

} // namespace accueil
