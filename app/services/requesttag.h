#pragma once

#include "app/domain/appointment.h"
#include "app/domain/feedback.h"
#include "app/domain/reminder.h"
#include "app/security/blindindex.h"

namespace accueil {

// Everything that a request said, but for its client_id, as one keyed number: equal requests have equal tags, also when
// the row they made was edited since or when a new version of the program knows more fields. Who reads the store learns
// nothing from it.
// `audioHash`: SHA-256 of the recording, its 32 bytes; empty without one.
qint64 requestTag(const BlindIndex &index, const FeedbackDraft &draft, const QByteArray &audioHash);
qint64 requestTag(const BlindIndex &index, const ReminderDraft &draft);
qint64 requestTag(const BlindIndex &index, const AppointmentDraft &draft);

// A client_id that comes again with something else. Conflict, `repeatDiffers`.
tl::unexpected<Error> repeatDiffers();

} // namespace accueil
