#pragma once

#include "ui/feedback/feedbackdialog.h"

#include <QObject>

namespace accueil {

// Opens the form for a new feedback and keeps what was begun when it is closed without saving, until the page is gone:
// a receptionist may look something up in between.
class NewFeedback final : public QObject
{
    Q_OBJECT
public:
    NewFeedback(const RecordContext &desk, const WardList &wards, QWidget *page);

    // `patient`: whose feedback it is. What was begun for another person waits until the form is opened without one.
    FeedbackDialog *open(const std::optional<Patient> &patient = {});

Q_SIGNALS:
    void saved(const accueil::Feedback &feedback);

private:
    const RecordContext &m_desk;
    const WardList &m_wards;
    QWidget *m_page;
    std::optional<KeptFeedback> m_kept;
};

} // namespace accueil
