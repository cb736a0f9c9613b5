#include "tests/support/cameroonnames.h"
#include "tests/support/room.h"

#include "app/domain/textfolding.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// What a search should find, said as simply as possible: every word begins a word of the name.
// Both are folded.
bool isMeant(const QStringList &tokens, const QStringList &words)
{
    return std::all_of(tokens.begin(), tokens.end(), [&](const QString &token) {
        return std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(token); });
    });
}

QString planOf(Database &database, const QString &sql)
{
    QStringList lines;
    QSqlQuery &query = database.execute(u"EXPLAIN QUERY PLAN "_s + sql);
    while (query.next())
        lines += query.value(3).toString();
    return lines.join(u'\n');
}

} // namespace

class PatientSearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatLookingThroughEverybodyFinds();
    void ordersWithinTheMatches_data() { TestDatabase::addDialectRows(); }
    void ordersWithinTheMatches();
    void filtersWithinTheMatches_data() { TestDatabase::addDialectRows(); }
    void filtersWithinTheMatches();
    void findsANumberThatIsSaidShort_data() { TestDatabase::addDialectRows(); }
    void findsANumberThatIsSaidShort();
    void findsARareNameBehindManyThatBeginAlike_data() { TestDatabase::addDialectRows(); }
    void findsARareNameBehindManyThatBeginAlike();
    void considersTwoThousandAtMost();
    void defaultListsReadAlongAnIndex_data();
    void defaultListsReadAlongAnIndex();
};

void PatientSearchTest::findsWhatLookingThroughEverybodyFinds()
{
    constexpr int people = 20'000;
    Room room(Dialect::Sqlite);
    CameroonNames names(3);
    QStringList everybody;
    QList<QStringList> everybodysWords;
    for (int i = 0; i < people; i += 2000) {
        QList<PatientDraft> drafts;
        for (int j = 0; j < 2000; ++j) {
            everybody += names.next();
            everybodysWords += foldedTokens(everybody.last());
            drafts += PatientDraft{.name = everybody.last()};
        }
        for (const Result<Patient> &created : room.patients.createBatch(room.reception, drafts))
            QVERIFY(created.has_value());
    }
    QRandomGenerator random(5);
    for (int i = 0; i < 300; ++i) {
        const QStringList words = everybody[random.bounded(people)].split(u' ');
        QString query = words.first().left(2 + random.bounded(7));
        if (i % 2 == 0)
            query = words.last().left(2 + random.bounded(7)) + u' ' + query;
        if (i % 3 == 0)
            query = foldText(query);
        const QStringList tokens = foldedTokens(query);
        const auto meant = std::count_if(everybodysWords.begin(), everybodysWords.end(),
            [&](const QStringList &words) { return isMeant(tokens, words); });
        const Page<Patient> page
            = room.patients
                  .list(room.viewer, {.search = query, .sort = PatientSort::Name, .order = SortOrder::Ascending},
                      {.limit = 500})
                  .value();
        QVERIFY2(page.total == std::min<qint64>(meant, 2000),
            qPrintable(u"%1: %2 instead of %3"_s.arg(query).arg(page.total).arg(meant)));
        for (const Patient &patient : page.items)
            QVERIFY(isMeant(tokens, foldedTokens(patient.name)));
        QVERIFY(std::is_sorted(page.items.begin(), page.items.end(),
            [](const Patient &a, const Patient &b) { return foldText(a.name) < foldText(b.name); }));
    }
}

void PatientSearchTest::ordersWithinTheMatches()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    for (const QString &name : {u"Mbarga Zita"_s, u"Mbarga Éric"_s, u"mbarga Anne"_s, u"Ewane Anne"_s}) {
        QVERIFY(room.patients.create(room.reception, {.name = name}).has_value());
        room.clock.advance(std::chrono::minutes(1));
    }
    const auto found = [&](PatientSort sort, SortOrder order, const PageRequest &page = {}) {
        QStringList list;
        const PatientFilter filter{.search = u"mbarga"_s, .sort = sort, .order = order};
        const QList<Patient> patients = room.patients.list(room.viewer, filter, page)->items;
        for (const Patient &patient : patients)
            list += patient.name;
        return list;
    };
    const QStringList byName{u"mbarga Anne"_s, u"Mbarga Éric"_s, u"Mbarga Zita"_s};
    const QStringList byTime{u"Mbarga Zita"_s, u"Mbarga Éric"_s, u"mbarga Anne"_s};
    const auto reversed = [](QStringList list) {
        std::reverse(list.begin(), list.end());
        return list;
    };
    QCOMPARE(found(PatientSort::Name, SortOrder::Ascending), byName);
    QCOMPARE(found(PatientSort::Name, SortOrder::Descending), reversed(byName));
    QCOMPARE(found(PatientSort::Number, SortOrder::Ascending), byTime);
    QCOMPARE(found(PatientSort::Registration, SortOrder::Ascending), byTime);
    QCOMPARE(found(PatientSort::LastActivity, SortOrder::Descending), reversed(byTime));
    QCOMPARE(found(PatientSort::Name, SortOrder::Ascending, {.limit = 1, .offset = 1}), byName.mid(1, 1));
    QCOMPARE(found(PatientSort::Name, SortOrder::Ascending, {.limit = 1, .offset = 9}), QStringList{});
}

