#pragma once

#include "ui/tablets/paper.h"
#include "ui/tablets/tabletdoor.h"

namespace accueil {

// One sheet for whoever prepares tablets, in the language of the window: network, certificate, pairing, what to do when
// it does not work. It holds no pairing code, which would be good for ten minutes only.
Paper helpSheet(const TabletDoor &door, const QString &hospital); // GUI thread: it has words

} // namespace accueil
