#pragma once

#include "app/domain/twiml.h"
#include "app/services/hospitalsettings.h"
#include "db/database.h"
#include "db/reminderrepository.h"

#include <functional>
#include <optional>

namespace accueil {

class InboundMessageService;

// A key that was pressed in a call of ours, as Twilio tells of it.
struct CallKey
{
    QString reference; // of the reminder: OutgoingMessage::idempotencyKey
    QString callId;
    QString digits; // empty: none was pressed
};

// What a call goes on with after a key press, as TwiML; the words are app/domain/voicescript's. Thread-safe; throws
// DatabaseError and CipherError.
class CallAnswerService
{
public:
    CallAnswerService(Database &database, const StoreCipher &cipher, std::function<HospitalSettings()> settings,
        InboundMessageService &inbound);

    // After the greeting: 9 stops, any other key is that of somebody who listens. Nothing: no such reminder.
    std::optional<QString> afterGreeting(const CallKey &key);
    // After the message and the menu: 1 confirm, 2 cancel, 3 or a key that means nothing repeat, 9 stop.
    std::optional<QString> afterMenu(const CallKey &key);

private:
    using Next = std::function<QString(const Reminder &, const VoiceCall &, const VoiceAddresses &)>;
    std::optional<QString> answer(const QString &reference, const Next &next);

    std::function<HospitalSettings()> m_settings;
    InboundMessageService &m_inbound;
    ReminderRepository m_reminders;
};

} // namespace accueil
