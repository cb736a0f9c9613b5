#pragma once

#include "app/domain/feedback.h"

#include <QStringList>

namespace accueil {

// Which of two submissions under one client_id a person chose.
enum class DisputeChoice { Stored, Received };

inline constexpr EnumTable<DisputeChoice, 2> disputeChoiceTable{{{
    {DisputeChoice::Stored, u"stored"},
    {DisputeChoice::Received, u"received"},
}}};

// Something else that came under the client_id of a feedback; open until a person has chosen.
struct Dispute
{
    DisputeId id;
    QString clientId;
    FeedbackId feedback;
    std::optional<DeviceId> device; // that sent it
    QString deviceName;
    QDateTime receivedAt; // UTC
    std::optional<DisputeChoice> kept;
    std::optional<QDateTime> resolvedAt;

    friend bool operator==(const Dispute &, const Dispute &) = default;
};

// The two of a dispute side by side.
struct DisputeComparison
{
    Dispute dispute;
    Feedback stored; // as it is now
    // As `stored` would be; its recording is not among it. Nothing once a person has chosen: what lost is deleted.
    std::optional<Feedback> received;
    QStringList differing; // wire names of the fields; audio_url when another recording came or was announced
};

} // namespace accueil
