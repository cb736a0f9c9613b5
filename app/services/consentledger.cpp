#include "app/services/consentledger.h"

#include "app/domain/fieldrules.h"
#include "app/domain/phonenumber.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

std::optional<ConsentState> stateIn(const Consent &consent, Channel channel, Purpose purpose)
{
    const auto state = consent.constFind({channel, purpose});
    return state == consent.cend() ? std::nullopt : std::optional(*state);
}

} // namespace

ConsentWords differences(const Consent &before, const Consent &after)
{
    ConsentWords words;
    for (const auto &channel : channelTable.rows) {
        for (const auto &purpose : purposeTable.rows) {
            const std::optional<ConsentState> state = stateIn(after, channel.value, purpose.value);
            if (state != stateIn(before, channel.value, purpose.value))
                words.insert({channel.value, purpose.value}, state);
        }
    }
    return words;
}

QString addressOf(const Patient &patient, Channel channel)
{
    return channel == Channel::Email ? patient.email : patient.phoneNumber;
}

bool isWanted(const ReminderDraft &draft, const Patient &patient, ConsentPolicy policy, ConsentRepository &consents)
{
    const bool byEmail = draft.channel == Channel::Email;
    const QString own = cleanLine(byEmail ? draft.email : draft.phoneNumber);
    QString address = own.isEmpty() ? addressOf(patient, draft.channel) : own;
    if (!byEmail && !own.isEmpty())
        address = PhoneNumber::parse(own, {}).map(&PhoneNumber::e164).value_or(QString());
    return consentAllows(patient.consent, draft.channel, draft.purpose, policy)
        && !consents.stop(draft.channel, address);
}

ConsentLedger::ConsentLedger(Database &database, const StoreCipher &cipher, const Clock &clock)
    : m_clock(clock)
    , m_consents(database, cipher)
{
}

QList<FieldError> ConsentLedger::forbidden(const Patient &before, const Patient &after)
{
    const ConsentWords words = differences(before.consent, after.consent);
    if (words.isEmpty())
        return {};
    const auto last = m_consents.last(before.id);
    for (auto word = words.cbegin(); word != words.cend(); ++word) {
        if (*word == ConsentState::Refused)
            continue;
        const auto said = last.constFind(word.key());
        const Channel channel = word.key().first;
        if ((said != last.cend() && isStop(*said)) || m_consents.stop(channel, addressOf(before, channel)))
            return {{u"consent"_s, u"consentStopped"_s}};
    }
    return {};
}

QMap<Channel, ConsentMethod> ConsentLedger::takeOverStops(const Patient &before, Patient &after)
{
    QMap<Channel, ConsentMethod> takenOver;
    for (const auto &channel : channelTable.rows) {
        const QString address = addressOf(after, channel.value);
        if (address == addressOf(before, channel.value))
            continue;
        const std::optional<ConsentMethod> stop = m_consents.stop(channel.value, address);
        if (!stop)
            continue;
        takenOver.insert(channel.value, *stop);
        for (const auto &purpose : purposeTable.rows)
            after.consent.insert({channel.value, purpose.value}, ConsentState::Refused);
    }
    return takenOver;
}

void ConsentLedger::write(const Session &who, ConsentMethod method, const Patient &before, const Patient &after,
    const QMap<Channel, ConsentMethod> &takenOver)
{
    const QDateTime now = m_clock.now();
    ConsentWords own = differences(before.consent, after.consent);
    for (auto stop = takenOver.cbegin(); stop != takenOver.cend(); ++stop) {
        ConsentWords taken;
        for (auto word = own.begin(); word != own.end();) {
            const bool isTaken = word.key().first == stop.key();
            if (isTaken)
                taken.insert(word.key(), *word);
            word = isTaken ? own.erase(word) : std::next(word);
        }
        write({}, *stop, after.id, taken, consentdetail::stoppedAddress, now);
    }
    write(who, method, after.id, own, {}, now);
}

void ConsentLedger::write(const Session &who, ConsentMethod method, PatientId patient, const ConsentWords &words,
    QStringView detail, const QDateTime &at)
{
    for (auto word = words.cbegin(); word != words.cend(); ++word) {
        m_consents.append({.patient = patient,
            .channel = word.key().first,
            .purpose = word.key().second,
            .state = *word,
            .at = at,
            .actor = who.user.value,
            .actorName = who.username,
            .method = method,
            .detail = detail.toString()});
    }
}

} // namespace accueil
