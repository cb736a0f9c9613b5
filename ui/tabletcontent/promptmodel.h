#pragma once

#include "app/domain/prompt.h"

#include <QAbstractTableModel>

namespace accueil {

// All that tablets say as rows, the hospital's languages as columns: what is recorded, what is reviewed, what is
// missing.
class PromptModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int Said = 0; // the first column; a language follows in each of the others
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const QList<Language> &languages, const QList<Prompt> &prompts, const TabletTexts &texts);
    void retranslate();

    const QList<Language> &languages() const { return m_languages; }
    PromptKey keyAt(int row) const;
    std::optional<Language> languageAt(int column) const; // nothing for the first column
    std::optional<Prompt> prompt(const PromptAddress &address) const;
    QString text(const PromptAddress &address) const { return m_texts.value(address); }
    int recorded(Language language) const;
    int reviewed(Language language) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Language> m_languages;
    QMap<PromptAddress, Prompt> m_prompts;
    TabletTexts m_texts;
};

} // namespace accueil
