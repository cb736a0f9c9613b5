#pragma once

#include "app/domain/patient.h"
#include "app/domain/reminder.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"
#include "ui/widgets/field.h"

#include <optional>

class QCheckBox;
class QDateTimeEdit;
class QPlainTextEdit;
class QSpinBox;

namespace accueil {

class AttemptList;
class Banner;
class ForecastBanner;
class ListBox;
struct MessagePreview;
class PatientPicker;
class Segmented;
class SmsMeter;
class TemplateChoice;
class TextLine;

// A message owed to a patient at a time. Times are the hospital's. A reminder that left, or may have left, is shown but
// not edited, unless it failed: then a new time sends it again.
class ReminderDialog final : public RecordDialog
{
    Q_OBJECT
public:
    ReminderDialog(const RecordContext &desk, const std::optional<Reminder> &reminder, QWidget *parent);

    void setPatient(const Patient &patient);
    void focusRecipient(); // for "correct the number"

Q_SIGNALS:
    void saved(const accueil::Reminder &reminder);

protected:
    void save() override;
    bool hasUnsavedWork() const override;

private:
    QWidget *makeForm();
    QWidget *makeRecurrence();
    QWidget *makeWeekdays();
    void showWeekdays();
    Field *field(QWidget *control, const QString &label, const QStringList &wireNames);
    void connectForm();
    void connectForecast();
    void fill(const ReminderDraft &draft);
    ReminderDraft draft() const;
    void showRecipient();
    void compose(); // the words of the template anew, unless somebody changed them
    void showComposed(const MessagePreview &preview);
    void readPrice();
    void showCount();
    void readAttempts();
    void foresee(); // what would become of it as it stands
    bool mayBeEdited() const;

    const RecordContext &m_desk;
    std::optional<Reminder> m_before;
    ReminderDraft m_start;
    QString m_clientId;
    PatientPicker *m_patient = nullptr;
    Segmented *m_channel = nullptr;
    TextLine *m_recipient = nullptr;
    Field *m_recipientField = nullptr;
    QDateTimeEdit *m_when = nullptr;
    ListBox *m_language = nullptr;
    ListBox *m_purpose = nullptr;
    QCheckBox *m_hasAppointment = nullptr;
    QDateTimeEdit *m_appointment = nullptr;
    TemplateChoice *m_template = nullptr;
    Field *m_templateField = nullptr;
    QPlainTextEdit *m_message = nullptr;
    SmsMeter *m_meter = nullptr;
    QString m_composed; // what the template said last
    QStringList m_missing; // its placeholders that nothing is known for
    Field *m_messageField = nullptr;
    QCheckBox *m_repeats = nullptr;
    QWidget *m_recurrence = nullptr;
    QSpinBox *m_every = nullptr;
    ListBox *m_unit = nullptr;
    QSpinBox *m_times = nullptr;
    QWidget *m_weekdays = nullptr;
    QList<QCheckBox *> m_days; // from Monday
    ForecastBanner *m_forecast = nullptr;
    Banner *m_reason = nullptr;
    AttemptList *m_attempts = nullptr;
};

} // namespace accueil
