#include "ui/patients/duplicatebanner.h"

#include "app/domain/textfolding.h"
#include "ui/widgets/button.h"

namespace accueil {

using namespace Qt::StringLiterals;

DuplicateBanner::DuplicateBanner(QWidget *parent)
    : Banner(Tone::Warning, parent)
    , m_open(new Button(Button::Second, this, Button::Small))
    , m_dismiss(new Button(Button::Quiet, this, Button::Small))
{
    m_open->setSymbol(Icon::Eye);
    addButton(m_open);
    addButton(m_dismiss);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(m_other.id); });
    connect(m_dismiss, &QAbstractButton::clicked, this, [this] { Q_EMIT dismissed(m_other.id); });
    retranslate();
}

void DuplicateBanner::setOther(const Patient &patient, const Patient &other)
{
    m_patient = patient;
    m_other = other;
    retranslate();
}

void DuplicateBanner::takeFocus()
{
    m_open->setFocus(Qt::OtherFocusReason);
}

QString DuplicateBanner::likeness() const
{
    QStringList reasons;
    if (!m_patient.phoneNumber.isEmpty() && m_patient.phoneNumber == m_other.phoneNumber)
        reasons += tr("same telephone");
    if (m_patient.birthYear && m_patient.birthYear == m_other.birthYear)
        reasons += tr("same year of birth");
    QStringList own = foldedTokens(m_patient.name);
    QStringList theirs = foldedTokens(m_other.name);
    own.sort();
    theirs.sort();
    if (own == theirs)
        reasons += tr("same name");
    if (reasons.isEmpty())
        reasons += tr("close name");
    QString sentence = reasons.join(u", "_s) + u'.';
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

void DuplicateBanner::retranslate()
{
    setWords(tr("Perhaps the same person: %1 “%2”").arg(m_other.patientNumber, m_other.name), likeness());
    m_open->setText(tr("Open the other record"));
    m_dismiss->setText(tr("They are two persons"));
}

} // namespace accueil
