#include "ui/patients/patientdialog.h"

#include "app/domain/phonenumber.h"
#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/patients/birthtext.h"
#include "ui/patients/consentfields.h"
#include "ui/patients/duplicatebanner.h"
#include "ui/records/wardlist.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/textline.h"

#include <QCheckBox>
#include <QDateTimeEdit>

namespace accueil {

using namespace Qt::StringLiterals;

PatientDialog::PatientDialog(
    const RecordContext &desk, const WardList &wards, const std::optional<Patient> &patient, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_before(patient)
{
    setForm(makeForm(wards));
    connectForm();
    setTitle(patient ? tr("Patient %1").arg(patient->patientNumber) : tr("New patient"));
    fill(patient.value_or(Patient{.registrationDate = desk.clock.now()}));
    m_start = draft().value_or(PatientDraft{});
    m_name->setFocus();
}

PatientDialog::~PatientDialog()
{
    // A field that has the focus says "finished" when it is taken down, which is after this class is gone.
    m_phone->disconnect(this);
}

void PatientDialog::focusRecipient(Channel channel)
{
    TextLine *line = channel == Channel::Email ? m_email : m_phone;
    line->setFocus();
    line->selectAll();
}

void PatientDialog::connectForm()
{
    connect(m_phone, &QLineEdit::editingFinished, this, &PatientDialog::checkPhone);
    connect(m_phone, &QLineEdit::textEdited, this, [this] { offerNumber({}); });
    connect(m_newNumber, &QAbstractButton::clicked, this, [this] {
        m_phone->setText(PhoneNumber::fromStored(m_suggestion).international());
        m_phoneField->setError({});
        offerNumber({});
        m_phone->setFocus();
    });
    connect(m_birth, &QLineEdit::textChanged, this, &PatientDialog::showBirth);
    connect(m_duplicate, &DuplicateBanner::openRequested, this, [this](PatientId other) {
        Q_EMIT openRequested(other);
        closeSaved();
    });
    connect(m_duplicate, &DuplicateBanner::dismissed, this, [this](PatientId other) {
        m_acceptedDuplicates += other;
        m_duplicate->hide();
        save();
    });
}

void PatientDialog::fill(const Patient &patient)
{
    m_number->setText(patient.patientNumber);
    m_name->setText(patient.name);
    m_phone->setText(
        patient.phoneNumber.isEmpty() ? QString() : PhoneNumber::fromStored(patient.phoneNumber).international());
    m_shared->setChecked(patient.phoneIsShared);
    m_email->setText(patient.email);
    m_birth->setText(birthText(patient, m_desk.time.today()));
    m_gender->setValue(int(patient.gender));
    m_language->setValue(int(patient.preferredLanguage));
    m_ward->setEditText(patient.ward);
    m_condition->setText(patient.condition);
    m_consent->setConsent(patient.consent);
    m_registered->setDate(m_desk.time.local(patient.registrationDate).date());
    showBirth();
}

std::optional<PatientDraft> PatientDialog::draft() const
{
    const std::optional<Birth> birth = parseBirth(m_birth->text());
    if (!birth)
        return std::nullopt;
    PatientDraft draft = m_before ? draftOf(*m_before) : PatientDraft{};
    draft.patientNumber = m_number->text();
    draft.name = m_name->text();
    draft.phoneNumber = m_phone->text();
    draft.phoneIsShared = m_shared->isChecked();
    draft.email = m_email->text();
    // The same answer as before must not make an exact date of a year, or an estimate exact.
    if (!m_before || m_birth->text() != birthText(*m_before, m_desk.time.today())) {
        draft.birthDate = birth->date;
        draft.birthYear = birth->year;
        draft.age = birth->age;
    }
    draft.gender = Gender(m_gender->currentData().toInt());
    draft.preferredLanguage = Language(m_language->currentData().toInt());
    draft.ward = m_ward->currentText();
    draft.condition = m_condition->text();
    draft.consent = m_consent->consent();
    const QDateTime before = m_before ? m_before->registrationDate : m_desk.clock.now();
    if (m_registered->date() != m_desk.time.local(before).date())
        draft.registrationDate = m_desk.time.utc(m_registered->date(), QTime(12, 0));
    return draft;
}

bool PatientDialog::hasUnsavedWork() const
{
    const std::optional<PatientDraft> now = draft();
    const auto same = [](const PatientDraft &a, const PatientDraft &b) {
        return std::tie(a.patientNumber, a.name, a.phoneNumber, a.phoneIsShared, a.email, a.birthDate, a.birthYear,
                   a.age, a.gender, a.preferredLanguage, a.ward, a.condition, a.consent, a.registrationDate)
            == std::tie(b.patientNumber, b.name, b.phoneNumber, b.phoneIsShared, b.email, b.birthDate, b.birthYear,
                b.age, b.gender, b.preferredLanguage, b.ward, b.condition, b.consent, b.registrationDate);
    };
    return !now || !same(*now, m_start);
}

void PatientDialog::checkPhone()
{
    if (m_phone->text().trimmed().isEmpty())
        return m_phoneField->setError({});
    const auto number = PhoneNumber::parse(m_phone->text().trimmed(), u"phone_number"_s);
    m_phoneField->setError(number ? QString() : fieldErrorText(number.error()));
    offerNumber(number ? QString() : number.error().parameters.value(u"suggestion"_s).toString());
}

void PatientDialog::offerNumber(const QString &e164)
{
    m_suggestion = e164;
    m_newNumber->setVisible(!e164.isEmpty());
    if (!e164.isEmpty())
        m_newNumber->setText(tr("Write %1").arg(PhoneNumber::fromStored(e164).international()));
}

void PatientDialog::showBirth()
{
    const std::optional<Birth> birth = parseBirth(m_birth->text());
    m_birthField->setError({});
    if (!birth || *birth == Birth{} || birth->age)
        return m_birthField->setHint(tr("12/03/1990, 1990, or an age"));
    Patient person;
    person.birthDate = birth->date;
    person.birthYear = birth->year;
    m_birthField->setHint(tr("%n year(s) old", nullptr, person.age(m_desk.time.today()).value_or(0)));
}

void PatientDialog::save()
{
    if (isBusy())
        return;
    m_fields.clear();
    setProblem({});
    const std::optional<PatientDraft> wanted = draft();
    if (!wanted) {
        m_birthField->setError(tr("Write a date like 12/03/1990, a year like 1990 or an age like 34."));
        m_birth->setFocus();
        return setProblem(tr("Not readable: %1").arg(m_birthField->label()));
    }
    if (const QList<FieldError> errors = validate(*wanted, m_desk.clock.now()); !errors.isEmpty())
        return showProblems(Error{ErrorCode::Invalid, errors});
    send(*wanted);
}

void PatientDialog::send(const PatientDraft &draft)
{
    const std::optional<PatientId> id = m_before ? std::optional(m_before->id) : std::nullopt;
    PatientService &patients = m_desk.services.patients;
    const Session who = m_desk.session;
    store(Saving<Outcome, Patient>{.name = m_before ? m_before->name : QString(),
        .version = m_before ? std::optional(m_before->version) : std::nullopt,
        .store = [&patients, who, draft, id, accepted = m_acceptedDuplicates](
                     std::optional<qint64> version) -> Result<Outcome> {
            if (id)
                return patients.edit(who, *id, draft, version).map([](const Patient &p) {
                    return Outcome{.patient = p};
                });
            Result<QList<Patient>> duplicates = patients.possibleDuplicates(who, draft);
            if (!duplicates)
                return tl::unexpected(duplicates.error());
            duplicates->removeIf([&accepted](const Patient &patient) { return accepted.contains(patient.id); });
            if (!duplicates->isEmpty())
                return Outcome{.duplicates = *duplicates};
            return patients.create(who, draft).map([](const Patient &p) { return Outcome{.patient = p}; });
        },
        .stored = [this, draft](const Outcome &outcome) { answered(outcome, draft); },
        .read = [&patients, who, id] { return patients.find(who, id.value()); },
        .showTheirs =
            [this](const Patient &now) {
                m_before = now;
                fill(now);
                m_start = PatientDialog::draft().value_or(PatientDraft{});
            }});
}

void PatientDialog::answered(const Outcome &outcome, const PatientDraft &draft)
{
    if (outcome.patient) {
        Q_EMIT saved(*outcome.patient);
        return closeSaved();
    }
    Patient typed;
    typed.name = draft.name;
    const auto phone = PhoneNumber::parse(draft.phoneNumber.trimmed(), u"phone_number"_s);
    typed.phoneNumber = phone ? phone->e164() : QString();
    typed.birthYear = draft.birthDate ? std::optional(draft.birthDate->year()) : draft.birthYear;
    m_duplicate->setOther(typed, outcome.duplicates.first());
    m_duplicate->show();
    m_duplicate->takeFocus(); // which scrolls it into view
    setProblem(tr("Already registered?"));
}

void PatientDialog::showProblems(const Error &error)
{
    RecordDialog::showProblems(error);
    for (const FieldError &field : error.fields) {
        if (field.key == u"oldNumber"_s)
            offerNumber(field.parameters.value(u"suggestion"_s).toString());
    }
}

} // namespace accueil
