#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace accueil {

// The keyring of the desktop (Secret Service, KWallet) through QtKeychain, asked synchronously: each call waits up to
// 30 s in an event loop of its own, because a person may have to unlock it. Not for the GUI thread.
class SystemKeyring
{
public:
    // Whether there can be one at all: without a session bus (a server, a container) nothing is asked.
    static bool isThere();

    static std::optional<QByteArray> read(const QString &name); // nothing: no such entry, no answer, or refused
    static bool write(const QString &name, const QByteArray &value);
};

} // namespace accueil
