#pragma once

#include "app/domain/channel.h"
#include "app/domain/identifier.h"

#include <QDateTime>
#include <QMap>

#include <optional>

#include <utility>

namespace accueil {

enum class ConsentState { Granted, Refused }; // absent: never asked

inline constexpr EnumTable<ConsentState, 2> consentStateTable{{{
    {ConsentState::Granted, u"granted"},
    {ConsentState::Refused, u"refused"},
}}};

using Consent = QMap<std::pair<Channel, Purpose>, ConsentState>;

// What the hospital takes for granted of a patient who was never asked.
enum class ConsentPolicy {
    Assumed, // messages that belong to the care
    Required, // nothing
};

inline constexpr EnumTable<ConsentPolicy, 2> consentPolicyTable{{{
    {ConsentPolicy::Assumed, u"assumed"},
    {ConsentPolicy::Required, u"required"},
}}};

// Whether a patient who said this may get a message. Who was never asked gets no survey, whatever the policy: it is for
// the hospital's sake, not for the patient's care.
bool consentAllows(const Consent &consent, Channel channel, Purpose purpose, ConsentPolicy policy);

// How a word about consent reached the hospital.
enum class ConsentMethod { Desk, Api, Sms, Ivr, Email, Provider, Import, Tablet };

inline constexpr EnumTable<ConsentMethod, 8> consentMethodTable{{{
    {ConsentMethod::Desk, u"desk"},
    {ConsentMethod::Api, u"api"},
    {ConsentMethod::Sms, u"sms"}, // the patient's own STOP or START
    {ConsentMethod::Ivr, u"ivr"}, // key 9 in a call
    {ConsentMethod::Email, u"email"}, // unsubscribed
    {ConsentMethod::Provider, u"provider"}, // the provider refused to send: opted out there (Twilio's error 21610)
    {ConsentMethod::Import, u"import"},
    {ConsentMethod::Tablet, u"tablet"},
}}};

// One word about consent as it was recorded.
struct ConsentEntry
{
    qint64 id = 0;
    PatientId patient;
    Channel channel = Channel::Sms;
    Purpose purpose = Purpose::Other;
    std::optional<ConsentState> state; // nothing: taken back, as if never asked
    QDateTime at; // UTC
    qint64 actor = 0; // user id; 0: nobody of the hospital
    QString actorName;
    ConsentMethod method = ConsentMethod::Desk;
    QString detail; // one of consentdetail; empty: said for this channel and purpose alone

    friend bool operator==(const ConsentEntry &, const ConsentEntry &) = default;
};

// What a word about consent was part of; ui/ has the sentences.
namespace consentdetail {
inline constexpr QStringView stop = u"stop"; // the patient said stop: no more messages on this channel
inline constexpr QStringView start = u"start"; // and start again
inline constexpr QStringView stoppedAddress = u"stoppedAddress"; // took over a number or address that had said stop
} // namespace consentdetail

// Whether this entry says that the patient stopped; only new consent undoes that, no edit of the record.
bool isStop(const ConsentEntry &entry);

// What a member of staff or an API client wants to record, before it is checked.
struct ConsentDraft
{
    Channel channel = Channel::Sms;
    std::optional<Purpose> purpose; // nothing: all of them
    ConsentState state = ConsentState::Granted;
    ConsentMethod method = ConsentMethod::Desk; // how the patient said it
};

// How the present consent for one channel and purpose came about.
struct ConsentStanding
{
    Channel channel = Channel::Sms;
    Purpose purpose = Purpose::Other;
    std::optional<ConsentState> state;
    std::optional<ConsentEntry> said; // nothing: from before words about consent were kept, or never asked
};

} // namespace accueil
