#include "ui/feedback/linkdialog.h"

#include "app/domain/phonenumber.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/optioncard.h"

#include <QButtonGroup>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOffers = 4;
constexpr int longestQuote = 160;

} // namespace

LinkDialog::LinkDialog(const RecordContext &desk, const Feedback &feedback, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_feedback(feedback)
    , m_given(new QLabel)
    , m_words(new QLabel)
    , m_offerTitle(new QLabel)
    , m_offers(new QVBoxLayout)
    , m_choice(new QButtonGroup(this))
    , m_picker(new PatientPicker(desk))
{
    setObjectName(u"linkDialog"_s);
    m_pickerField = addField(m_picker, {}, {u"patient_id"_s});
    m_given->setFont(fontFor(TextRole::BodyBold));
    m_words->setProperty("ink", u"text2"_s);
    m_offerTitle->setFont(fontFor(TextRole::Label));
    for (QLabel *label : {m_given, m_words}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_offerTitle->hide();
    m_offers->setSpacing(metrics::gap);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_given);
    column->addWidget(m_words);
    column->addWidget(m_offerTitle);
    column->addLayout(m_offers);
    column->addWidget(m_pickerField);
    setForm(form);
    connect(m_picker, &PatientPicker::patientChosen, this, [this] {
        if (!m_picker->patient() || !m_choice->checkedButton())
            return;
        m_choice->setExclusive(false); // else one of them stays chosen
        m_choice->checkedButton()->setChecked(false);
        m_choice->setExclusive(true);
    });
    m_picker->setFocus();
    readSuggestions();
}

QStringList LinkDialog::searches(const Feedback &feedback)
{
    QStringList all{feedback.patientReference.trimmed()};
    QString digits;
    for (const QChar c : feedback.patientReference) {
        if (c.isDigit())
            digits += c;
    }
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (!digits.isEmpty() && digits.size() <= 6)
        all += u"P%1"_s.arg(digits, 6, u'0');
    all += feedback.phoneNumber;
    all.removeAll(QString());
    all.removeDuplicates();
    return all;
}

void LinkDialog::readSuggestions()
{
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session,
            searches = searches(m_feedback)]() -> Result<QList<Patient>> {
            QList<Patient> found;
            for (const QString &words : searches) {
                PatientFilter filter;
                filter.search = words;
                const Result<Page<Patient>> some = patients.list(who, filter, {.limit = mostOffers});
                if (!some)
                    return tl::unexpected(some.error());
                for (const Patient &patient : some->items) {
                    const bool isKnown = std::any_of(
                        found.cbegin(), found.cend(), [&](const Patient &other) { return other.id == patient.id; });
                    if (!isKnown && found.size() < mostOffers)
                        found.append(patient);
                }
            }
            return found;
        },
        [this](const Result<QList<Patient>> &found) {
            if (found)
                offer(*found);
        });
}

void LinkDialog::offer(const QList<Patient> &patients)
{
    m_offered = patients;
    m_offerTitle->setVisible(!patients.isEmpty());
    for (int i = 0; i < patients.size(); ++i) {
        const Patient &patient = patients.at(i);
        QStringList facts{patient.patientNumber, RecordWords::age(patient.age(m_desk.time.today())), patient.ward};
        if (patient.phoneNumber.startsWith(u'+'))
            facts += PhoneNumber::fromStored(patient.phoneNumber).international();
        facts.removeAll(QString());
        auto *card = new OptionCard(Icon::User);
        card->setWords(QString(patient.name).replace(u'&', u"&&"_s), facts.join(u" · "_s));
        m_choice->addButton(card, i);
        m_offers->addWidget(card);
        connect(card, &QRadioButton::clicked, this, [this] { m_picker->setPatient(std::nullopt); });
    }
    QMetaObject::invokeMethod( // once they have their places
        this,
        [this] {
            if (m_choice->button(0) && !m_picker->patient() && m_picker->text().isEmpty())
                m_choice->button(0)->setFocus(); // arrows and Space choose; nothing is chosen for anybody
            growToFit();
        },
        Qt::QueuedConnection);
}

std::optional<Patient> LinkDialog::chosen() const
{
    if (m_picker->patient())
        return m_picker->patient();
    const int offered = m_choice->checkedId();
    return offered >= 0 ? std::optional(m_offered.at(offered)) : std::nullopt;
}

void LinkDialog::save()
{
    m_fields.clear();
    setProblem({});
    const std::optional<Patient> patient = chosen();
    if (!patient) {
        m_pickerField->setError(tr("Choose the patient whom this is about."));
        m_picker->setFocus();
        return;
    }
    store(Saving<Feedback>{.name = tr("this feedback"),
        .version = m_feedback.version,
        .store =
            [&service = m_desk.services.feedback, who = m_desk.session, id = m_feedback.id, patient = patient->id,
                draft = draftOf(m_feedback)](std::optional<qint64> version) mutable {
                draft.patient = patient;
                return service.edit(who, id, draft, version);
            },
        .stored =
            [this](const Feedback &feedback) {
                Q_EMIT linked(feedback);
                closeSaved();
            },
        .read = [&service = m_desk.services.feedback, who = m_desk.session,
                    id = m_feedback.id] { return service.find(who, id); },
        .showTheirs =
            [this](const Feedback &theirs) {
                Q_EMIT linked(theirs);
                closeSaved();
            }});
}

void LinkDialog::retranslate()
{
    RecordDialog::retranslate();
    setTitle(tr("Link to a patient"));
    QStringList facts{tr("Number as given: %1").arg(m_feedback.patientReference), m_feedback.ward,
        m_desk.time.exact(m_feedback.feedbackDate)};
    facts.removeAll(QString());
    m_given->setText(facts.join(u" · "_s));
    const QString words = RecordWords::wordsIn(m_feedback).simplified();
    m_words->setText(words.size() > longestQuote ? words.left(longestQuote) + u'…' : words);
    m_words->setVisible(!words.isEmpty());
    m_offerTitle->setText(tr("May be meant"));
    m_pickerField->setLabel(tr("&Another patient"));
    m_pickerField->setHint(tr("name, number or telephone"));
}

} // namespace accueil
