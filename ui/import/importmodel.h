#pragma once

#include "app/services/importservice.h"

#include <QAbstractTableModel>

namespace accueil {

// The first rows of a file under the words of its own header, and which field of Accueil each column goes to. The first
// row is empty: the view puts the lists of fields there.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const ImportPreview &preview);
    void setField(int column, const QString &field); // a field goes to one column only; empty: not taken
    QString field(int column) const { return m_mapping.key(column); }
    const QMap<QString, int> &mapping() const { return m_mapping; }
    const ImportPreview &preview() const { return m_preview; }
    static QString fieldWords(const QString &field); // the wire name in the person's language

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void mappingChanged();

private:
    ImportPreview m_preview;
    QMap<QString, int> m_mapping;
};

} // namespace accueil
