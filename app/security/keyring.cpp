#include "app/security/keyring.h"

#include "app/security/hmac.h"
#include "app/security/random.h"

#include <QtEndian>

namespace accueil {

Keyring::Keyring(QMap<quint16, QByteArray> masters)
    : m_masters(std::move(masters))
{
    Q_ASSERT(!m_masters.isEmpty() && !m_masters.contains(0));
}

quint16 Keyring::currentVersion() const
{
    return m_masters.lastKey();
}

quint16 Keyring::oldestVersion() const
{
    return m_masters.firstKey();
}

bool Keyring::has(quint16 version) const
{
    return m_masters.contains(version);
}

QByteArray Keyring::derived(quint16 version, const char *purpose) const
{
    Q_ASSERT(has(version));
    QByteArray info(2, Qt::Uninitialized);
    qToBigEndian(version, info.data());
    info += purpose;
    return hkdfSha256(m_masters.value(version), "accueil", info, 32);
}

QByteArray Keyring::fingerprint(quint16 version) const
{
    return derived(version, "fingerprint");
}

Keyring Keyring::withNewVersion() const
{
    QMap<quint16, QByteArray> masters = m_masters;
    masters.insert(quint16(currentVersion() + 1), newMaster());
    return Keyring(masters);
}

QByteArray Keyring::newMaster()
{
    return randomBytes(32);
}

} // namespace accueil
