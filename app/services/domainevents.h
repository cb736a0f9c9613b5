#pragma once

#include "app/domain/identifier.h"

#include <QObject>

namespace accueil {

// What changed, told after the commit, from whichever thread did it; connect with a context object so that it arrives
// on the listener's thread. Coarse on purpose: listeners read again what they show.
class DomainEvents : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void patientChanged(accueil::PatientId id);
    void feedbackChanged(accueil::FeedbackId id);
    void reminderChanged(accueil::ReminderId id);
    void appointmentChanged(accueil::AppointmentId id);
    void plansChanged(); // of reminders
    void userChanged(accueil::UserId id);
    void settingsChanged();
    void templatesChanged();
    void devicesChanged(); // paired, renamed, revoked, or heard of
    void disputesChanged(); // submissions under a client_id that is taken: kept, or settled
    void tabletContentChanged(); // questions, texts, prompts
    void casesChanged(); // worked on, or other rules; new ones come with feedbackChanged and recordsImported
    void recordsImported(); // many rows at once, imported or otherwise: read everything again
};

} // namespace accueil
