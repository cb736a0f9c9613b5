#include "ui/records/patientpicker.h"

#include "app/domain/phonenumber.h"
#include "app/services/patientservice.h"
#include "ui/background.h"
#include "ui/records/recordwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PatientPicker::PatientPicker(const RecordContext &desk, QWidget *parent)
    : QLineEdit(parent)
    , m_desk(desk)
    , m_items(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_items, this))
{
    setClearButtonEnabled(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(80ms);
    connect(&m_debounce, &QTimer::timeout, this, &PatientPicker::search);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (m_patient) {
            m_patient.reset();
            Q_EMIT patientChosen();
        }
        m_debounce.start();
    });
    // The clear button is no edit of the text in Qt's eyes.
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            setPatient(std::nullopt);
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { choose(index.row()); });
}

QString PatientPicker::describe(const RecordContext &desk, const Patient &patient)
{
    QStringList facts{patient.patientNumber};
    facts += RecordWords::age(patient.age(desk.time.today()));
    if (!patient.phoneNumber.isEmpty())
        facts += PhoneNumber::fromStored(patient.phoneNumber).international();
    facts.removeAll(QString());
    return u"%1  %2"_s.arg(patient.name, facts.join(u" · "_s));
}

void PatientPicker::setPatient(const std::optional<Patient> &patient)
{
    ++m_question;
    m_debounce.stop();
    if (m_patient == patient)
        return;
    m_patient = patient;
    setText(patient ? describe(m_desk, *patient) : QString());
    setCursorPosition(0);
    Q_EMIT patientChosen();
}

void PatientPicker::search()
{
    const QString words = text().trimmed();
    const int question = ++m_question;
    if (words.isEmpty())
        return offer({});
    PatientFilter filter;
    filter.search = words;
    inBackground(
        this,
        [&patients = m_desk.services.patients, who = m_desk.session, filter] {
            return patients.list(who, filter, PageRequest{.limit = 8});
        },
        [this, question](const Result<Page<Patient>> &answer) {
            if (question == m_question)
                offer(answer ? answer->items : QList<Patient>());
        });
}

void PatientPicker::offer(const QList<Patient> &found)
{
    m_offered = found;
    m_items->clear();
    for (const Patient &patient : found)
        m_items->appendRow(new QStandardItem(describe(m_desk, patient)));
    if (found.isEmpty())
        return m_completer->popup()->hide();
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void PatientPicker::choose(int row)
{
    if (row >= 0 && row < m_offered.size())
        setPatient(m_offered[row]);
}

void PatientPicker::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Enter in a dialog would press its main button: here it takes the offer, or looks for one at once.
    if (enters && popup->isVisible()) {
        choose(popup->currentIndex().row());
        popup->hide();
        return;
    }
    if (enters && !m_patient && !text().isEmpty())
        return search();
    QLineEdit::keyPressEvent(event);
}

} // namespace accueil
