#include "ui/import/importmodel.h"

#include "ui/widgets/tableview.h"

namespace accueil {

using namespace Qt::StringLiterals;

void ImportModel::setPreview(const ImportPreview &preview)
{
    beginResetModel();
    m_preview = preview;
    m_mapping = preview.mapping;
    endResetModel();
    Q_EMIT mappingChanged();
}

void ImportModel::setField(int column, const QString &field)
{
    m_mapping.remove(m_mapping.key(column));
    if (!field.isEmpty())
        m_mapping[field] = column;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT mappingChanged();
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.header.isEmpty() ? 0 : int(m_preview.rows.size()) + 1;
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.header.size());
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 1 || index.row() > m_preview.rows.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_preview.rows[index.row() - 1].value(index.column());
    if (role == cell::MutedRole)
        return field(index.column()).isEmpty();
    return {};
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_preview.header.value(section)) : QVariant(section + 1);
}

QString ImportModel::fieldWords(const QString &field)
{
    const QMap<QString, QString> words{
        {u"patient_id"_s, tr("Patient number")},
        {u"name"_s, tr("Name")},
        {u"patient_name"_s, tr("Name")},
        {u"email"_s, tr("Email")},
        {u"phone_number"_s, tr("Telephone")},
        {u"phone_is_shared"_s, tr("Shared telephone")},
        {u"birth_date"_s, tr("Date of birth")},
        {u"birth_year"_s, tr("Year of birth")},
        {u"age"_s, tr("Age")},
        {u"gender"_s, tr("Gender")},
        {u"condition"_s, tr("Condition")},
        {u"preferred_language"_s, tr("Language")},
        {u"language"_s, tr("Language")},
        {u"ward"_s, tr("Ward")},
        {u"registration_date"_s, tr("Registered on")},
        {u"treatment_satisfaction"_s, tr("Care received (1-5)")},
        {u"communication_rating"_s, tr("Listening and explanations (1-5)")},
        {u"facility_rating"_s, tr("Rooms and cleanliness (1-5)")},
        {u"overall_experience"_s, tr("The stay as a whole (1-5)")},
        {u"recommendation_likelihood"_s, tr("Would recommend (0-10)")},
        {u"emoji_rating"_s, tr("Face (1-5)")},
        {u"feedback_date"_s, tr("Date of the feedback")},
        {u"comments"_s, tr("Words")},
        {u"submission_method"_s, tr("How it came")},
        {u"client_id"_s, tr("Row number of the file")},
        {u"transcript"_s, tr("Transcript")},
        {u"translation"_s, tr("Translation")},
        {u"processed"_s, tr("Already dealt with")},
    };
    return words.value(field, field);
}

} // namespace accueil
