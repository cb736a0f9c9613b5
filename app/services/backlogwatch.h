#pragma once

#include "app/services/attemptrecorder.h"
#include "app/services/domainevents.h"
#include "db/channelstaterepository.h"
#include "db/reminderqueue.h"
#include "db/reminderrepository.h"

#include <QMap>

namespace accueil {

// Notices that a channel could not send for a while: no program ran, no provider answered, or the clock jumped. What
// became due meanwhile is late; more than the limit of it at once waits for a person (`late`). What drains slowly while
// the channel works is not late. Throws DatabaseError.
class BacklogWatch
{
public:
    BacklogWatch(Database &database, const StoreCipher &cipher, DomainEvents &events,
        std::function<HospitalSettings()> settings);

    // To be told at every round, before anything is claimed: `channel` can send now.
    void noteAble(Channel channel, const QDateTime &now);
    // Waiting or late reminders that are no longer of use become `expired`, also where nothing can be sent.
    void expireUseless(const QDateTime &now);

private:
    bool holdLate(Channel channel, const QDateTime &dueBefore, const QDateTime &now);

    Database &m_database;
    DomainEvents &m_events;
    std::function<HospitalSettings()> m_settings;
    ReminderRepository m_reminders;
    ReminderQueue m_queue;
    ChannelStateRepository m_states;
    AttemptRecorder m_recorder;
    QMap<Channel, QDateTime> m_written; // what this program last wrote
};

} // namespace accueil
