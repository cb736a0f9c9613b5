#include "app/services/authorityservice.h"

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

const QString secretName = u"tls.authority"_s;
constexpr auto keyBegins = "-----BEGIN PRIVATE KEY-----";

// The certificate's PEM, then the key's.
CertifiedKey parted(const QByteArray &secret)
{
    const qsizetype begin = secret.indexOf(keyBegins);
    return begin < 0 ? CertifiedKey{} : CertifiedKey{secret.first(begin), secret.sliced(begin)};
}

} // namespace

AuthorityService::AuthorityService(Database &database, const StoreCipher &cipher, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
    , m_settings(database, cipher)
{
}

Result<CertifiedKey> AuthorityService::authority()
{
    const auto damaged = [] { return fail(ErrorCode::Unavailable, {{u"authority"_s, u"authorityDamaged"_s}}); };
    try {
        std::optional<QByteArray> secret = m_settings.secret(secretName);
        if (!secret) {
            const CertifiedKey made = makeAuthority(m_clock.now());
            Transaction transaction{m_database};
            m_settings.insertSecret(secretName, made.certificate + made.privateKey, m_clock.now());
            transaction.commit();
            secret = m_settings.secret(secretName); // another desk's, when it was faster
        }
        const CertifiedKey authority = parted(secret.value_or(QByteArray()));
        if (!isAuthority(authority))
            return damaged();
        return authority;
    } catch (const CipherError &) {
        return damaged();
    }
}

} // namespace accueil
