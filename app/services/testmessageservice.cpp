#include "app/services/testmessageservice.h"

#include "app/domain/fieldrules.h"
#include "app/domain/phonenumber.h"

#include <QUuid>

namespace accueil {

using namespace Qt::StringLiterals;

TestMessageService::TestMessageService(QMap<Channel, MessageSender *> senders)
    : m_senders(std::move(senders))
{
}

Result<SendReport> TestMessageService::send(
    const Session &who, Channel channel, const QString &recipient, const QString &subject, const QString &text)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    const QString address = cleanLine(recipient);
    const QString message = cleanText(text);
    FieldRules rules;
    rules.required(u"recipient"_s, address);
    rules.required(u"text"_s, message);
    rules.text(u"text"_s, message, 1600);
    if (channel == Channel::Email)
        rules.emailAddress(u"recipient"_s, address);
    else
        rules.phoneNumber(u"recipient"_s, address);
    MessageSender *sender = m_senders.value(channel);
    if (!sender)
        rules.add(u"channel"_s, u"unknownValue"_s);
    if (!rules.errors().isEmpty())
        return fail(ErrorCode::Invalid, rules.errors());

    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    OutgoingMessage outgoing{.channel = channel,
        .subject = cleanLine(subject),
        .text = message,
        .messageId = id + "@reminders.accueil"_L1};
    if (channel == Channel::Email)
        outgoing.email = address;
    else
        outgoing.phoneNumber = PhoneNumber::parse(address, u"recipient"_s)->e164();
    return sender->send(outgoing);
}

} // namespace accueil
