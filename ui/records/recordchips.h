#pragma once

#include "app/domain/patient.h"
#include "app/domain/reminder.h"
#include "ui/widgets/chip.h"

#include <QCoreApplication>

namespace accueil {

// The chips of records (design: mockups/tokens.md section 1, "Chips").
class RecordChips
{
    Q_DECLARE_TR_FUNCTIONS(accueil::RecordChips)
public:
    static Chip of(ReminderStatus status);
    static Chip of(AttemptOutcome outcome);
    static Chip of(Language language);
    // What the hospital may send: granted for any purpose, else stopped for all of them, refused for some, never asked.
    static Chip consent(const Patient &patient, Channel channel);
};

} // namespace accueil
