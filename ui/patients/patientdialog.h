#pragma once

#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"
#include "ui/widgets/field.h"

#include <optional>

class QCheckBox;
class QDateTimeEdit;

namespace accueil {

class Button;
class ConsentFields;
class DuplicateBanner;
class ListBox;
class TextLine;
class WardList;

// A new patient, or the record of one. Warns of persons who may be the same before a new record is saved.
class PatientDialog final : public RecordDialog
{
    Q_OBJECT
public:
    PatientDialog(
        const RecordContext &desk, const WardList &wards, const std::optional<Patient> &patient, QWidget *parent);
    ~PatientDialog() override;

    void focusRecipient(Channel channel); // the number or the address, to be corrected

Q_SIGNALS:
    void saved(const accueil::Patient &patient);
    void openRequested(accueil::PatientId other); // the one that is already registered

protected:
    void save() override;
    void showProblems(const Error &error) override;
    bool hasUnsavedWork() const override;

private:
    struct Outcome
    {
        QList<Patient> duplicates = {};
        std::optional<Patient> patient = {};
    };
    QWidget *makeForm(const WardList &wards);
    void connectForm();
    void fill(const Patient &patient);
    std::optional<PatientDraft> draft() const; // nothing when the birth cannot be read
    void checkPhone();
    void offerNumber(const QString &e164);
    void showBirth();
    void send(const PatientDraft &draft);
    void answered(const Outcome &outcome, const PatientDraft &draft);

    const RecordContext &m_desk;
    std::optional<Patient> m_before;
    PatientDraft m_start; // as the form was filled, to know whether something was changed
    QList<PatientId> m_acceptedDuplicates;
    TextLine *m_name;
    TextLine *m_number;
    TextLine *m_phone;
    Field *m_phoneField;
    Button *m_newNumber; // "write the number in its present form"
    QString m_suggestion;
    QCheckBox *m_shared;
    TextLine *m_email;
    TextLine *m_birth;
    Field *m_birthField;
    ListBox *m_gender;
    ListBox *m_language;
    ListBox *m_ward;
    TextLine *m_condition;
    ConsentFields *m_consent;
    QDateTimeEdit *m_registered;
    DuplicateBanner *m_duplicate;
};

} // namespace accueil
