#pragma once

#include "app/domain/feedback.h"
#include "app/domain/listing.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace accueil {

enum class FeedbackSort { Date, Overall };

struct FeedbackFilter
{
    std::optional<PatientId> patient;
    QString patientReference; // a number: matched or as given
    QString ward;
    std::optional<Language> language;
    std::optional<SubmissionMethod> method;
    std::optional<QDateTime> from; // UTC, inclusive
    std::optional<QDateTime> until; // UTC, exclusive
    std::optional<int> overallAtMost;
    std::optional<bool> processed;
    std::optional<QList<FeedbackId>> among; // only these
    std::optional<bool> matched; // false: a number was given that no patient has
    FeedbackSort sort = FeedbackSort::Date;
    SortOrder order = SortOrder::Descending;
};

} // namespace accueil
