#pragma once

#include "app/domain/enumtable.h"

namespace accueil {

enum class Channel { Sms, Ivr, Email };

inline constexpr EnumTable<Channel, 3> channelTable{{{
    {Channel::Sms, u"sms"},
    {Channel::Ivr, u"ivr"},
    {Channel::Email, u"email"},
}}};

// What a message is about; consent is given per channel and purpose.
enum class Purpose { Appointment, Medication, FollowUp, Results, Survey, Other };

inline constexpr EnumTable<Purpose, 6> purposeTable{{{
    {Purpose::Appointment, u"appointment"},
    {Purpose::Medication, u"medication"},
    {Purpose::FollowUp, u"follow_up"},
    {Purpose::Results, u"results"},
    {Purpose::Survey, u"survey"},
    {Purpose::Other, u"other"},
}}};

} // namespace accueil
