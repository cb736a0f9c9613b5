// A program that does nothing but deliver, for tst_delivery_crash: started, killed and started again.
// Arguments: URL of the store, base URL of the provider. Environment: DRIVER_KEY (master key, hexadecimal),
// DRIVER_LOGIN
// ("account token sender", tab-separated), DRIVER_CRASH ("sending 3": it kills itself when it comes to that point for
// the third time; the points are in crashPoints; when it does not come there in a few rounds it ends).
#include "app/gateways/curlhttpclient.h"
#include "app/gateways/twiliosender.h"
#include "app/gateways/twiliotracker.h"
#include "app/processidentity.h"
#include "app/services/deliveryservice.h"
#include "app/services/reconcileservice.h"

#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <csignal>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Longer than a transfer may take, short enough for a test to wait for.
constexpr std::chrono::milliseconds lease = 4000ms;
constexpr std::chrono::milliseconds transferLimit = 1000ms;
// A driver that is to crash sends about so many in each of so many rounds, so that something is left for the others.
constexpr int turn = 6;
constexpr int turns = 6;

// Between every two steps of a message's way.
class CrashPoint
{
public:
    explicit CrashPoint(const QString &plan)
        : m_name(plan.section(u' ', 0, 0))
        , m_fatal(plan.section(u' ', 1).toInt())
    {
    }
    void passed(QStringView name)
    {
        if (name == m_name && ++m_count == m_fatal)
            std::raise(SIGKILL);
    }

private:
    const QString m_name;
    const int m_fatal; // 0: never
    std::atomic<int> m_count = 0;
};

QStringView nameOf(DeliveryStep step)
{
    switch (step) {
    case DeliveryStep::Claimed:
        return u"claimed";
    case DeliveryStep::Begun:
        return u"begun";
    case DeliveryStep::Sending:
        return u"sending";
    case DeliveryStep::Answered:
        return u"answered";
    case DeliveryStep::Recorded:
        return u"recorded";
    }
    Q_UNREACHABLE();
}

class CrashingSender final : public MessageSender
{
public:
    CrashingSender(MessageSender &real, CrashPoint &crash)
        : m_real(real)
        , m_crash(crash)
    {
    }
    bool isConfigured() const override { return m_real.isConfigured(); }
    SendReport send(const OutgoingMessage &message) override
    {
        ++m_sent;
        const SendReport report = m_real.send(message);
        m_crash.passed(u"taken");
        return report;
    }

    int sent() const { return m_sent; }

private:
    MessageSender &m_real;
    CrashPoint &m_crash;
    std::atomic<int> m_sent = 0;
};

class CrashingTracker final : public DeliveryTracker
{
public:
    CrashingTracker(DeliveryTracker &real, CrashPoint &crash)
        : m_real(real)
        , m_crash(crash)
    {
    }
    bool isConfigured() const override { return m_real.isConfigured(); }
    TrackedMessage find(const QString &id) override { return m_real.find(id); }
    TrackedMessages sentTo(const QString &phoneNumber, const QDateTime &since) override
    {
        m_crash.passed(u"asking");
        const TrackedMessages messages = m_real.sentTo(phoneNumber, since);
        m_crash.passed(u"asked");
        return messages;
    }

private:
    DeliveryTracker &m_real;
    CrashPoint &m_crash;
};

// Short times, and no rule that depends on the hour of the test.
HospitalSettings settingsOf(const QString &baseUrl)
{
    const QStringList login = qEnvironmentVariable("DRIVER_LOGIN").split(u'\t');
    HospitalSettings settings;
    settings.delivery = {.quietHours = std::nullopt,
        .dailyLimit = 0,
        .retryDelays = {1s, 1s, 1s, 1s},
        .reconcileInterval = 1s,
        .sendRate = 0,
        .lateLimit = -1};
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
    const auto currentSettings = [&] { return settings; };
    Database database(DatabaseLocation::parse(arguments.value(1)).value());
    const StoreCipher cipher(Keyring({{1, QByteArray::fromHex(qgetenv("DRIVER_KEY"))}}));
    const SystemClock clock;
    DomainEvents events;
    CrashPoint crash(qEnvironmentVariable("DRIVER_CRASH"));
    CurlHttpClient http({.totalLimit = transferLimit});
    TwilioSender twilio(http, Channel::Sms, currentSettings);
    CrashingSender sender(twilio, crash);
    TwilioTracker tracker(http, Channel::Sms, currentSettings);
    CrashingTracker asking(tracker, crash);
    DeliveryService delivery(database, cipher, clock, events, {{Channel::Sms, &sender}}, currentSettings,
        {.lease = lease,
            .lanes = 4,
            .owner = processIdentity(),
            .isGone = isProcessGone,
            .passed = [&](DeliveryStep step) { crash.passed(nameOf(step)); }});
    ReconcileService reconciling(database, cipher, clock, events, currentSettings);
    const auto never = [] { return false; };
    const bool isToCrash = !qEnvironmentVariableIsEmpty("DRIVER_CRASH");
    for (int round = 0; !isToCrash || round < turns; ++round) {
        try {
            delivery.recoverInterrupted();
            crash.passed(u"recovered");
            const int before = sender.sent();
            delivery.deliverDue([&] { return isToCrash && sender.sent() - before >= turn; });
            reconciling.settleDoubts({{Channel::Sms, &asking}}, never);
            crash.passed(u"settled");
        } catch (const DatabaseError &error) {
            qWarning("%s", error.what());
        }
        QThread::msleep(10);
    }
}
