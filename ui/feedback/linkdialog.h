#pragma once

#include "app/domain/feedback.h"
#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace accueil {

class PatientPicker;

// Gives a feedback whose number no patient has to a patient of the registry: those whom the number or the telephone as
// given may mean are offered, any other can be looked for.
class LinkDialog final : public RecordDialog
{
    Q_OBJECT
public:
    LinkDialog(const RecordContext &desk, const Feedback &feedback, QWidget *parent);
    bool hasUnsavedWork() const override { return false; }

    // What to look for in the registry, the likeliest first: the number as given, written as the hospital's numbers
    // are where it is only digits, and the telephone.
    static QStringList searches(const Feedback &feedback);

Q_SIGNALS:
    void linked(const accueil::Feedback &feedback);

private:
    void retranslate() override;
    void save() override;
    void readSuggestions();
    void offer(const QList<Patient> &patients);
    std::optional<Patient> chosen() const;

    const RecordContext &m_desk;
    Feedback m_feedback;
    QLabel *m_given;
    QLabel *m_words;
    QLabel *m_offerTitle;
    QVBoxLayout *m_offers;
    QButtonGroup *m_choice;
    QList<Patient> m_offered;
    PatientPicker *m_picker;
    Field *m_pickerField;
};

} // namespace accueil
