#pragma once

#include "app/domain/channel.h"

#include <QMap>

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

} // namespace accueil
