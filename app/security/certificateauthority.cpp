#include "app/security/certificateauthority.h"

#include "app/security/random.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 60 * 60; // seconds
constexpr qint64 authorityDays = 3653;
constexpr qint64 serverDays = 397; // the most that browsers take (CA/Browser Forum, Baseline Requirements 6.3.2)
constexpr qint64 daysBack = 7;
constexpr qint64 earliest = 1'767'225'600; // 2026-01-01T00:00:00Z: before this program no clock is right

// What IANA's special-purpose registries call not globally reachable, as address and mask.
constexpr std::array privateRanges{"10.0.0.0/255.0.0.0", "100.64.0.0/255.192.0.0", "127.0.0.0/255.0.0.0",
    "169.254.0.0/255.255.0.0", "172.16.0.0/255.240.0.0", "192.0.2.0/255.255.255.0", "192.168.0.0/255.255.0.0",
    "198.18.0.0/255.254.0.0", "198.51.100.0/255.255.255.0", "203.0.113.0/255.255.255.0",
    "::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::/ffff:ffff::", "fc00::/fe00::", "fe80::/ffc0::"};
// Names that no public authority may certify either (RFC 6761, 6762, 8375; ICANN for "internal").
constexpr std::array localDomains{"local", "localhost", "lan", "home.arpa", "internal"};

