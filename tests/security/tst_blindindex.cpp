#include "app/security/blindindex.h"

#include <QtTest>

#include <algorithm>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"Ngo Mbarga Éwané"_s;
const QString number = u"P000123"_s;
const QString phone = u"+237670123456"_s;

Keyring someKey()
{
    return Keyring({{quint16(1), QByteArray(32, 'k')}});
}

bool isLookedUp(const BlindIndex &index, const QString &query)
{
    const QList<qint64> wanted = index.tagsOfQuery(query);
    const QList<qint64> there = index.tagsOfPatient(name, number, phone);
    return !wanted.isEmpty()
        && std::all_of(wanted.cbegin(), wanted.cend(), [&](qint64 tag) { return there.contains(tag); });
}

} // namespace

class BlindIndexTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsByWhatPeopleType_data();
    void findsByWhatPeopleType();
    void doesNotMatchWhatWasNotMeant_data();
    void doesNotMatchWhatWasNotMeant();
    void neverLosesAMatch();
    void isTooShortToSearch_data();
    void isTooShortToSearch();
    void asksForPairsFirst();
    void staysSmallForEndlessQueries();
    void sortsTagsWithoutDoubles();
    void dependsOnTheKey();
    void keepsItsTagsWhenKeysRotate();
    void separatesKinds();
};

void BlindIndexTest::findsByWhatPeopleType_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"mbarga", "ngo", "ewane", "EWANÉ", "éwa", "ew", "mbarga ewane", "ewane mbarga",
             "ewa mba ngo", "ng mb", "m ewane", "ngo-mbarga", "mbarga, ewane", "P000123", "p000123", "P00", "P0001",
             "123", "000123", "12", "670123456", "+237670123456", "237670123456", "00237 670 12 34 56", "6701", "67012",
             "670 12 34 56", "+237 6 70 12 34 56", "3456", "mbarga 6701", "ewane 123", "ewane P000123", "ng ngo",
             "mbarga mbarga", "(670) 123-456"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void BlindIndexTest::findsByWhatPeopleType()
{
    QFETCH(QString, query);
    QVERIFY2(isLookedUp(BlindIndex(someKey()), query), "the tags of the query are not all among the patient's");
    QVERIFY(BlindIndex::matches(query, name, number, phone));
}

void BlindIndexTest::doesNotMatchWhatWasNotMeant_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"ewanes", "ewann", "arga", "mbarga x", "ewane ewa mbo", "P000124", "1234", "456",
             "670123457", "2345", "P0012", "33670123456", "0"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void BlindIndexTest::doesNotMatchWhatWasNotMeant()
{
    QFETCH(QString, query);
    QVERIFY(!BlindIndex::matches(query, name, number, phone));
}

// Whatever matches() accepts must be found by the tags: tried on every combination of beginnings of what a patient has.
void BlindIndexTest::neverLosesAMatch()
{
    const BlindIndex index(someKey());
    QStringList starts;
    for (const QString &whole :
        {u"ngo"_s, u"mbarga"_s, u"ewane"_s, u"p000123"_s, u"123"_s, u"670123456"_s, u"3456"_s}) {
        for (qsizetype length = 1; length <= whole.size(); ++length)
            starts += whole.left(length);
    }
    int checked = 0;
    for (const QString &a : starts) {
        for (const QString &b : starts) {
            const QString query = a + u' ' + b;
            if (!BlindIndex::matches(query, name, number, phone) || index.tagsOfQuery(query).isEmpty())
                continue;
            QVERIFY2(isLookedUp(index, query), qPrintable(query));
            ++checked;
        }
    }
    QVERIFY2(checked > 500, qPrintable(QString::number(checked)));
}

void BlindIndexTest::isTooShortToSearch_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"", " ", "m", "é", "m e", "1", "+237 6", "---", "0"})
        QTest::newRow(query) << QString::fromUtf8(query);
}

void BlindIndexTest::isTooShortToSearch()
{
    QFETCH(QString, query);
    QVERIFY(BlindIndex(someKey()).tagsOfQuery(query).isEmpty());
}

void BlindIndexTest::asksForPairsFirst()
{
    const BlindIndex index(someKey());
    const QList<qint64> tags = index.tagsOfQuery(u"mbarga ew"_s);
    QCOMPARE(tags.size(), 2); // the pair says "ew" already
    QCOMPARE(tags.first(), index.tagOf("pair", u"ew|mb"_s));
    QCOMPARE(tags.last(), index.tagOf("start", u"mbarga"_s));
    QCOMPARE(index.tagsOfQuery(u"ew mb"_s), QList<qint64>({index.tagOf("pair", u"ew|mb"_s)}));
    QCOMPARE(index.tagsOfQuery(u"ewane"_s), QList<qint64>({index.tagOf("start", u"ewane"_s)}));
}

void BlindIndexTest::staysSmallForEndlessQueries()
{
    QString query;
    for (int i = 0; i < 5000; ++i)
        query += QChar(u'a' + i % 26) + QString(QChar(u'a' + i / 26 % 26)) + QChar(u'a' + i / 676) + u' ';
    QVERIFY(BlindIndex(someKey()).tagsOfQuery(query).size() <= 8);
}

void BlindIndexTest::sortsTagsWithoutDoubles()
{
    const BlindIndex index(someKey());
    const QList<qint64> tags = index.tagsOfPatient(u"Ngo Ngo Ngono"_s, number, phone);
    QVERIFY(std::is_sorted(tags.cbegin(), tags.cend()));
    QVERIFY(std::adjacent_find(tags.cbegin(), tags.cend()) == tags.cend());
    QVERIFY(index.tagsOfPatient(QString(), QString(), QString()).isEmpty());
    QVERIFY(index.tagsOfPatient(name, number, phone).size() < 30);
}

void BlindIndexTest::dependsOnTheKey()
{
    const BlindIndex first(someKey());
    const BlindIndex second(Keyring({{quint16(1), QByteArray(32, 'x')}}));
    QCOMPARE(first.tagOf("email", u"a@b.cm"_s), BlindIndex(someKey()).tagOf("email", u"a@b.cm"_s));
    QVERIFY(first.tagOf("email", u"a@b.cm"_s) != second.tagOf("email", u"a@b.cm"_s));
}

void BlindIndexTest::keepsItsTagsWhenKeysRotate()
{
    QCOMPARE(BlindIndex(someKey().withNewVersion()).tagsOfPatient(name, number, phone),
        BlindIndex(someKey()).tagsOfPatient(name, number, phone));
}

void BlindIndexTest::separatesKinds()
{
    const BlindIndex index(someKey());
    QVERIFY(index.tagOf("email", u"x"_s) != index.tagOf("start", u"x"_s));
    QVERIFY(index.tagOf("a", u"bc"_s) != index.tagOf("ab", u"c"_s));
}

QTEST_GUILESS_MAIN(BlindIndexTest)
#include "tst_blindindex.moc"
