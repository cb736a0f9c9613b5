#pragma once

#include "app/domain/messagetemplate.h"

#include "ui/widgets/chip.h"

#include <QAbstractTableModel>

namespace accueil {

// The templates as rows, one per name and language; all of them, there are few.
class TemplateModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, LanguageOfText, State, Text, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTemplates(const QList<MessageTemplate> &templates);
    const MessageTemplate *templateAt(int row) const;
    int rowOf(const QString &key) const; // name.language; -1: none
    void retranslate();

    // What the window calls a template: the words of those that are shipped, the hospital's own names as they are.
    static QString nameText(const QString &name);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<MessageTemplate> m_templates;
};

Chip templateChip(const MessageTemplate &wording);

} // namespace accueil
