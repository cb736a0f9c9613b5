#pragma once

#include "app/domain/reminderfilter.h"
#include "app/services/patientservice.h"
#include "ui/records/pagedmodel.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/chip.h"

#include <QMap>

namespace accueil {

// The registry as rows of the patients table.
class PatientModel final : public PagedRows<Patient>
{
    Q_OBJECT
public:
    enum Column { Number, Name, Age, Ward, Language, Seen, State, Phone, Gender, Registered, ColumnCount };

    explicit PatientModel(const RecordContext &desk, QObject *parent = nullptr);

    const PatientFilter &filter() const { return m_filter; }
    void setFilter(const PatientFilter &filter); // reads again

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // What the list is sorted by when the header of `column` is pressed; nothing where the store cannot (names are
    // encrypted: only a search, which is read whole, can be in their order).
    std::optional<PatientSort> sortOf(int column) const;

protected:
    Query query() const override;
    void rowsArrived() override; // reads what their reminders are up to
    qint64 keyOf(const Patient &patient) const override { return patient.id.value; }

private:
    QString text(const Patient &patient, int column) const;
    Chip chip(const Patient &patient) const;
    QString tooltip(const Patient &patient, int column) const;

    const RecordContext &m_desk;
    PatientFilter m_filter;
    QMap<PatientId, ReminderOutlook> m_outlook;
};

} // namespace accueil
