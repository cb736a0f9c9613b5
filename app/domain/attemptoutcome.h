#pragma once

#include "app/domain/enumtable.h"

namespace accueil {

// Where one try at delivering a reminder stands. A try begins as `Sending`, before the provider is asked; that a
// program has claimed the reminder is the lease of the reminder, not yet a try.
//
//   Sending ──► Accepted ──► Sent ──► Delivered        the provider has it; it left; it arrived
//      │            └──────────┴────► Undelivered      the network gave it up (and `Failed` before it left)
//      ├──► Failed                                     certainly not sent
//      └──► Unknown ──► any of the above               no answer: the provider is asked, or a person
//
// `Delivered`, `Undelivered` and `Failed` are final.
enum class AttemptOutcome { Sending, Accepted, Sent, Delivered, Undelivered, Failed, Unknown };

inline constexpr EnumTable<AttemptOutcome, 7> attemptOutcomeTable{{{
    {AttemptOutcome::Sending, u"sending"},
    {AttemptOutcome::Accepted, u"accepted"},
    {AttemptOutcome::Sent, u"sent"},
    {AttemptOutcome::Delivered, u"delivered"},
    {AttemptOutcome::Undelivered, u"undelivered"},
    {AttemptOutcome::Failed, u"failed"},
    {AttemptOutcome::Unknown, u"unknown"},
}}};

bool isFinal(AttemptOutcome outcome);

// Whether news may move an attempt from `from` to `to`: never back from a final state, never from a later one to an
// earlier one, so that news may be late, repeated or out of order.
bool mayBecome(AttemptOutcome from, AttemptOutcome to);

} // namespace accueil
