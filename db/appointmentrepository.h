#pragma once

#include "app/domain/appointment.h"
#include "db/database.h"
#include "db/knownrequest.h"
#include "db/storecipher.h"

namespace accueil {

// Rows of `appointments`. With whom is sealed; the patient's number and name are read with the row. Calls that write
// belong in a transaction of the caller, which holds the patient's row (PatientRepository::findForUpdate): that alone
// keeps two desks from changing the appointments of one patient side by side.
class AppointmentRepository
{
public:
    AppointmentRepository(Database &database, const StoreCipher &cipher)
        : m_database(database)
        , m_cipher(cipher)
    {
    }

    std::optional<Appointment> find(AppointmentId id);
    std::optional<PatientId> patientOf(AppointmentId id);
    std::optional<KnownRequest<AppointmentId>> findRequest(const QString &clientId);
    Page<Appointment> list(const AppointmentFilter &filter, const PageRequest &page);
    QList<Appointment> between(PatientId patient, const QDateTime &from, const QDateTime &until); // by starts_at, id

    AppointmentId nextId();
    bool insert(const Appointment &appointment, std::optional<qint64> requestTag); // false: the client_id is known
    void update(Appointment &appointment); // all of it; counts the version up
    void remove(AppointmentId id); // with its reminders

private:
    QList<Appointment> load(const QString &rest, const QVariantList &values);
    Appointment read(const QSqlQuery &query) const;

    Database &m_database;
    const StoreCipher &m_cipher;
};

} // namespace accueil
