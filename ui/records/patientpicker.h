#pragma once

#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"

#include <QLineEdit>
#include <QTimer>

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace accueil {

// A field that finds one patient of the registry by name, number or telephone while one types. Typing again after a
// choice gives the choice up.
class PatientPicker final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PatientPicker(const RecordContext &desk, QWidget *parent = nullptr);

    const std::optional<Patient> &patient() const { return m_patient; }
    void setPatient(const std::optional<Patient> &patient);
    static QString describe(
        const RecordContext &desk, const Patient &patient); // "Essomba Abena, Marthe  P012475 · 47 years old"

Q_SIGNALS:
    void patientChosen(); // or given up

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void offer(const QList<Patient> &found);
    void choose(int row);

    const RecordContext &m_desk;
    std::optional<Patient> m_patient;
    QList<Patient> m_offered;
    QStandardItemModel *m_items;
    QCompleter *m_completer;
    QTimer m_debounce;
    int m_question = 0; // answers to earlier ones are dropped
};

} // namespace accueil
