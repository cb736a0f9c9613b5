#include "app/servercertificate.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

Q_LOGGING_CATEGORY(log, "accueil.certificate")

constexpr int renewalDays = 30; // before the end

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<QSslKey> privateKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    return std::nullopt;
}

QSslConfiguration configurationOf(const QList<QSslCertificate> &chain, const QSslKey &key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}

} // namespace

QStringList ServerCertificate::names() const
{
    return configuration().localCertificate().subjectAlternativeNames().values();
}

QDateTime ServerCertificate::expiry() const
{
    return configuration().localCertificate().expiryDate().toUTC();
}

bool ServerCertificate::isOutOfDate(const Clock &clock) const
{
    const QDateTime now = clock.now();
    return now >= expiry() || now < configuration().localCertificate().effectiveDate();
}

bool ServerCertificate::endsSoon(const Clock &clock) const
{
    return clock.now() >= expiry().addDays(-renewalDays);
}

OwnCertificate::OwnCertificate(CertifiedKey authority, const Clock &clock, std::function<QStringList()> machineNames)
    : m_authority(std::move(authority))
    , m_clock(clock)
    , m_machineNames(std::move(machineNames))
{
    issue(m_machineNames());
}

bool OwnCertificate::follow()
{
    const QStringList wanted = m_machineNames();
    // Near the authority's own end another one would not last longer.
    const QDateTime end = QSslCertificate(m_authority.certificate).expiryDate();
    const bool isDue = isOutOfDate(m_clock) || (endsSoon(m_clock) && expiry() < end);
    if (!isDue && wanted == m_wanted)
        return false;
    issue(wanted);
    return true;
}

void OwnCertificate::issue(const QStringList &names)
{
    const std::optional<CertifiedKey> issued = issueServerCertificate(m_authority, names, m_clock.now());
    Q_ASSERT(issued); // "localhost" is always among the names
    m_wanted = names;
    m_configuration = configurationOf({QSslCertificate(issued->certificate)}, QSslKey(issued->privateKey, QSsl::Ec));
    for (const QString &name : names) {
        if (!mayVouchFor(name))
            qCInfo(log) << "not in the certificate, because the authority is for local addresses alone:" << name;
    }
}

tl::expected<QSslConfiguration, CertificateProblem> readCertificate(const CertificateFiles &files)
{
    const QByteArray chainText = contentOf(files.certificate);
    const QList<QSslCertificate> chain = QSslCertificate::fromData(chainText, QSsl::Pem);
    if (chain.isEmpty())
        return tl::unexpected(CertificateProblem::BadCertificate);
    const QByteArray keyText = contentOf(files.key);
    const std::optional<QSslKey> key = privateKey(keyText);
    if (!key)
        return tl::unexpected(CertificateProblem::BadKey);
    if (!belongTogether({chainText, keyText}))
        return tl::unexpected(CertificateProblem::WrongKey);
    return configurationOf(chain, *key);
}

GivenCertificate::GivenCertificate(CertificateFiles files, QSslConfiguration configuration)
    : m_files(std::move(files))
    , m_configuration(std::move(configuration))
    , m_state(state())
{
}

bool GivenCertificate::follow()
{
    const QByteArray now = state();
    if (now == m_state)
        return false;
    m_state = now;
    const auto read = readCertificate(m_files);
    if (!read) {
        qCWarning(log, "the certificate's files have changed and cannot be used; the one before stays in force");
        return false;
    }
    m_configuration = *read;
    qCInfo(log) << "another certificate is in force, until" << expiry().toString(Qt::ISODate);
    return true;
}

QByteArray GivenCertificate::state() const
{
    QByteArray text;
    for (const QString &path : {m_files.certificate, m_files.key}) {
        const QFileInfo file(path);
        text += QByteArray::number(file.lastModified().toMSecsSinceEpoch()) + '/' + QByteArray::number(file.size())
            + ' ';
    }
    return text;
}

} // namespace accueil