template <auto release>
struct Releases
{
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Certificate = std::unique_ptr<X509, Releases<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, Releases<ASN1_OCTET_STRING_free>>;
using Memory = std::unique_ptr<BIO, Releases<BIO_free>>;

// Only a broken OpenSSL gets here, and nothing it makes could be trusted.
void require(bool done)
{
    if (!done)
        qFatal("certificates cannot be made with this OpenSSL");
}

Memory reading(const QByteArray &pem)
{
    return Memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

QByteArray content(const Memory &memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

Certificate certificateOf(const QByteArray &pem)
{
    return Certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
}

Key keyOf(const QByteArray &pem)
{
    // An encrypted key must not ask at the terminal for its passphrase.
    const auto noPassphrase = [](char *, int, int, void *) { return -1; };
    return Key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, noPassphrase, nullptr));
}

CertifiedKey pairOf(const Certificate &certificate, const Key &key)
{
    const Memory certificateText(BIO_new(BIO_s_mem()));
    const Memory keyText(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_X509(certificateText.get(), certificate.get()) == 1);
    require(PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return {content(certificateText), content(keyText)};
}

void addExtension(const Certificate &certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate.get(), nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_nconf_nid(nullptr, &context, kind, value.constData());
    require(extension && X509_add_ext(certificate.get(), extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

void setPeriod(const Certificate &certificate, qint64 from, qint64 until)
{
    require(ASN1_TIME_set(X509_getm_notBefore(certificate.get()), static_cast<time_t>(from)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(certificate.get()), static_cast<time_t>(until)) != nullptr);
}

// A certificate of version 3 with a random serial number of 127 bits and no extensions yet. An empty name is left out.
Certificate draft(const Key &key, const QByteArray &commonName)
{
    Certificate certificate(X509_new());
    QByteArray serial = randomBytes(16);
    serial[0] = static_cast<char>((serial.at(0) & 0x3f) | 0x40); // positive, and always as long
    BIGNUM *number = BN_bin2bn(
        reinterpret_cast<const unsigned char *>(serial.constData()), static_cast<int>(serial.size()), nullptr);
    require(number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get())) != nullptr);
    BN_free(number);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    require(X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && X509_NAME_add_entry_by_NID(
               name, NID_organizationName, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Accueil"), -1, -1, 0)
            == 1
        && (commonName.isEmpty()
            || X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                   reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0)
                == 1)
        && X509_set_pubkey(certificate.get(), key.get()) == 1);
    return certificate;
}

Key freshKey()
{
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr);
    return key;
}

QByteArray constraints()
{
    QByteArrayList parts{"critical"};
    for (const char *range : privateRanges)
        parts.append(QByteArray("permitted;IP:") + range);
    for (const char *domain : localDomains)
        parts.append(QByteArray("permitted;DNS:") + domain);
    return parts.join(',');
}

bool isInRange(const Octets &address, const char *range)
{
    const Octets limits(a2i_IPADDRESS_NC(range)); // the network's bytes, then those of its mask
    const int size = address->length;
    if (!limits || limits->length != 2 * size)
        return false;
    for (int i = 0; i < size; ++i) {
        if ((address->data[i] & limits->data[size + i]) != (limits->data[i] & limits->data[size + i]))
            return false;
    }
    return true;
}

// Also keeps what would be read as more than a name from the text that makes the extension.
bool isHostName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= 253 && !name.startsWith('.') && !name.contains("..")
        && std::all_of(name.begin(), name.end(),
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

bool isLocalName(const QByteArray &name)
{
    return isHostName(name) && std::any_of(localDomains.begin(), localDomains.end(), [&](const char *domain) {
        return name == domain || name.endsWith(QByteArray(".") + domain);
    });
}

qint64 secondsOf(const ASN1_TIME *time)
{
    std::tm parts{};
    require(ASN1_TIME_to_tm(time, &parts) == 1);
    return QDateTime(
        {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday}, {parts.tm_hour, parts.tm_min, parts.tm_sec}, Qt::UTC)
        .toSecsSinceEpoch();
}

} // namespace

CertifiedKey makeAuthority(const QDateTime &now)
{
    const Key key = freshKey();
    // Two authorities on one telephone, of the drill and of the hospital, must be told apart.
    const QByteArray code = randomBytes(4).toHex().toUpper();
    const Certificate certificate = draft(key, "Accueil " + code.first(4) + '-' + code.sliced(4));
    const qint64 from = std::max(now.toSecsSinceEpoch() - daysBack * day, earliest);
    setPeriod(certificate, from, from + authorityDays * day - 1);
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1);
    addExtension(certificate, certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(certificate, certificate.get(), NID_key_usage, "critical,keyCertSign");
    addExtension(certificate, certificate.get(), NID_name_constraints, constraints());
    addExtension(certificate, certificate.get(), NID_subject_key_identifier, "hash");
    require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
    return pairOf(certificate, key);
}

bool mayVouchFor(const QString &name)
{
    const QByteArray text = name.toUtf8().toLower();
    const Octets address(a2i_IPADDRESS(text.constData()));
    if (!address)
        return isLocalName(text);
    return std::any_of(
        privateRanges.begin(), privateRanges.end(), [&](const char *range) { return isInRange(address, range); });
}

std::optional<CertifiedKey> issueServerCertificate(
    const CertifiedKey &authority, const QStringList &names, const QDateTime &now)
{
    if (!isAuthority(authority))
        return std::nullopt;
    QByteArrayList alternatives;
    QByteArray commonName;
    for (const QString &name : names) {
        if (!mayVouchFor(name))
            continue;
        const QByteArray text = name.toUtf8().toLower();
        const bool isAddress = Octets(a2i_IPADDRESS(text.constData())) != nullptr;
        alternatives.append((isAddress ? "IP:" : "DNS:") + text);
        // Some hold a common name that is an address for a host name, which the constraints then forbid.
        if (!isAddress && commonName.isEmpty() && text.size() <= ub_common_name)
            commonName = text;
    }
    if (alternatives.isEmpty())
        return std::nullopt;
    const Certificate issuer = certificateOf(authority.certificate);
    const qint64 authorityFrom = secondsOf(X509_get0_notBefore(issuer.get()));
    const qint64 authorityUntil = secondsOf(X509_get0_notAfter(issuer.get()));
    const qint64 from = std::max(now.toSecsSinceEpoch() - daysBack * day, authorityFrom);
    const Key key = freshKey();
    const Certificate certificate = draft(key, commonName);
    setPeriod(certificate, from, std::min(from + serverDays * day - 1, authorityUntil));
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) == 1);
    addExtension(certificate, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate, issuer.get(), NID_key_usage, "critical,digitalSignature");
    addExtension(certificate, issuer.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate, issuer.get(), NID_subject_alt_name, alternatives.join(','));
    addExtension(certificate, issuer.get(), NID_subject_key_identifier, "hash");
    addExtension(certificate, issuer.get(), NID_authority_key_identifier, "keyid:always");
    require(X509_sign(certificate.get(), keyOf(authority.privateKey).get(), EVP_sha256()) > 0);
    return pairOf(certificate, key);
}

bool belongTogether(const CertifiedKey &pair)
{
    const Certificate certificate = certificateOf(pair.certificate);
    const Key key = keyOf(pair.privateKey);
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

bool isAuthority(const CertifiedKey &pair)
{
    return belongTogether(pair) && X509_check_ca(certificateOf(pair.certificate).get()) == 1;
}

} // namespace accueil
