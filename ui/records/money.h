#pragma once

#include <QString>

namespace accueil {

// An amount in the person's language; `currency` as in ISO 4217.
QString moneyText(double amount, const QString &currency);

// What a person typed as an amount, as the person's language or English writes it: nothing is 0, what is no number is
// -1, for the service to refuse.
double amountOf(const QString &text);
QString amountText(double amount); // to be edited; empty for 0

} // namespace accueil
