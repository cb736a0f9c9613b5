#pragma once

#include "app/domain/clock.h"
#include "app/security/certificateauthority.h"

#include <QDateTime>
#include <QSslConfiguration>
#include <QStringList>

#include <functional>
#include <optional>

#include <tl/expected.hpp>

namespace accueil {

// The certificate that this desk shows, which changes while it runs. Belongs to one thread.
class ServerCertificate
{
public:
    virtual ~ServerCertificate() = default;
    virtual bool follow() = 0; // looks whether another one is due; true: it is in force now
    virtual QSslConfiguration configuration() const = 0; // certificate, its chain and its key
    virtual QStringList names() const; // that it is good for: addresses and host names
    QDateTime expiry() const; // UTC
    // Whether it has ended or not begun yet, by `clock`'s time, and whether it ends within 30 days.
    bool isOutOfDate(const Clock &clock) const;
    bool endsSoon(const Clock &clock) const;
};

// Issued by the authority of the hospital for every name and address of this computer. Another one, with another key,
// follows when these change, 30 days before its end, and when the clock turns out to have been wrong. Its key is in
// memory only.
class OwnCertificate final : public ServerCertificate
{
public:
    // `authority`: isAuthority().
    OwnCertificate(CertifiedKey authority, const Clock &clock, std::function<QStringList()> machineNames);

    bool follow() override;
    QSslConfiguration configuration() const override { return m_configuration; }

private:
    void issue(const QStringList &names);

    CertifiedKey m_authority;
    const Clock &m_clock;
    std::function<QStringList()> m_machineNames;
    QStringList m_wanted; // the names it was issued for, those too that the authority may not vouch for
    QSslConfiguration m_configuration;
};

// The PEM files of a certificate that the hospital gives, with its chain, and of its key.
struct CertificateFiles
{
    QString certificate;
    QString key;

    friend bool operator==(const CertificateFiles &, const CertificateFiles &) = default;
};

enum class CertificateProblem { BadCertificate, BadKey, WrongKey };

// Reads such files. WrongKey: each is right, but they do not belong together.
tl::expected<QSslConfiguration, CertificateProblem> readCertificate(const CertificateFiles &files);

// That of such files. Read again when they change, as whoever renews it by a program expects; files that are no
// certificate then change nothing but the log.
class GivenCertificate final : public ServerCertificate
{
public:
    GivenCertificate(CertificateFiles files, QSslConfiguration configuration);

    bool follow() override;
    QSslConfiguration configuration() const override { return m_configuration; }

private:
    QByteArray state() const; // of the files; another when they were written

    CertificateFiles m_files;
    QSslConfiguration m_configuration;
    QByteArray m_state;
};

} // namespace accueil
