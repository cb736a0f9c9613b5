#pragma once

#include "app/domain/identifier.h"
#include "server/fieldreader.h"

namespace accueil {

// Whom `patient_id` of a body means: a number is the row, a text the hospital's number. `draft` has `patient` and
// `patientReference`; a member that is absent leaves both as they are.
template <typename Draft>
void readPatientReference(FieldReader &reader, Draft &draft)
{
    const QString name = QStringLiteral("patient_id");
    const QJsonValue value = reader.raw(name);
    if (value.isUndefined())
        return;
    draft.patient.reset();
    draft.patientReference.clear();
    if (!value.isDouble())
        reader.text(name, draft.patientReference);
    else if (value.toInteger() > 0)
        draft.patient = PatientId{value.toInteger()};
    else
        reader.refuse(name, QStringLiteral("outOfRange"));
}

} // namespace accueil
