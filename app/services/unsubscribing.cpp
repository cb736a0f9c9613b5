#include "app/services/unsubscribing.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestToken = 1000; // an address has 254 characters at most
// Not a cell of the store: what is sealed for one of those cannot be passed off as a token.
constexpr CellAddress place{"unsubscribe links", "token", 0};

} // namespace

QString unsubscribeLink(const HospitalSettings &settings, const StoreCipher &cipher, const Unsubscribing &who)
{
    const QString address = settings.publicAddress(unsubscribePath.toString());
    if (address.isEmpty())
        return {};
    const QByteArray sealed = cipher.fields.encryptText(QString::number(who.patient.value) + u' ' + who.email, place);
    const QByteArray token = sealed.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return address + u"?token="_s + QString::fromLatin1(token);
}

std::optional<Unsubscribing> readUnsubscribeToken(const StoreCipher &cipher, const QString &token)
{
    if (token.isEmpty() || token.size() > longestToken)
        return std::nullopt;
    const auto sealed = QByteArray::fromBase64Encoding(
        token.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!sealed)
        return std::nullopt;
    try {
        const QString text = cipher.fields.decryptText(*sealed, place);
        const qsizetype space = text.indexOf(u' ');
        if (space <= 0)
            return std::nullopt;
        return Unsubscribing{{text.first(space).toLongLong()}, text.sliced(space + 1)};
    } catch (const CipherError &) {
        return std::nullopt;
    }
}

} // namespace accueil
