#pragma once

#include "app/services/drillprovider.h"
#include "app/services/hospitalsettings.h"
#include "app/services/inboundsource.h"
#include "app/settings.h"

#include <functional>

namespace accueil {

// The ways out of this program, and who is asked what became of messages: the hospital's providers, or in a drill the
// one that is built in. In a drill nothing is built that could open a connection.
class Providers
{
public:
    Providers(const ProgramSettings &program, const Clock &clock, const std::function<HospitalSettings()> &settings);
    ~Providers();

    // Delivery and "send a test" have senders of their own: what ends one must not end the other.
    QMap<Channel, MessageSender *> forDelivery();
    QMap<Channel, MessageSender *> forTests();
    QMap<Channel, DeliveryTracker *> trackers();
    MessageSender *forStaff(); // emails to people of the hospital; null in a drill
    InboundSource *inbound(); // what patients sent; null in a drill
    void abortSending(); // now and for good, as both of these
    void abortAsking(); // and what goes to people of the hospital
    DrillProvider *drill() { return m_drill.get(); } // null in earnest

private:
    struct Gateways;

    std::unique_ptr<DrillProvider> m_drill;
    std::unique_ptr<Gateways> m_gateways; // null in a drill
};

} // namespace accueil
