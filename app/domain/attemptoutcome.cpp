#include "app/domain/attemptoutcome.h"

namespace accueil {

namespace {

// How far along the way a state is.
int stage(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Sending:
        return 0;
    case AttemptOutcome::Unknown:
        return 1;
    case AttemptOutcome::Accepted:
        return 2;
    case AttemptOutcome::Sent:
        return 3;
    case AttemptOutcome::Delivered:
    case AttemptOutcome::Undelivered:
    case AttemptOutcome::Failed:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isFinal(AttemptOutcome outcome)
{
    return stage(outcome) == 4;
}

bool mayBecome(AttemptOutcome from, AttemptOutcome to)
{
    return stage(from) < stage(to);
}

} // namespace accueil
