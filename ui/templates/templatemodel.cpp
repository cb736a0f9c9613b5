#include "ui/templates/templatemodel.h"

#include "ui/records/recordwords.h"
#include "ui/widgets/tableview.h"

namespace accueil {

using namespace Qt::StringLiterals;

Chip templateChip(const MessageTemplate &wording)
{
    if (!wording.isWritten())
        return {TemplateModel::tr("To be written"), Tone::Warning, Icon::Pencil};
    if (!wording.isActive)
        return {TemplateModel::tr("Switched off"), Tone::Neutral, Icon::Ban};
    if (wording.asksInVain)
        return {TemplateModel::tr("Asks in vain"), Tone::Warning, Icon::CircleAlert};
    switch (wording.origin) {
    case TemplateOrigin::Shipped:
        return {TemplateModel::tr("As delivered"), Tone::Info, Icon::Check};
    case TemplateOrigin::Changed:
        return {TemplateModel::tr("Changed"), Tone::Success, Icon::CheckCheck};
    case TemplateOrigin::Own:
        return {TemplateModel::tr("Your own"), Tone::Success, Icon::CheckCheck};
    }
    Q_UNREACHABLE();
}

QString TemplateModel::nameText(const QString &name)
{
    if (name == "appointment"_L1)
        return tr("Appointment");
    if (name == "appointment_moved"_L1)
        return tr("Appointment moved (email)");
    if (name == "appointment_cancelled"_L1)
        return tr("Appointment cancelled (email)");
    if (name == "medication"_L1)
        return tr("Medication");
    if (name == "follow_up"_L1)
        return tr("Follow-up");
    if (name == "results"_L1)
        return tr("Results are ready");
    if (name == "survey"_L1)
        return tr("Survey after a visit");
    if (name == "shared_phone"_L1)
        return tr("Shared telephone");
    return name;
}

void TemplateModel::setTemplates(const QList<MessageTemplate> &templates)
{
    beginResetModel();
    m_templates = templates;
    endResetModel();
}

const MessageTemplate *TemplateModel::templateAt(int row) const
{
    return row >= 0 && row < m_templates.size() ? &m_templates.at(row) : nullptr;
}

int TemplateModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_templates.size(); ++row) {
        if (m_templates.at(row).key() == key)
            return row;
    }
    return -1;
}

void TemplateModel::retranslate()
{
    if (!m_templates.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_templates.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TemplateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_templates.size());
}

int TemplateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TemplateModel::data(const QModelIndex &index, int role) const
{
    const MessageTemplate &wording = m_templates.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Name:
            return nameText(wording.name);
        case LanguageOfText:
            return RecordWords::language(wording.language);
        case State:
            return templateChip(wording).text;
        case Text:
            return wording.isWritten() ? wording.text.simplified() : tr("French is used until then");
        default:
            return {};
        }
    case cell::ChipRole:
        return column == State ? QVariant::fromValue(templateChip(wording)) : QVariant();
    case cell::StrongRole:
        return column == Name;
    case cell::MutedRole:
        return column != Name;
    case cell::SmallRole:
        return column == Text;
    default:
        return {};
    }
}

QVariant TemplateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Template");
    case LanguageOfText:
        return tr("Language");
    case State:
        return tr("State");
    case Text:
        return tr("Words");
    default:
        return {};
    }
}

} // namespace accueil
