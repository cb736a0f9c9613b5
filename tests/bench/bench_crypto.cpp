// What encryption at rest costs, in microseconds of processor time per call: a list of 50 patients decrypts some 250
// values, a registration encrypts 5 and makes some 25 tags, a login hashes one password.

#include "app/security/accesstoken.h"
#include "app/security/blindindex.h"
#include "app/security/fieldcipher.h"
#include "app/security/passwordhash.h"
#include "tests/bench/cputime.h"

#include <QList>

#include <cstdio>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

template <typename Work>
void report(const char *what, int repetitions, Work work)
{
    work(0); // the first call of a thread makes its contexts
    std::printf("%-34s %12.2f\n", what, cpuTimeOf(repetitions, work).count());
}

} // namespace

int main()
{
    const Keyring keyring({{quint16(1), Keyring::newMaster()}});
    const FieldCipher cipher(keyring);
    const BlindIndex index(keyring);
    const QString text = u"Le personnel a été très attentif, mais l'attente aux urgences fut longue : 4 h."_s;
    QList<QByteArray> sealed;
    for (int row = 0; row < 1000; ++row)
        sealed += cipher.encryptText(text, {"feedback", "comments", row});

    std::printf("%-34s %12s\n", "operation", "us CPU");
    report("encrypt 80 letters", 100'000, [&](int i) { cipher.encryptText(text, {"feedback", "comments", i}); });
    report("decrypt 80 letters", 100'000, [&](int i) {
        cipher.decryptText(sealed.at(i % 1000), {"feedback", "comments", i % 1000});
    });
    const QByteArray audio(1'000'000, 'a');
    report("encrypt 1 MB", 50, [&](int i) { cipher.encrypt(audio, {"attachments", "bytes", i}); });
    report("one tag", 100'000, [&](int) { index.tagOf("email", u"c.mbeng@hopital.example"_s); });
    const qsizetype tags = index.tagsOfPatient(u"Ngo Mbarga Éwané"_s, u"P000123"_s, u"+237670123456"_s).size();
    const QByteArray tagsTitle = QByteArray::number(tags) + " tags of a patient";
    report(tagsTitle.constData(), 10'000,
        [&](int) { index.tagsOfPatient(u"Ngo Mbarga Éwané"_s, u"P000123"_s, u"+237670123456"_s); });
    report("tags of a query of two words", 10'000, [&](int) { index.tagsOfQuery(u"mbar ewa"_s); });
    report("match of a query on a patient", 10'000,
        [&](int) { BlindIndex::matches(u"mbar ewa"_s, u"Ngo Mbarga Éwané"_s, u"P000123"_s, u"+237670123456"_s); });
    report("password hash (scrypt)", 10, [&](int) { hashPassword(u"correct horse battery staple"_s); });

    const QByteArray secret(32, 's');
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'773'308'520, Qt::UTC);
    const AccessClaims claims{
        UserId{7}, u"c0ffee"_s, u"clarisse"_s, Role::Reception, now, now.addSecs(1800), u"a1b2c3d4"_s};
    const QByteArray token = signAccessToken(claims, secret);
    report("sign an access token", 10'000, [&](int) { signAccessToken(claims, secret); });
    report("check an access token", 10'000, [&](int) { readAccessToken(token, secret, now); });
    return 0;
}
