#include "app/security/passwordhash.h"
#include "app/security/scrypt.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class PasswordHashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stretchesPublishedVectors_data(); // RFC 7914, section 12
    void stretchesPublishedVectors();
    void acceptsOnlyThePassword();
    void saltsEveryHash();
    void storesItsParameters();
    void acceptsBothSpellingsOfAnAccent();
    void acceptsHashesOfOtherParameters();
    void refusesDamagedHashes_data();
    void refusesDamagedHashes();
};

void PasswordHashTest::stretchesPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("r");
    QTest::addColumn<int>("p");
    QTest::addColumn<QByteArray>("derived");
    QTest::newRow("empty") << QByteArray("") << QByteArray("") << 16 << 1 << 1
                           << QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                                         "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    QTest::newRow("parallel") << QByteArray("password") << QByteArray("NaCl") << 1024 << 8 << 16
                              << QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                            "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
}

void PasswordHashTest::stretchesPublishedVectors()
{
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, salt);
    QFETCH(int, n);
    QFETCH(int, r);
    QFETCH(int, p);
    QFETCH(QByteArray, derived);
    QCOMPARE(scrypt(password, salt, {quint64(n), quint64(r), quint64(p)}, 64).toHex(), derived);
}

void PasswordHashTest::acceptsOnlyThePassword()
{
    const QString stored = hashPassword(u"cheval batterie agrafe"_s);
    QVERIFY(passwordMatches(u"cheval batterie agrafe"_s, stored));
    QVERIFY(!passwordMatches(u"cheval batterie agrafes"_s, stored));
    QVERIFY(!passwordMatches(u"Cheval batterie agrafe"_s, stored));
    QVERIFY(!passwordMatches(QString(), stored));
}

void PasswordHashTest::saltsEveryHash()
{
    QVERIFY(hashPassword(u"same"_s) != hashPassword(u"same"_s));
}

void PasswordHashTest::storesItsParameters()
{
    const QStringList parts = hashPassword(u"x"_s).split(u'$');
    QCOMPARE(parts.size(), 6);
    QCOMPARE(parts.mid(0, 4), QStringList({u"scrypt"_s, u"32768"_s, u"8"_s, u"1"_s}));
}

void PasswordHashTest::acceptsBothSpellingsOfAnAccent()
{
    const QString composed = u"\u00c9wan\u00e9"_s;
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(composed != decomposed);
    QVERIFY(passwordMatches(decomposed, hashPassword(composed)));
}

void PasswordHashTest::acceptsHashesOfOtherParameters()
{
    const QByteArray hash = scrypt("older", "salt of sixteen!", {1024, 8, 2}, 32);
    const QString stored = u"scrypt$1024$8$2$%1$%2"_s.arg(
        QString::fromLatin1(QByteArray("salt of sixteen!").toBase64()), QString::fromLatin1(hash.toBase64()));
    QVERIFY(passwordMatches(u"older"_s, stored));
    QVERIFY(!passwordMatches(u"newer"_s, stored));
}

void PasswordHashTest::refusesDamagedHashes_data()
{
    QTest::addColumn<QString>("stored");
    const QString hash = QString::fromLatin1(QByteArray(32, 'h').toBase64());
    QTest::newRow("empty") << QString();
    QTest::newRow("plain text") << u"password"_s;
    QTest::newRow("other scheme") << u"bcrypt$1024$8$1$c2FsdA==$"_s + hash;
    QTest::newRow("missing part") << u"scrypt$1024$8$1$c2FsdA=="_s;
    QTest::newRow("n not a power of two") << u"scrypt$1000$8$1$c2FsdA==$"_s + hash;
    QTest::newRow("n of gigabytes") << u"scrypt$1073741824$8$1$c2FsdA==$"_s + hash;
    QTest::newRow("p of hours") << u"scrypt$1024$8$1000000$c2FsdA==$"_s + hash;
    QTest::newRow("r of nothing") << u"scrypt$1024$0$1$c2FsdA==$"_s + hash;
    QTest::newRow("no hash") << u"scrypt$1024$8$1$c2FsdA==$"_s;
    QTest::newRow("not base64") << u"scrypt$1024$8$1$c2FsdA==$***"_s;
}

void PasswordHashTest::refusesDamagedHashes()
{
    QFETCH(QString, stored);
    QVERIFY(!passwordMatches(u"password"_s, stored));
    QVERIFY(!passwordMatches(QString(), stored));
}

QTEST_GUILESS_MAIN(PasswordHashTest)
#include "tst_passwordhash.moc"
