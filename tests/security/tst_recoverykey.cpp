#include "app/security/recoverykey.h"

#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class RecoveryKeyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWrittenInEightGroupsOfFour();
    void isReadAsPeopleTypeIt_data();
    void isReadAsPeopleTypeIt();
    void noticesMistakes();
    void noticesSwappedSigns();
    void refusesOtherLengthsAndSigns_data();
    void refusesOtherLengthsAndSigns();
    void unwrapsOnlyItsOwn();
    void noticesAChangedWrap();
};

void RecoveryKeyTest::isWrittenInEightGroupsOfFour()
{
    static const QRegularExpression form(u"^([A-HJ-NP-Z2-9]{4}-){7}[A-HJ-NP-Z2-9]{4}$"_s);
    for (int i = 0; i < 200; ++i) {
        const RecoveryKey key = RecoveryKey::create();
        QVERIFY2(form.match(key.text()).hasMatch(), qPrintable(key.text()));
        QCOMPARE(key.groups().size(), 8);
        QVERIFY(key.text() != RecoveryKey::create().text());
    }
}

void RecoveryKeyTest::isReadAsPeopleTypeIt_data()
{
    QTest::addColumn<QString>("typed");
    const QString text = RecoveryKey::create().text();
    QTest::newRow("as printed") << text;
    QTest::newRow("lower case") << text.toLower();
    QTest::newRow("spaces") << QString(text).replace(u'-', u' ');
    QTest::newRow("nothing between") << QString(text).remove(u'-');
    QTest::newRow("lines and blanks") << u"  "_s + QString(text).replace(u'-', u'\n') + u"\n"_s;
    QTest::newRow("long dashes") << QString(text).replace(u'-', u'\u2013');
}

void RecoveryKeyTest::isReadAsPeopleTypeIt()
{
    QFETCH(QString, typed);
    const Result<RecoveryKey> key = RecoveryKey::parse(typed);
    QVERIFY(key.has_value());
    const QString signs = QString(key->text()).remove(u'-');
    QCOMPARE(signs, typed.toUpper().remove(QRegularExpression(u"[^A-Z0-9]"_s)));
}

void RecoveryKeyTest::noticesMistakes()
{
    // Ten bits of check: of 32 * 31 single mistakes, one in a thousand may pass; more would be a broken check.
    const QString alphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZ23456789"_s;
    const QString right = QString(RecoveryKey::create().text()).remove(u'-');
    int unnoticed = 0;
    for (qsizetype i = 0; i < right.size(); ++i) {
        for (const QChar sign : alphabet) {
            QString wrong = right;
            wrong[i] = sign;
            unnoticed += wrong != right && RecoveryKey::parse(wrong) ? 1 : 0;
        }
    }
    QVERIFY2(unnoticed <= 10, qPrintable(QString::number(unnoticed)));
}

void RecoveryKeyTest::noticesSwappedSigns()
{
    int swaps = 0;
    int unnoticed = 0;
    for (int key = 0; key < 20; ++key) {
        const QString right = QString(RecoveryKey::create().text()).remove(u'-');
        for (qsizetype i = 0; i + 1 < right.size(); ++i) {
            QString wrong = right;
            std::swap(wrong[i], wrong[i + 1]);
            swaps += wrong != right ? 1 : 0;
            unnoticed += wrong != right && RecoveryKey::parse(wrong) ? 1 : 0;
        }
    }
    QVERIFY(swaps > 500);
    QVERIFY2(unnoticed <= 8, qPrintable(QString::number(unnoticed)));
}

void RecoveryKeyTest::refusesOtherLengthsAndSigns_data()
{
    QTest::addColumn<QString>("typed");
    const QString text = RecoveryKey::create().text();
    QTest::newRow("empty") << QString();
    QTest::newRow("one short") << text.chopped(1);
    QTest::newRow("one group short") << text.chopped(5);
    QTest::newRow("one too many") << text + u'A';
    QTest::newRow("letter O") << u'O' + text.mid(1);
    QTest::newRow("digit 0") << u'0' + text.mid(1);
    QTest::newRow("letter I") << u'I' + text.mid(1);
    QTest::newRow("digit 1") << u'1' + text.mid(1);
    QTest::newRow("accent") << u'\u00c9' + text.mid(1);
    QTest::newRow("password") << u"cheval batterie agrafe"_s;
    QTest::newRow("a million signs") << QString(1'000'000, u'A');
}

void RecoveryKeyTest::refusesOtherLengthsAndSigns()
{
    QFETCH(QString, typed);
    const Result<RecoveryKey> key = RecoveryKey::parse(typed);
    QVERIFY(!key);
    QCOMPARE(key.error(), (Error{ErrorCode::Invalid, {{u"recovery_key"_s, u"badRecoveryKey"_s}}}));
}

void RecoveryKeyTest::unwrapsOnlyItsOwn()
{
    const QByteArray master(32, 'm');
    const RecoveryKey key = RecoveryKey::create();
    const QByteArray wrapped = key.wrap(master);
    QVERIFY(!wrapped.contains(master));
    QVERIFY(wrapped != key.wrap(master));
    const Result<QByteArray> opened = RecoveryKey::parse(key.text())->unwrap(wrapped);
    QVERIFY(opened.has_value());
    QCOMPARE(*opened, master);
    const Result<QByteArray> refused = RecoveryKey::create().unwrap(wrapped);
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.first().key, u"badRecoveryKey"_s);
}

void RecoveryKeyTest::noticesAChangedWrap()
{
    const RecoveryKey key = RecoveryKey::create();
    const QByteArray wrapped = key.wrap(QByteArray(32, 'm'));
    for (const qsizetype at : {qsizetype(0), qsizetype(1), qsizetype(20), wrapped.size() - 1}) {
        QByteArray changed = wrapped;
        changed[at] = char(changed.at(at) ^ 1);
        QVERIFY(!key.unwrap(changed));
    }
    QVERIFY(!key.unwrap(QByteArray()));
    QVERIFY(!key.unwrap(wrapped.first(40)));
    QVERIFY(key.unwrap(wrapped).has_value());
}

QTEST_GUILESS_MAIN(RecoveryKeyTest)
#include "tst_recoverykey.moc"
