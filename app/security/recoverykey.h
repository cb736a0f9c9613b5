#pragma once

#include "app/domain/result.h"

#include <QByteArray>
#include <QString>

namespace accueil {

// The printed form of a recovery secret: groups of four from an alphabet without O, 0, I, 1, so that it can be read
// aloud, the last characters a check sum. The secret wraps the master key; the wrapped key is kept in the store, so
// that a second desk, or a desk whose disk died, is let in with the paper.
class RecoveryKey
{
public:
    static RecoveryKey create();
    // Spaces, dashes and case do not matter. Error: field recovery_key, key `badRecoveryKey`.
    static Result<RecoveryKey> parse(const QString &typed);

    QString text() const; // "K7QD-2MXW-..."
    QStringList groups() const;
    QByteArray wrap(const QByteArray &master) const; // AES-256-GCM under a scrypt-stretched key
    Result<QByteArray> unwrap(const QByteArray &wrapped) const;

private:
    explicit RecoveryKey(QByteArray secret);
    QByteArray m_secret;
};

} // namespace accueil
