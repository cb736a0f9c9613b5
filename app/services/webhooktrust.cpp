#include "app/services/webhooktrust.h"

#include "app/security/twiliosignature.h"

namespace accueil {

WebhookTrust trustIn(const ReceivedWebhook &webhook, const HospitalSettings &settings)
{
    const QString address = settings.publicAddress(QString::fromLatin1(webhook.path));
    if (settings.twilio.authToken.isEmpty() || address.isEmpty())
        return WebhookTrust::NotSetUp;
    const QByteArray query = webhook.query.isEmpty() ? QByteArray() : '?' + webhook.query;
    const bool isGenuine = isSignedByTwilio(settings.twilio.authToken.toUtf8(),
        {.url = address.toUtf8() + query, .form = webhook.form, .body = webhook.body, .signature = webhook.signature});
    return isGenuine ? WebhookTrust::Genuine : WebhookTrust::Forged;
}

} // namespace accueil
