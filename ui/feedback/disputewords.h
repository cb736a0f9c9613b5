#pragma once

#include "app/domain/dispute.h"

#include <QCoreApplication>

namespace accueil {

class TimeWords;

// One line of a comparison: what a field is called, and what each of the two says in it.
struct DisputeLine
{
    QString name;
    QString stored;
    QString received;
    bool differs = false;
};

// The words for two submissions that came under one identity.
class DisputeWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::DisputeWords)
public:
    // Every field in which one of the two says something, in the order of the form.
    static QList<DisputeLine> lines(const DisputeComparison &comparison, const TimeWords &time);
    static QString name(QStringView field); // empty: none that a form shows
    static QString title(const Dispute &dispute, const TimeWords &time); // "Maternité, salle 2 · today, 10:42"

private:
    static QString value(QStringView field, const Feedback &feedback, const TimeWords &time);
};

} // namespace accueil
