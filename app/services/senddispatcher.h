#pragma once

#include "app/services/messagesender.h"

#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>

#include <chrono>
#include <functional>

namespace accueil {

// Hands messages to their senders on `lanes` threads, so that a provider that takes its time for one message does not
// hold up the others; with one lane on the caller's own thread, one after the other. All calls from one thread; waits
// in its destructor for what is under way.
class SendDispatcher
{
public:
    struct Answer
    {
        qint64 key = 0;
        SendReport report;
    };

    // `afterSend` runs on the thread that sent.
    SendDispatcher(int lanes, std::function<void()> afterSend);
    ~SendDispatcher();

    // An answer that was not taken keeps its lane: what it says may concern the next message.
    int freeLanes() const;
    int underWay() const;
    // `mayStill` is asked at the last moment, on the thread that sends; what may not is reported as `interrupted`,
    // certainly not sent. A sender that throws a std::exception leaves a doubt.
    void start(
        qint64 key, MessageSender &sender, const OutgoingMessage &message, const std::function<bool()> &mayStill);
    QList<Answer> takeAnswers();
    void waitForAnswer(std::chrono::milliseconds limit); // returns at once when there is one or nothing is under way

private:
    void send(qint64 key, MessageSender &sender, const OutgoingMessage &message, const std::function<bool()> &mayStill);

    const int m_lanes;
    const std::function<void()> m_afterSend;
    mutable QMutex m_mutex; // guards what follows
    QWaitCondition m_answered;
    QList<Answer> m_answers;
    int m_underWay = 0;
    QThreadPool m_threads; // last: its threads use the others
};

} // namespace accueil
