#include "app/domain/twiliostatus.h"

#include <algorithm>
#include <array>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct StatusRow
{
    QStringView key; // Twilio's status
    AttemptOutcome outcome;
    QStringView reason = {};
};

constexpr std::array messageRows{
    StatusRow{u"accepted", AttemptOutcome::Accepted},
    StatusRow{u"scheduled", AttemptOutcome::Accepted},
    StatusRow{u"queued", AttemptOutcome::Accepted},
    StatusRow{u"sending", AttemptOutcome::Accepted},
    StatusRow{u"sent", AttemptOutcome::Sent},
    StatusRow{u"partially_delivered", AttemptOutcome::Sent},
    StatusRow{u"delivered", AttemptOutcome::Delivered},
    StatusRow{u"read", AttemptOutcome::Delivered},
    StatusRow{u"undelivered", AttemptOutcome::Undelivered},
    StatusRow{u"failed", AttemptOutcome::Failed},
    StatusRow{u"canceled", AttemptOutcome::Failed, u"cancelledAtProvider"},
};

constexpr std::array callRows{
    StatusRow{u"queued", AttemptOutcome::Accepted},
    StatusRow{u"initiated", AttemptOutcome::Accepted},
    StatusRow{u"ringing", AttemptOutcome::Accepted},
    StatusRow{u"in-progress", AttemptOutcome::Accepted},
    StatusRow{u"completed", AttemptOutcome::Delivered},
    StatusRow{u"busy", AttemptOutcome::Undelivered, u"phoneBusy"},
    StatusRow{u"no-answer", AttemptOutcome::Undelivered, u"noAnswer"},
    StatusRow{u"failed", AttemptOutcome::Failed, u"callFailed"},
    StatusRow{u"canceled", AttemptOutcome::Failed, u"cancelledAtProvider"},
};

struct ErrorRow
{
    QStringView key; // Twilio's code
    QStringView reason;
};

constexpr std::array errorRows{
    ErrorRow{u"21610", u"optedOut"}, ErrorRow{u"30001", u"providerBusy"}, // queue overflow
    ErrorRow{u"30002", u"senderNotAllowed"}, // the account is suspended
    ErrorRow{u"30003", u"phoneUnreachable"}, // switched off, no network
    ErrorRow{u"30004", u"blockedByCarrier"}, ErrorRow{u"30005", u"unknownNumber"}, // unknown to the network
    ErrorRow{u"30006", u"landline"}, // or a carrier that cannot be reached
    ErrorRow{u"30007", u"filtered"}, ErrorRow{u"30008", u"providerError"}, // nobody says why
};

template <typename Row, size_t N>
const Row *rowOf(const std::array<Row, N> &rows, QStringView key)
{
    const auto row = std::ranges::find(rows, key, &Row::key);
    return row == rows.end() ? nullptr : &*row;
}

template <size_t N>
std::optional<TwilioVerdict> verdictOf(const std::array<StatusRow, N> &rows, QStringView status)
{
    const StatusRow *row = rowOf(rows, status);
    return row ? std::optional(TwilioVerdict{row->outcome, row->reason.toString()}) : std::nullopt;
}

QString reasonOf(QStringView errorCode)
{
    const ErrorRow *row = rowOf(errorRows, errorCode);
    return row ? row->reason.toString() : u"providerRefused"_s;
}

} // namespace

std::optional<TwilioVerdict> twilioMessageVerdict(QStringView status, QStringView errorCode)
{
    std::optional<TwilioVerdict> verdict = verdictOf(messageRows, status);
    const bool isFailure
        = verdict && (verdict->outcome == AttemptOutcome::Undelivered || verdict->outcome == AttemptOutcome::Failed);
    if (isFailure && verdict->reason.isEmpty())
        verdict->reason = reasonOf(errorCode);
    return verdict;
}

std::optional<TwilioVerdict> twilioCallVerdict(QStringView status, QStringView answeredBy)
{
    std::optional<TwilioVerdict> verdict = verdictOf(callRows, status);
    const bool isMachine = answeredBy.startsWith(u"machine") || answeredBy == u"fax";
    if (verdict && verdict->outcome == AttemptOutcome::Delivered && isMachine)
        verdict->reason = u"answeringMachine"_s;
    return verdict;
}

} // namespace accueil
