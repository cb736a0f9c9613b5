#pragma once

#include <QString>

namespace accueil {

// What SMS have cost since the month began, by the hospital's own price.
struct SmsSpending
{
    double spent = 0;
    double budget = 0; // 0: none
    QString currency; // ISO 4217

    bool hasBudget() const { return budget > 0; }
    double share() const { return hasBudget() ? spent / budget : 0; }
    bool isNearlySpent() const { return share() >= 0.8; }
    bool isSpent() const { return share() >= 1; }
};

} // namespace accueil
