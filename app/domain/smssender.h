#pragma once

#include "app/domain/enumtable.h"

#include <QStringView>

namespace accueil {

// What an SMS may say it is from.
enum class SmsSenderKind {
    None, // nothing of these
    Number, // E.164; the only one that can also call
    Name, // 1 to 11 letters, digits and spaces with at least one letter; nobody can answer it
    Service, // one of Twilio's Messaging Services, by its SID (MG and 32 hexadecimal digits)
};

SmsSenderKind smsSenderKind(QStringView text);

// Whether answers to the sender of the hospital's SMS arrive.
enum class SenderReceives { ByKind, Yes, No };

inline constexpr EnumTable<SenderReceives, 3> senderReceivesTable{{{
    {SenderReceives::ByKind, u"auto"}, // a number receives, a name and a service do not
    {SenderReceives::Yes, u"yes"},
    {SenderReceives::No, u"no"},
}}};

// Whether a text asks for an answer (répondez, répondre, reply), other than to say that there is none to be given.
bool asksForReply(QStringView text);

} // namespace accueil
