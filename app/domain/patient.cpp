#include "app/domain/patient.h"

#include "app/domain/fieldrules.h"
#include "app/domain/phonenumber.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 200;
constexpr int longestCondition = 500;
constexpr int longestWard = 80;
constexpr qsizetype longestPatientNumber = 32;

bool isAsciiLetterOrDigit(QChar character)
{
    return character.unicode() < 0x80 && character.isLetterOrNumber();
}

void checkBirth(FieldRules &rules, const PatientDraft &draft, const QDateTime &now)
{
    const QDate today = now.date();
    if (draft.birthDate) {
        if (!draft.birthDate->isValid() || *draft.birthDate < today.addYears(-oldestAge))
            rules.add(u"birth_date"_s, u"implausible"_s);
        else if (*draft.birthDate > today.addDays(1))
            rules.add(u"birth_date"_s, u"inFuture"_s);
    }
    rules.range(u"birth_year"_s, draft.birthYear, today.year() - oldestAge, today.year());
    rules.range(u"age"_s, draft.age, 0, oldestAge);
}

void setBirth(Patient &patient, std::optional<QDate> date, std::optional<int> year, bool estimated)
{
    patient.birthDate = date;
    patient.birthYear = year;
    patient.birthYearEstimated = estimated;
}

void applyBirth(const PatientDraft &draft, Patient &patient, const QDate &today)
{
    const Patient before = patient;
    const auto yearOfAge = [&] { return today.year() - *draft.age; };
    if (draft.birthDate && draft.birthDate != before.birthDate)
        setBirth(patient, draft.birthDate, draft.birthDate->year(), false);
    else if (draft.birthYear && draft.birthYear != before.birthYear)
        setBirth(patient, std::nullopt, draft.birthYear, false);
    else if (draft.age && draft.age != before.age(today))
        setBirth(patient, std::nullopt, yearOfAge(), true);
    else if (draft.birthDate)
        setBirth(patient, draft.birthDate, draft.birthDate->year(), false);
    else if (draft.birthYear)
        setBirth(patient, std::nullopt, draft.birthYear, before.birthYearEstimated);
    else if (draft.age && before.birthYear)
        setBirth(patient, before.birthDate, before.birthYear, before.birthYearEstimated);
    else
        setBirth(patient, std::nullopt, std::nullopt, false);
}

} // namespace

std::optional<int> Patient::age(const QDate &today) const
{
    if (birthDate) {
        const bool hadBirthday
            = std::pair(today.month(), today.day()) >= std::pair(birthDate->month(), birthDate->day());
        return qMax(0, today.year() - birthDate->year() - (hadBirthday ? 0 : 1));
    }
    if (birthYear)
        return qMax(0, today.year() - *birthYear);
    return std::nullopt;
}

PatientDraft draftOf(const Patient &patient)
{
    return {
        .patientNumber = patient.patientNumber,
        .name = patient.name,
        .email = patient.email,
        .phoneNumber = patient.phoneNumber,
        .birthDate = patient.birthDate,
        .birthYear = patient.birthYear,
        .age = std::nullopt,
        .gender = patient.gender,
        .condition = patient.condition,
        .preferredLanguage = patient.preferredLanguage,
        .ward = patient.ward,
        .registrationDate = patient.registrationDate,
        .consent = patient.consent,
        .phoneIsShared = patient.phoneIsShared,
        .archived = patient.archived,
        .user = patient.user,
    };
}

QList<FieldError> validate(const PatientDraft &draft, const QDateTime &now)
{
    FieldRules rules;
    const QString number = normalisedPatientNumber(draft.patientNumber);
    if (!number.isEmpty() && !isPatientNumber(number))
        rules.add(u"patient_id"_s, u"badPatientNumber"_s);
    rules.required(u"name"_s, cleanLine(draft.name));
    rules.text(u"name"_s, cleanLine(draft.name), longestName);
    rules.emailAddress(u"email"_s, draft.email.trimmed());
    rules.phoneNumber(u"phone_number"_s, draft.phoneNumber.trimmed());
    checkBirth(rules, draft, now);
    rules.text(u"condition"_s, cleanText(draft.condition), longestCondition);
    rules.text(u"ward"_s, cleanLine(draft.ward), longestWard);
    static const QDateTime firstRegistration({1900, 1, 1}, {0, 0}, Qt::UTC);
    rules.time(u"registration_date"_s, draft.registrationDate, firstRegistration, now);
    return rules.errors();
}

Patient applied(const PatientDraft &draft, const Patient &before, const QDateTime &now)
{
    Patient patient = before;
    if (const QString number = normalisedPatientNumber(draft.patientNumber); !number.isEmpty())
        patient.patientNumber = number;
    patient.name = cleanLine(draft.name);
    patient.email = cleanLine(draft.email);
    const QString phone = draft.phoneNumber.trimmed();
    if (phone != before.phoneNumber)
        patient.phoneNumber = phone.isEmpty() ? QString() : PhoneNumber::parse(phone, u"phone_number"_s).value().e164();
    applyBirth(draft, patient, now.date());
    patient.gender = draft.gender;
    patient.condition = cleanText(draft.condition);
    patient.preferredLanguage = draft.preferredLanguage;
    patient.ward = cleanLine(draft.ward);
    if (draft.registrationDate)
        patient.registrationDate = draft.registrationDate->toUTC();
    else if (!before.registrationDate.isValid())
        patient.registrationDate = now;
    patient.consent = draft.consent;
    patient.phoneIsShared = draft.phoneIsShared;
    patient.archived = draft.archived;
    patient.user = draft.user;
    return patient;
}

QString normalisedPatientNumber(QStringView text)
{
    return text.trimmed().toString().toUpper();
}

bool isPatientNumber(QStringView normalised)
{
    return !normalised.isEmpty() && normalised.size() <= longestPatientNumber
        && isAsciiLetterOrDigit(normalised.front())
        && std::all_of(normalised.begin(), normalised.end(),
            [](QChar character) { return isAsciiLetterOrDigit(character) || u" ./-"_s.contains(character); });
}

} // namespace accueil
