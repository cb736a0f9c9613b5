#pragma once

#include "app/services/consentservice.h"
#include "tests/support/room.h"

namespace accueil {

inline const QString consentPhone = QStringLiteral("+237670000001");

// A registry in which patients say what they want.
struct ConsentRoom : Room
{
    using Room::Room;
    ConsentService consents{store.database(), store.cipher(), clock, events};

    Patient add(const QString &name, const QString &number = consentPhone, const Consent &consent = {})
    {
        return patients.create(reception, {.name = name, .phoneNumber = number, .consent = consent}).value();
    }
    Patient read(PatientId id) { return patients.find(viewer, id).value(); }
    QList<ConsentEntry> log(PatientId id) { return consents.log(viewer, id, {.limit = 500}).value().items; }
    bool allows(PatientId id, Channel channel, Purpose purpose)
    {
        return consentAllows(read(id).consent, channel, purpose, ConsentPolicy::Assumed);
    }
    Result<Patient> change(const Patient &patient, Channel channel, Purpose purpose, std::optional<ConsentState> state)
    {
        PatientDraft draft = draftOf(read(patient.id));
        draft.consentMethod = ConsentMethod::Api;
        if (state)
            draft.consent[{channel, purpose}] = *state;
        else
            draft.consent.remove({channel, purpose});
        return patients.edit(reception, patient.id, draft);
    }
};

inline Consent granted(Channel channel)
{
    Consent consent;
    for (const auto &purpose : purposeTable.rows)
        consent.insert({channel, purpose.value}, ConsentState::Granted);
    return consent;
}

} // namespace accueil
