#pragma once

#include "app/domain/patientfilter.h"
#include "app/services/patientservice.h"
#include "app/services/reminderservice.h"

namespace accueil {

// One reminder for many patients.
struct BulkOrder
{
    QString clientId; // UUID, needed: from it every patient's own is derived, so that a repeat makes none twice
    QStringList patientNumbers; // the hospital's; none: those of `filter`
    PatientFilter filter;
    ReminderDraft draft; // whose patient, recipient and client_id say nothing
};

inline constexpr int mostBulkPatients = 5'000;

// What becomes of an order, or would.
struct BulkOutcome
{
    qint64 patients = 0;
    qint64 accepted = 0; // made, or to be made
    qint64 repeated = 0; // made by the same order before
    QMap<QString, qint64> refused; // why: consentRefused, noRecipient, unknownPatient, patientArchived ...
    qint64 segments = 0; // of SMS
    std::optional<double> cost; // of these; nothing: no price is set, or it is not an SMS
    QString currency; // ISO 4217

    friend bool operator==(const BulkOutcome &, const BulkOutcome &) = default;
};

// Schedules the same message for each of many patients, by the rules of ReminderService. Some are stored at a time: an
// order that was broken off is sent again and goes on where it ended. Thread-safe; throws DatabaseError, CipherError.
class BulkReminderService
{
public:
    BulkReminderService(PatientService &patients, ReminderService &reminders, const Clock &clock,
        std::function<HospitalSettings()> settings);

    // What is wrong with the order itself is Invalid; what is wrong with one patient is counted.
    Result<BulkOutcome> preview(const Session &who, const BulkOrder &order);
    // `progress`: how many patients of how many are done, on the caller's thread.
    using Progress = std::function<void(qint64 done, qint64 all)>;
    Result<BulkOutcome> schedule(const Session &who, const BulkOrder &order, const Progress &progress = {});

private:
    enum class Mode { Preview, Schedule };
    Result<BulkOutcome> run(const Session &who, const BulkOrder &order, Mode mode, const Progress &progress);
    QList<Result<Scheduling>> answersTo(const Session &who, const QList<ReminderDraft> &drafts, Mode mode);
    Result<QList<PatientId>> patientsOf(const Session &who, const BulkOrder &order, BulkOutcome &outcome);
    static void add(const Result<Scheduling> &answer, const TwilioSettings &sender, BulkOutcome &outcome);

    PatientService &m_patients;
    ReminderService &m_reminders;
    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
};

} // namespace accueil
