#pragma once

#include <QtGlobal>

namespace accueil {

// What Qt's sockets cannot do.

// Closes the sending half of a connected socket: the peer reads the end of the stream and may still send.
void endSending(qintptr descriptor);

// Another descriptor of the same socket, or -1.
qintptr duplicateSocket(qintptr descriptor);

} // namespace accueil
