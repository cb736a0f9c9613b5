#include "app/domain/user.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

UserDraft validDraft()
{
    return {.username = u"awa.n"_s,
        .email = u"awa@example.org"_s,
        .phoneNumber = u"+237670000001"_s,
        .password = u"mango rain on the roof"_s,
        .role = Role::Reception};
}

QStringList keysOf(const QList<FieldError> &errors)
{
    QStringList keys;
    for (const FieldError &error : errors)
        keys.append(error.field + u':' + error.key);
    return keys;
}

} // namespace

class UserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptsAValidDraft() { QCOMPARE(keysOf(validate(validDraft(), PasswordRule::Required)), QStringList()); }

    void foldsNamesBeforeItChecksThem()
    {
        UserDraft draft = validDraft();
        draft.username = u"  AWA.N "_s;
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList());
        QCOMPARE(foldedUsername(draft.username), u"awa.n"_s);
    }

    void refusesBadNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << u""_s << u"username:required"_s;
        QTest::newRow("white space") << u"  "_s << u"username:required"_s;
        QTest::newRow("two") << u"ab"_s << u"username:badUsername"_s;
        QTest::newRow("33") << QString(33, u'a') << u"username:badUsername"_s;
        QTest::newRow("space inside") << u"awa n"_s << u"username:badUsername"_s;
        QTest::newRow("accent") << u"éwané"_s << u"username:badUsername"_s;
        QTest::newRow("nul") << (u"awa"_s + QChar(0) + u"n"_s) << u"username:badUsername"_s;
        QTest::newRow("a letter that looks like a") << u"\u0430wa"_s << u"username:badUsername"_s;
    }
    void refusesBadNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        UserDraft draft = validDraft();
        draft.username = name;
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList(key));
    }

    void acceptsNamesAtTheLimits()
    {
        for (const QString &name : {u"abc"_s, QString(32, u'a'), u"0._-"_s}) {
            UserDraft draft = validDraft();
            draft.username = name;
            QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList());
        }
    }

    void refusesBadPasswords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << u""_s << u"password:required"_s;
        QTest::newRow("nine") << u"abcdefgh!"_s << u"password:tooShort"_s;
        QTest::newRow("nine faces are eighteen units") << u"😀😁😂😃😄😅😆😇😈"_s << u"password:tooShort"_s;
        QTest::newRow("129") << QString(129, u'x') + u"y"_s << u"password:tooLong"_s;
        QTest::newRow("common") << u"password123"_s << u"password:tooCommon"_s;
        QTest::newRow("common in French, other case") << u"MotDePasse"_s << u"password:tooCommon"_s;
        QTest::newRow("one character") << u"zzzzzzzzzzzz"_s << u"password:tooCommon"_s;
    }
    void refusesBadPasswords()
    {
        QFETCH(QString, password);
        QFETCH(QString, key);
        UserDraft draft = validDraft();
        draft.password = password;
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList(key));
    }

    void refusesTheNameAsPassword()
    {
        UserDraft draft = validDraft();
        draft.username = u"reception-desk"_s;
        draft.password = u"Reception-Desk"_s;
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList(u"password:tooCommon"_s));
    }

    void acceptsPasswordsAtTheLimits()
    {
        for (const QString &password : {u"abcdefgh!x"_s, QString(127, u'x') + u"y"_s}) {
            UserDraft draft = validDraft();
            draft.password = password;
            QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList());
        }
    }

    void keepsThePasswordOnlyWhereThatIsAllowed()
    {
        UserDraft draft = validDraft();
        draft.password.clear();
        QCOMPARE(keysOf(validate(draft, PasswordRule::KeptWhenEmpty)), QStringList());
        draft.password = u"short"_s;
        QCOMPARE(keysOf(validate(draft, PasswordRule::KeptWhenEmpty)), QStringList(u"password:tooShort"_s));
    }

    void reportsEveryBrokenRule()
    {
        const UserDraft draft{.username = u"x"_s,
            .email = u"nobody"_s,
            .phoneNumber = u"12"_s,
            .password = u"short"_s,
            .role = Role::Device};
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)),
            QStringList({u"username:badUsername"_s, u"email:notAnEmail"_s, u"phone_number:notAPhoneNumber"_s,
                u"password:tooShort"_s, u"role:unknownValue"_s}));
    }

    void emailAndTelephoneMayBeEmpty()
    {
        UserDraft draft = validDraft();
        draft.email.clear();
        draft.phoneNumber.clear();
        QCOMPARE(keysOf(validate(draft, PasswordRule::Required)), QStringList());
    }
};

QTEST_GUILESS_MAIN(UserTest)
#include "tst_user.moc"
