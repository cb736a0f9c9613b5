#include "app/services/reconciliation.h"

#include "app/domain/smstext.h"
#include "app/domain/textfolding.h"

#include <algorithm>

namespace accueil {

using namespace std::chrono_literals;

namespace {

// Between the note that an attempt begins and the provider's own note no more than this can pass the wrong way round.
constexpr std::chrono::seconds knownClockTolerance = 30s;
constexpr std::chrono::seconds unknownClockTolerance = 10min;

// A provider may respell a text ("Smart Encoding") or put words around it (trial accounts).
bool looksLike(const QString &found, const QString &text)
{
    const QStringList wanted = foldedTokens(plainSpelling(text));
    const QStringList words = foldedTokens(plainSpelling(found));
    return !wanted.isEmpty() && std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

} // namespace

Reconciliation reconcile(const MessageInDoubt &doubt, const TrackedMessages &messages, const QSet<QString> &known,
    int twins, bool clockIsKnown)
{
    const QDateTime begin = doubt.startedAt.addDuration(-(clockIsKnown ? knownClockTolerance : unknownClockTolerance));
    QList<ProviderMessage> certain;
    // What was not read is older than what was: of no matter once that reaches back behind the attempt.
    const bool reachesBack = !messages.messages.isEmpty() && messages.messages.constLast().createdAt
        && *messages.messages.constLast().createdAt < begin;
    bool isDoubtful = !messages.complete && !reachesBack;
    for (const ProviderMessage &message : messages.messages) {
        if (known.contains(message.news.providerMessageId))
            continue;
        // Some senders spell plainly what they cannot show.
        const bool isSame = message.text == doubt.text || message.text == plainSpelling(doubt.text);
        if (!isSame && !looksLike(message.text, doubt.text))
            continue;
        const bool isInTime = !message.createdAt || *message.createdAt >= begin;
        if (isSame && isInTime)
            certain << message;
        else
            isDoubtful = true;
    }
    if (certain.isEmpty())
        return {isDoubtful ? Finding::Ambiguous : Finding::NotFound, {}};
    // Of calls nobody can tell which of them it is that is there.
    const bool isCall = doubt.text.isEmpty();
    if (certain.size() > twins || (isCall && certain.size() < twins))
        return {Finding::Ambiguous, {}};
    return {Finding::Found, certain.constLast().news}; // the oldest: the others are for its twins
}

} // namespace accueil
