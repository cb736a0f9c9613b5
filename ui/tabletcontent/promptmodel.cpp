#include "ui/tabletcontent/promptmodel.h"

#include "ui/languagename.h"
#include "ui/tabletcontent/promptwords.h"
#include "ui/widgets/tableview.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

void PromptModel::setContent(const QList<Language> &languages, const QList<Prompt> &prompts, const TabletTexts &texts)
{
    const bool sameColumns = languages == m_languages;
    if (!sameColumns)
        beginResetModel();
    m_languages = languages;
    m_texts = texts;
    m_prompts.clear();
    for (const Prompt &prompt : prompts)
        m_prompts.insert(prompt.address, prompt);
    if (!sameColumns)
        endResetModel();
    else
        retranslate();
}

void PromptModel::retranslate()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

PromptKey PromptModel::keyAt(int row) const
{
    return promptKeyTable.rows.at(size_t(row)).value;
}

std::optional<Language> PromptModel::languageAt(int column) const
{
    return column > Said && column <= m_languages.size() ? std::optional(m_languages.at(column - 1)) : std::nullopt;
}

std::optional<Prompt> PromptModel::prompt(const PromptAddress &address) const
{
    const auto found = m_prompts.constFind(address);
    return found == m_prompts.constEnd() ? std::nullopt : std::optional(*found);
}

int PromptModel::recorded(Language language) const
{
    return int(std::count_if(
        m_prompts.begin(), m_prompts.end(), [&](const Prompt &prompt) { return prompt.address.language == language; }));
}

int PromptModel::reviewed(Language language) const
{
    return int(std::count_if(m_prompts.begin(), m_prompts.end(),
        [&](const Prompt &prompt) { return prompt.address.language == language && prompt.review; }));
}

int PromptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(promptKeyTable.rows.size());
}

int PromptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_languages.size()) + 1;
}

QVariant PromptModel::data(const QModelIndex &index, int role) const
{
    const PromptKey key = keyAt(index.row());
    const std::optional<Language> language = languageAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return language ? PromptWords::chip(prompt({key, *language})).text : PromptWords::sentence(key);
    case Qt::ToolTipRole:
        return language ? text({key, *language}) : PromptWords::place(key);
    case Qt::AccessibleTextRole:
        return language ? u"%1, %2"_s.arg(languageName(*language), PromptWords::chip(prompt({key, *language})).text)
                        : PromptWords::sentence(key);
    case cell::ChipRole:
        return language ? QVariant::fromValue(PromptWords::chip(prompt({key, *language}))) : QVariant();
    case cell::StrongRole:
        return !language;
    default:
        return {};
    }
}

QVariant PromptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::optional<Language> language = languageAt(section);
    return language ? languageName(*language) : tr("What tablets say");
}

} // namespace accueil
