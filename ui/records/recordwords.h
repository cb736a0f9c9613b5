#pragma once

#include "app/domain/deliveryrules.h"
#include "app/domain/feedback.h"
#include "app/domain/patient.h"
#include "app/domain/understanding.h"

#include <QCoreApplication>

namespace accueil {

class TimeWords;

// The words of the window for the values of records. Languages are called what their speakers call them.
class RecordWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::RecordWords)
public:
    static QString language(Language language);
    static QString channel(Channel channel);
    static QString purpose(Purpose purpose);
    static QString gender(Gender gender); // empty when unknown
    static QString method(SubmissionMethod method);
    static QString status(ReminderStatus status);
    static QString topic(const QString &key); // in words; of an unknown one its key
    static QString sentiment(Sentiment sentiment);
    static QString recurrence(const Recurrence &recurrence);
    // Why a message does not leave at its time, and when it does; a sentence.
    static QString delay(const SendDelay &delay, const TimeWords &time);
    static QString age(std::optional<int> years); // "34 years", empty when unknown
    static QString wordsIn(const Feedback &feedback); // what the person said: comments, else transcript
    // The overall star rating, else the face, else the mean of the others rounded to a whole star.
    static std::optional<int> rating(const Feedback &feedback);
};

} // namespace accueil
