// A program that does nothing but deliver, for tst_delivery_crash: started, killed and started again.
// Arguments: URL of the store, base URL of the provider. Environment: DRIVER_KEY (master key, hexadecimal),
// DRIVER_LOGIN
// ("account token sender", tab-separated), DRIVER_CRASH ("before 3": it kills itself before its third message is sent;
// "after 3": when the provider has answered, before that is recorded).
#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosmssender.h"
#include "app/services/deliveryservice.h"

#include <QCoreApplication>
#include <QThread>

#include <csignal>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Longer than a transfer may take, short enough for a test to wait for.
constexpr std::chrono::milliseconds lease = 1500ms;
constexpr std::chrono::milliseconds transferLimit = 1000ms;

class CrashingSender final : public MessageSender
{
public:
    CrashingSender(MessageSender &real, const QString &plan)
        : m_real(real)
        , m_before(plan.section(u' ', 0, 0) == "before"_L1)
        , m_fatal(plan.section(u' ', 1).toInt())
    {
    }
    bool isConfigured() const override { return m_real.isConfigured(); }
    SendReport send(const OutgoingMessage &message) override
    {
        const bool fatal = ++m_count == m_fatal;
        if (fatal && m_before)
            std::raise(SIGKILL);
        const SendReport report = m_real.send(message);
        if (fatal)
            std::raise(SIGKILL);
        return report;
    }

private:
    MessageSender &m_real;
    const bool m_before;
    const int m_fatal; // 0: never
    int m_count = 0;
};

HospitalSettings settingsOf(const QString &baseUrl)
{
    const QStringList login = qEnvironmentVariable("DRIVER_LOGIN").split(u'\t');
    HospitalSettings settings;
    settings.twilio = {
        .accountSid = login.value(0), .authToken = login.value(1), .phoneNumber = login.value(2), .baseUrl = baseUrl};
    return settings;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = program.arguments();
    const HospitalSettings settings = settingsOf(arguments.value(2));
    Database database(DatabaseLocation::parse(arguments.value(1)).value());
    const StoreCipher cipher(Keyring({{1, QByteArray::fromHex(qgetenv("DRIVER_KEY"))}}));
    const SystemClock clock;
    DomainEvents events;
    CurlHttpClient http({.totalLimit = transferLimit});
    TwilioSmsSender twilio(http, [&] { return settings; });
    CrashingSender sender(twilio, qEnvironmentVariable("DRIVER_CRASH"));
    DeliveryService delivery(
        database, cipher, clock, events, {{Channel::Sms, &sender}}, [&] { return settings; }, {.lease = lease});
    for (;;) {
        try {
            delivery.recoverInterrupted();
            delivery.deliverDue([] { return false; });
        } catch (const DatabaseError &error) {
            qWarning("%s", error.what());
        }
        QThread::msleep(10);
    }
}
