#pragma once

#include "app/domain/consent.h"
#include "app/domain/gender.h"
#include "app/domain/identifier.h"
#include "app/domain/language.h"
#include "app/domain/result.h"

#include <QDate>
#include <QDateTime>

#include <optional>

namespace accueil {

// What a member of staff or an API client asks for, before it is checked.
struct PatientDraft
{
    QString patientNumber; // wire name patient_id; empty: the next free P000123
    QString name;
    QString email;
    QString phoneNumber; // as typed
    std::optional<QDate> birthDate;
    std::optional<int> birthYear; // when only the year, or an estimate, is known
    std::optional<int> age; // years; turned into birthYear when nothing better is given
    Gender gender = Gender::Unknown;
    QString condition;
    Language preferredLanguage = Language::French;
    QString ward;
    std::optional<QDateTime> registrationDate; // default: now
    Consent consent;
    ConsentMethod consentMethod = ConsentMethod::Desk; // how what is new in `consent` was said
    bool phoneIsShared = false;
    bool archived = false;
    std::optional<UserId> user;
};

struct Patient
{
    PatientId id;
    QString patientNumber;
    QString name;
    QString email;
    QString phoneNumber; // E.164 or empty
    std::optional<QDate> birthDate;
    std::optional<int> birthYear;
    bool birthYearEstimated = false; // known from an age
    Gender gender = Gender::Unknown;
    QString condition;
    Language preferredLanguage = Language::French;
    QString ward;
    QDateTime registrationDate; // UTC
    Consent consent;
    bool phoneIsShared = false;
    bool archived = false;
    std::optional<UserId> user;
    QDateTime lastActivity; // UTC; last feedback, reminder or edit
    QDateTime updatedAt; // UTC
    qint64 version = 1;

    // Whole years on `today`; from the birth year alone it can be one too many, as is usual for estimates.
    std::optional<int> age(const QDate &today) const;
    friend bool operator==(const Patient &, const Patient &) = default;
};

// The draft that would leave `patient` as it is: the start of an edit or of a PATCH.
PatientDraft draftOf(const Patient &patient);

// All rules a draft can break, not only the first. Texts are judged as they would be stored: composed and trimmed.
QList<FieldError> validate(const PatientDraft &draft, const QDateTime &now);

// `before` with everything that a valid draft says; a new patient starts from Patient{}. Of date of birth, year of
// birth and age, what differs from `before` wins over what does not, and then the more exact one. Leaves id, version
// and the times of activity alone, and the patient number when the draft has none.
Patient applied(const PatientDraft &draft, const Patient &before, const QDateTime &now);

// How a patient number is stored and compared: trimmed, upper case.
QString normalisedPatientNumber(QStringView text);
bool isPatientNumber(QStringView normalised);

} // namespace accueil