void PatientSearchTest::filtersWithinTheMatches()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QVERIFY(room.patients.create(room.reception, {.name = u"Mbarga A"_s, .ward = u"Urgences"_s}).has_value());
    QVERIFY(room.patients
                .create(room.reception, {.name = u"Mbarga B"_s, .preferredLanguage = Language::Duala, .archived = true})
                .has_value());
    const auto total = [&](PatientFilter filter) {
        filter.search = u"mbar"_s;
        return room.patients.list(room.viewer, filter, {})->total;
    };
    QCOMPARE(total({}), 1);
    QCOMPARE(total({.archived = {}}), 2);
    QCOMPARE(total({.ward = u"Urgences"_s, .archived = {}}), 1);
    QCOMPARE(total({.language = Language::Duala, .archived = {}}), 1);
    QCOMPARE(total({.activeSince = room.clock.now().addSecs(1)}), 0);
    QCOMPARE(room.patients.list(room.viewer, {.search = u"m"_s}, {})->total, 0);
}

void PatientSearchTest::findsANumberThatIsSaidShort()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    for (int i = 0; i < 12; ++i)
        QVERIFY(room.patients.create(room.reception, {.name = u"Ngo"_s}).has_value());
    const auto found = [&](const QString &query) {
        QStringList numbers;
        const Page<Patient> page = room.patients.list(room.viewer, {.search = query}, {}).value();
        for (const Patient &patient : page.items)
            numbers += patient.patientNumber;
        return numbers;
    };
    for (const QString &query : {u"7"_s, u"07"_s, u"000007"_s, u"P7"_s, u"p7"_s, u"#7"_s, u" P000007 "_s})
        QCOMPARE(found(query), QStringList{u"P000007"_s});
    for (const QString &query : {u"12"_s, u"P12"_s, u"#12"_s})
        QCOMPARE(found(query), QStringList{u"P000012"_s});
    for (const QString &query : {u"0"_s, u"13"_s, u"P13"_s, u"7a"_s, u"1234567"_s})
        QCOMPARE(found(query), QStringList());
}

void PatientSearchTest::findsARareNameBehindManyThatBeginAlike()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    QList<PatientDraft> drafts(4100, PatientDraft{.name = u"Nguetsama"_s});
    drafts += PatientDraft{.name = u"Nguetsop"_s};
    QCOMPARE(room.patients.createBatch(room.reception, drafts).size(), 4101);
    QCOMPARE(room.patients.list(room.viewer, {.search = u"nguetso"_s}, {})->total, 1);
}

void PatientSearchTest::considersTwoThousandAtMost()
{
    Room room(Dialect::Sqlite);
    QVERIFY(room.patients.createBatch(room.reception, QList<PatientDraft>(2300, {.name = u"Mbarga"_s})).size() == 2300);
    const Page<Patient> page
        = room.patients.list(room.viewer, {.search = u"mbarga"_s}, {.limit = 10, .offset = 1995}).value();
    QCOMPARE(page.total, 2000);
    QCOMPARE(page.items.size(), 5);
}

void PatientSearchTest::defaultListsReadAlongAnIndex_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("index");
    QTest::newRow("patients")
        << u"SELECT * FROM patients WHERE archived = 0 ORDER BY last_activity DESC, id DESC LIMIT 50"_s
        << u"patients_activity"_s;
    QTest::newRow("patients by number")
        << u"SELECT * FROM patients WHERE archived = 0 ORDER BY patient_number LIMIT 50"_s << u"patients_number"_s;
    QTest::newRow("patients by registration")
        << u"SELECT * FROM patients WHERE archived = 0 ORDER BY registration_date DESC, id DESC LIMIT 50"_s
        << u"patients_registration"_s;
    QTest::newRow("patients of a ward")
        << u"SELECT * FROM patients WHERE archived = 0 AND ward = 'A' ORDER BY last_activity DESC, id DESC LIMIT 50"_s
        << u"patients_ward"_s;
    QTest::newRow("feedback")
        << u"SELECT f.*, a.id FROM feedback f LEFT JOIN attachments a ON a.feedback_id = f.id LEFT JOIN"
           " patients p ON p.id = f.patient_id ORDER BY f.feedback_date DESC, f.id DESC LIMIT 50"_s
        << u"feedback_date"_s;
    QTest::newRow("feedback of a ward")
        << u"SELECT * FROM feedback f WHERE f.ward = 'A' ORDER BY f.feedback_date DESC, f.id DESC"_s
        << u"feedback_ward"_s;
    QTest::newRow("feedback of a patient")
        << u"SELECT * FROM feedback f WHERE f.patient_id = 1 ORDER BY f.feedback_date DESC, f.id DESC"_s
        << u"feedback_patient"_s;
}

void PatientSearchTest::defaultListsReadAlongAnIndex()
{
    QFETCH(QString, sql);
    QFETCH(QString, index);
    TestDatabase store(Dialect::Sqlite);
    const QString plan = planOf(store.database(), sql);
    QVERIFY2(plan.contains(index) && !plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
}

QTEST_GUILESS_MAIN(PatientSearchTest)
#include "tst_patientsearch.moc"
