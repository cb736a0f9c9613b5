#pragma once

#include "app/domain/session.h"
#include "app/services/messagesender.h"

#include <QMap>

namespace accueil {

// "Send a test" of the settings screen: one message to a number or address that the administrator types, not a
// reminder.
class TestMessageService
{
public:
    explicit TestMessageService(QMap<Channel, MessageSender *> senders);
    Result<SendReport> send(
        const Session &who, Channel channel, const QString &recipient, const QString &subject, const QString &text);

private:
    QMap<Channel, MessageSender *> m_senders;
};

} // namespace accueil
