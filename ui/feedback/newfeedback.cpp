#include "ui/feedback/newfeedback.h"

namespace accueil {

NewFeedback::NewFeedback(const RecordContext &desk, const WardList &wards, QWidget *page)
    : QObject(page)
    , m_desk(desk)
    , m_wards(wards)
    , m_page(page)
{
}

FeedbackDialog *NewFeedback::open(const std::optional<Patient> &patient)
{
    auto *dialog = new FeedbackDialog(m_desk, m_wards, std::nullopt, m_page);
    const bool same = m_kept && (!patient || (m_kept->patient && m_kept->patient->id == patient->id));
    if (same)
        dialog->takeUp(*m_kept);
    else if (patient)
        dialog->setPatient(*patient);
    connect(dialog, &FeedbackDialog::kept, this, [this](const KeptFeedback &kept) { m_kept = kept; });
    connect(dialog, &FeedbackDialog::draftDone, this, [this] { m_kept.reset(); });
    connect(dialog, &FeedbackDialog::saved, this, &NewFeedback::saved);
    dialog->open();
    return dialog;
}

} // namespace accueil
