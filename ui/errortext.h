#pragma once

#include "app/domain/reminder.h"
#include "app/domain/result.h"

#include <QString>

namespace accueil {

// Every failure in words of the person's language. GUI thread only (translations).
QString errorText(const Error &error); // one sentence for the whole
QString fieldErrorText(const FieldError &error); // one sentence for under the field
QString reasonText(const ReasonKey &reason); // why a reminder is where it is; empty for none

// The keys that have words, so that a test can hold them against the rules that can break.
QStringList knownFieldErrorKeys();
QStringList knownReasonKeys();

} // namespace accueil
