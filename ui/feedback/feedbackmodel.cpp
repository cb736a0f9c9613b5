#include "ui/feedback/feedbackmodel.h"

#include "app/services/statisticsservice.h"
#include "ui/icons/icon.h"
#include "ui/records/recordwords.h"
#include "ui/widgets/ratings.h"
#include "ui/widgets/tableview.h"

namespace accueil {

using namespace Qt::StringLiterals;

FeedbackModel::FeedbackModel(const RecordContext &desk, QObject *parent)
    : PagedRows(parent)
    , m_desk(desk)
{
}

void FeedbackModel::setFilter(const FeedbackFilter &filter)
{
    m_filter = filter;
    reload();
}

FeedbackModel::Query FeedbackModel::query() const
{
    return [services = m_desk.services, who = m_desk.session, filter = m_filter, behind = m_behind](
               const PageRequest &page) -> Result<Page<Feedback>> {
        if (!behind)
            return services.feedback.list(who, filter, page);
        return services.statistics.feedbackBehind(who, *behind).and_then([&](const QList<FeedbackId> &rows) {
            FeedbackFilter among = filter;
            among.among = rows;
            return services.feedback.list(who, among, page);
        });
    };
}

std::optional<FeedbackSort> FeedbackModel::sortOf(int column)
{
    switch (column) {
    case Date:
        return FeedbackSort::Date;
    case Rating:
        return FeedbackSort::Overall;
    default:
        return std::nullopt;
    }
}

QString FeedbackModel::who(const Feedback &feedback)
{
    if (!feedback.patientName.isEmpty())
        return feedback.patientName;
    if (feedback.notMatched())
        return tr("%1, not matched").arg(feedback.patientReference);
    return feedback.patientReference.isEmpty() ? tr("No name") : feedback.patientReference;
}

QString FeedbackModel::text(const Feedback &feedback, int column) const
{
    switch (column) {
    case Date:
        return m_desk.time.relative(feedback.feedbackDate);
    case Who:
        return who(feedback);
    case Ward:
        return feedback.ward;
    case Face:
        return feedback.ratings.emojiRating ? faceEmoji(*feedback.ratings.emojiRating) : QString();
    case Rating: {
        const std::optional<int> rating = RecordWords::rating(feedback);
        return rating ? tr("%1/5").arg(*rating) : u"—"_s;
    }
    case Words:
        return RecordWords::wordsIn(feedback).simplified();
    case Language:
        return RecordWords::language(feedback.language);
    case Method:
        return RecordWords::method(feedback.method);
    default:
        return {};
    }
}

QString FeedbackModel::tooltip(const Feedback &feedback, int column) const
{
    switch (column) {
    case Date:
        return m_desk.time.exact(feedback.feedbackDate);
    case Face:
        return feedback.ratings.emojiRating ? faceWords(*feedback.ratings.emojiRating) : QString();
    case Audio:
        return feedback.audio ? tr("With a recording") : QString();
    default:
        return {};
    }
}

QVariant FeedbackModel::data(const QModelIndex &index, int role) const
{
    const Feedback *feedback = at(index.row());
    if (!feedback)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*feedback, index.column());
    case Qt::ToolTipRole:
        return tooltip(*feedback, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    case KeyRole:
        return feedback->id.value;
    case cell::StarsRole:
        return index.column() == Rating && RecordWords::rating(*feedback) ? QVariant(*RecordWords::rating(*feedback))
                                                                          : QVariant();
    case cell::IconRole:
        return index.column() == Audio && feedback->audio ? QVariant(int(Icon::Mic)) : QVariant();
    case cell::SmallRole:
        return index.column() == Date;
    case cell::StrongRole:
        return index.column() == Who;
    case cell::MutedRole:
        return index.column() != Who || feedback->patientName.isEmpty();
    default:
        return {};
    }
}

QVariant FeedbackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Date:
        return tr("Date");
    case Who:
        return tr("Patient");
    case Ward:
        return tr("Ward");
    case Face:
        return tr("Face");
    case Rating:
        return tr("Stars");
    case Words:
        return tr("Words");
    case Language:
        return tr("Language");
    case Method:
        return tr("Taken by");
    case Audio:
        return tr("Voice");
    default:
        return {};
    }
}

} // namespace accueil
