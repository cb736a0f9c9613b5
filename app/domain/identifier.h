#pragma once

#include <QHashFunctions>
#include <QMetaType>

namespace accueil {

// The number of a row, typed by its entity so that one kind cannot be passed for another. 0 is "none".
template <typename Tag>
struct Identifier
{
    qint64 value = 0;

    constexpr explicit operator bool() const { return value > 0; }
    friend constexpr auto operator<=>(const Identifier &, const Identifier &) = default;
    friend size_t qHash(const Identifier &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using UserId = Identifier<struct UserTag>;
using PatientId = Identifier<struct PatientTag>;
using FeedbackId = Identifier<struct FeedbackTag>;
using ReminderId = Identifier<struct ReminderTag>;
using AppointmentId = Identifier<struct AppointmentTag>;
using AttemptId = Identifier<struct AttemptTag>;
using AttachmentId = Identifier<struct AttachmentTag>;
using DeviceId = Identifier<struct DeviceTag>;
using DisputeId = Identifier<struct DisputeTag>;
using CaseId = Identifier<struct CaseTag>;

} // namespace accueil
Q_DECLARE_METATYPE(accueil::UserId)
Q_DECLARE_METATYPE(accueil::PatientId)
Q_DECLARE_METATYPE(accueil::FeedbackId)
Q_DECLARE_METATYPE(accueil::ReminderId)
Q_DECLARE_METATYPE(accueil::AppointmentId)
Q_DECLARE_METATYPE(accueil::CaseId)
