#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace accueil::demo {

// Invented people and words for the demonstration store. No text in Duala, Basaa or Ewondo: those are for native
// speakers.
struct InventedWard
{
    QString name;
    int quality; // 0..100: how content its patients are on average
};

const QList<InventedWard> &wards();
const QStringList &familyNames();
const QStringList &femaleNames();
const QStringList &maleNames();
const QStringList &conditions();
// What people say who give `stars` (1-5), in French or English.
const QStringList &frenchWords(int stars);
const QStringList &englishWords(int stars);

} // namespace accueil::demo
