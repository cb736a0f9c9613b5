#pragma once

#include "app/domain/patient.h"
#include "ui/widgets/banner.h"

namespace accueil {

class Button;

// Says that another record may be the same person, and offers to look at it or to say that they are two.
class DuplicateBanner final : public Banner
{
    Q_OBJECT
public:
    explicit DuplicateBanner(QWidget *parent = nullptr);

    void takeFocus(); // to the harmless answer
    void setOther(const Patient &patient, const Patient &other);
    void retranslate();

Q_SIGNALS:
    void openRequested(accueil::PatientId other);
    void dismissed(accueil::PatientId other);

private:
    QString likeness() const;

    Patient m_patient;
    Patient m_other;
    Button *m_open;
    Button *m_dismiss;
};

} // namespace accueil
