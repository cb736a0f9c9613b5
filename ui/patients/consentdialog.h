#pragma once

#include "app/domain/consent.h"
#include "app/domain/patient.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"
#include "ui/widgets/field.h"

class QVBoxLayout;

namespace accueil {

class Banner;
class ListBox;

// What a patient said about messages: by channel and purpose, with who wrote it down, when and how it was said; a stop
// stands above all else. Below it, for who may, the place to record what the patient says now.
class ConsentDialog final : public RecordDialog
{
    Q_OBJECT
public:
    ConsentDialog(const RecordContext &desk, const Patient &patient, QWidget *parent);
    bool hasUnsavedWork() const override { return m_edited; }

private:
    QWidget *makeForm();
    void read();
    void show(const QList<ConsentStanding> &standing);
    void showStops(const QList<ConsentStanding> &standing);
    void save() override;
    void retranslate() override;
    QString origin(const ConsentStanding &standing) const; // "at the desk, by c.mbeng, 12 March 2026"
    static QString method(ConsentMethod method);

    const RecordContext &m_desk;
    const Patient m_patient;
    bool m_edited = false;
    Banner *m_stop;
    Banner *m_problem;
    QWidget *m_present; // the lines, made anew whenever they change
    QVBoxLayout *m_column;
    ListBox *m_channel;
    ListBox *m_purpose;
    ListBox *m_state;
    ListBox *m_method;
    Field *m_channelField;
    Field *m_purposeField;
    Field *m_stateField;
    Field *m_methodField;
};

} // namespace accueil
