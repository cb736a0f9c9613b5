#pragma once

#include "app/domain/clock.h"
#include "app/domain/patient.h"
#include "app/domain/reminder.h"
#include "app/domain/session.h"
#include "db/auditrepository.h"
#include "db/consentrepository.h"

namespace accueil {

// The address that a message on this channel goes to; empty: the patient has none.
QString addressOf(const Patient &patient, Channel channel);

// Whether the patient agrees to such a message, and nobody said stop where it goes.
bool isWanted(const ReminderDraft &draft, const Patient &patient, ConsentPolicy policy, ConsentRepository &consents);

// What was said per channel and purpose; nothing: taken back.
using ConsentWords = QMap<std::pair<Channel, Purpose>, std::optional<ConsentState>>;

ConsentWords differences(const Consent &before, const Consent &after);

// What is true of every change of a patient's consent, through whichever door it comes: who said stop stays stopped
// until there is new consent, and every word is written down with who, when and how. Used by PatientService and
// ConsentService inside their transactions.
class ConsentLedger
{
public:
    ConsentLedger(Database &database, const StoreCipher &cipher, const Clock &clock);

    // What an edit of the record must not do: grant or take back what the patient stopped. `consentStopped`.
    QList<FieldError> forbidden(const Patient &before, const Patient &after);
    // Who takes over a number or an address that said stop gets nothing there either, until new consent: refuses it in
    // `after` and returns these channels with the way stop was said.
    QMap<Channel, ConsentMethod> takeOverStops(const Patient &before, Patient &after);
    // The log of what differs. `takenOver`: from takeOverStops().
    void write(const Session &who, ConsentMethod method, const Patient &before, const Patient &after,
        const QMap<Channel, ConsentMethod> &takenOver = {});
    // Words that were said outside an edit of the record at one moment; `detail` is one of consentdetail, or empty.
    void write(const Session &who, ConsentMethod method, PatientId patient, const ConsentWords &words,
        QStringView detail, const QDateTime &at);

    ConsentRepository &repository() { return m_consents; }

private:
    const Clock &m_clock;
    ConsentRepository m_consents;
};

} // namespace accueil
