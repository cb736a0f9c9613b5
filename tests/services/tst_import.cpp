#include "app/services/domainevents.h"
#include "app/services/feedbackservice.h"
#include "app/services/importservice.h"
#include "app/services/patientservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testengine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A store with the services that an import goes through, and a folder for files.
struct Desk
{
    explicit Desk(Dialect dialect)
        : store(dialect)
        , patients(store.database(), store.cipher(), clock, events)
        , feedback(store.database(), store.cipher(), clock, events, testEngine())
        , imports(patients, feedback, events)
    {
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the test's file");
        file.write(text);
        return file.fileName();
    }
    ImportReport import(
        ImportKind kind, const QString &file, const std::function<bool(const ImportProgress &)> &onProgress = {})
    {
        const Result<ImportPreview> preview = imports.preview(who, kind, file);
        if (!preview)
            qFatal("no preview");
        const Result<ImportReport> report
            = imports.import(who, kind, file, {preview->mapping, preview->language, {}}, onProgress);
        if (!report)
            qFatal("no report");
        return *report;
    }
    qint64 feedbackCount() { return feedback.list(who, {}, {1, 0})->total; }
    qint64 patientCount() { return patients.list(who, {}, {1, 0})->total; }

    QTemporaryDir folder;
    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    PatientService patients;
    FeedbackService feedback;
    ImportService imports;
    Session who = Session::system();
};

QByteArray fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray dirtyHeader = "feedback_id,patient_id,patient_age,patient_gender,department,wait_time_min,rating,"
                               "feedback_text,date_submitted\n";

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWhatIsValidAndListsTheRest_data() { TestDatabase::addDialectRows(); }
    void takesWhatIsValidAndListsTheRest()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        const QString file = desk.write(u"dirty.csv"_s,
            dirtyHeader
                + "FB1,P009139,80.0,M,Cardiology,39,3.0,Slow lab.,2024-09-26\n"
                  "FB2,P001355,-4,F,Outpatient,73,1.0,Parking difficulty.,2024-09-26\n"
                  "FB3,P007826,30.5,F,Outpatient,31,1.0,,2025-01-07\n"
                  "FB4,,,Other,Cardiology,24,-1.2471,,2024-10-13\n"
                  "FB5,P1,20,F,Oncology,1,4.0,Good.,\n"
                  "FB6,P1,20,F,Oncology,1,4.0,Good.,2024-13-45\n"
                  ",,,,Radiology,,5.0,,2024-10-14\n");
        const ImportReport report = desk.import(ImportKind::Feedback, file);
        QCOMPARE(report.progress.accepted, 2);
        QCOMPARE(report.progress.refused, 5);
        QCOMPARE(report.progress.repeated, 0);
        QCOMPARE(desk.feedbackCount(), 2);
        QCOMPARE(QFileInfo(report.reportFile).absolutePath(), QFileInfo(file).absolutePath());

        const QByteArray refused = fileText(report.reportFile);
        QVERIFY2(refused.contains("3,\"patient_age\",\"'-4\",\"outOfRange\""), refused.constData());
        QVERIFY2(refused.contains("4,\"patient_age\",\"30.5\",\"notWhole\""), refused.constData());
        QVERIFY2(refused.contains("5,\"rating\",\"'-1.2471\",\"notWhole\""), refused.constData());
        QVERIFY2(refused.contains("6,\"date_submitted\",\"\",\"required\""), refused.constData());
        QVERIFY2(refused.contains("7,\"date_submitted\",\"2024-13-45\",\"notADate\""), refused.constData());
    }

    // Whoever mends the file wants to see everything at once, not one fault after each new try.
    void listsEveryFaultOfARow()
    {
        Desk desk(Dialect::Sqlite);
        const ImportReport report = desk.import(ImportKind::Feedback,
            desk.write(u"f.csv"_s,
                dirtyHeader
                    + "FB1,P1,-4,Z,Oncology,1,17,Good.,2024-13-45\nFB2,P1,old,M,Oncology,1,99999999999,Good.,\n"));
        QCOMPARE(report.progress.refused, 2);
        const QByteArray text = fileText(report.reportFile);
        const QByteArrayList lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 4 + 3);
        for (const char *fault : {"2,\"patient_age\",\"'-4\",\"outOfRange\"",
                 "2,\"patient_gender\",\"Z\",\"unknownValue\"", "2,\"rating\",\"17\",\"outOfRange\"",
                 "2,\"date_submitted\",\"2024-13-45\",\"notADate\"", "3,\"patient_age\",\"old\",\"notANumber\"",
                 "3,\"rating\",\"99999999999\",\"outOfRange\"", "3,\"date_submitted\",\"\",\"required\""})
            QVERIFY2(text.contains(fault), text.constData());

        const ImportReport people = desk.import(
            ImportKind::Patients, desk.write(u"p.csv"_s, "name,phone_number,age,birth_date\n,12,old,2024-13-45\n"));
        const QByteArray faults = fileText(people.reportFile);
        for (const char *fault : {"\"name\",\"\",\"required\"", "\"phone_number\",\"12\",\"notAPhoneNumber\"",
                 "\"age\",\"old\",\"notANumber\"", "\"birth_date\",\"2024-13-45\",\"notADate\""})
            QVERIFY2(faults.contains(fault), faults.constData());
    }

    // What a cell holds of a row that is broken itself is not known: a shifted cell would be blamed for nothing.
    void aBrokenRowIsOneFault()
    {
        Desk desk(Dialect::Sqlite);
        const ImportReport report = desk.import(
            ImportKind::Feedback, desk.write(u"f.csv"_s, dirtyHeader + "FB1,P1,80,M,Oncology,1,2,3,4,5,6,7,8\n"));
        const QByteArray text = fileText(report.reportFile);
        QCOMPARE(text.trimmed().split('\n').size(), 2);
        QVERIFY2(text.contains("tooManyColumns"), text.constData());
    }

    void keepsAnUnknownPatientNumber()
    {
        Desk desk(Dialect::Sqlite);
        desk.import(ImportKind::Feedback,
            desk.write(u"f.csv"_s, dirtyHeader + "FB1,P009139,80,M,Cardiology,39,3,Slow lab.,2024-09-26\n"));
        const Feedback stored = desk.feedback.list(desk.who, {}, {1, 0})->items.first();
        QVERIFY(stored.notMatched());
        QCOMPARE(stored.patientReference, u"P009139"_s);
        QCOMPARE(stored.language, Language::English); // the header is English
        QCOMPARE(stored.feedbackDate, QDateTime({2024, 9, 26}, {12, 0}, Qt::UTC));
    }

    void repeatingAnImportDoublesNothing_data() { TestDatabase::addDialectRows(); }
    void repeatingAnImportDoublesNothing()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        // Two equal rows without a number of their own are two people who said the same.
        const QString file = desk.write(u"f.csv"_s,
            dirtyHeader
                + "FB1,P1,80,M,Cardiology,39,3,Slow lab.,2024-09-26\n"
                  ",,30,F,Oncology,1,5,Clean.,2024-09-27\n"
                  ",,30,F,Oncology,1,5,Clean.,2024-09-27\n");
        QCOMPARE(desk.import(ImportKind::Feedback, file).progress.accepted, 3);
        const ImportReport again = desk.import(ImportKind::Feedback, file);
        QCOMPARE(again.progress.accepted, 0);
        QCOMPARE(again.progress.repeated, 3);
        QCOMPARE(again.reportFile, QString());
        QCOMPARE(desk.feedbackCount(), 3);
    }

    void anInterruptedImportIsFinishedByTheNext()
    {
        Desk desk(Dialect::Sqlite);
        QByteArray text = dirtyHeader;
        for (int i = 0; i < 3 * ImportService::batchRows; ++i)
            text += "FB" + QByteArray::number(i) + ",P1,40,F,Oncology,1,4,Good.,2024-09-27\n";
        const QString file = desk.write(u"f.csv"_s, text);
        const ImportReport first
            = desk.import(ImportKind::Feedback, file, [](const ImportProgress &) { return false; });
        QVERIFY(first.interrupted);
        QCOMPARE(first.progress.accepted, ImportService::batchRows);
        const ImportReport second = desk.import(ImportKind::Feedback, file);
        QVERIFY(!second.interrupted);
        QCOMPARE(second.progress.repeated, ImportService::batchRows);
        QCOMPARE(second.progress.accepted, 2 * ImportService::batchRows);
        QCOMPARE(desk.feedbackCount(), 3 * ImportService::batchRows);
    }

    void aChangedRowUnderAKnownNumberIsListedNotLost()
    {
        Desk desk(Dialect::Sqlite);
        desk.import(ImportKind::Feedback,
            desk.write(u"a.csv"_s, dirtyHeader + "FB1,P1,80,M,Cardiology,39,3,Slow.,2024-09-26\n"));
        const ImportReport report = desk.import(ImportKind::Feedback,
            desk.write(u"b.csv"_s, dirtyHeader + "FB1,P1,80,M,Cardiology,39,1,Very slow.,2024-09-26\n"));
        QCOMPARE(report.progress.refused, 1);
        QVERIFY(fileText(report.reportFile).contains("differsFromStored"));
        QCOMPARE(desk.feedback.list(desk.who, {}, {1, 0})->items.first().ratings.overallExperience, 3);
    }

    void aRowThatSomebodyDeletedIsSaidToBeDeleted()
    {
        Desk desk(Dialect::Sqlite);
        const QString file = desk.write(u"a.csv"_s, dirtyHeader + "FB1,P1,80,M,Cardiology,39,3,Slow.,2024-09-26\n");
        desk.import(ImportKind::Feedback, file);
        const FeedbackId id = desk.feedback.list(desk.who, {}, {1, 0})->items.first().id;
        QVERIFY(desk.feedback.remove(desk.who, id).has_value());
        const ImportReport report = desk.import(ImportKind::Feedback, file);
        QCOMPARE(report.progress.refused, 1);
        QVERIFY(fileText(report.reportFile).contains("wasDeleted"));
        QCOMPARE(desk.feedbackCount(), 0);
    }

    void patientsAreKnownAgain_data() { TestDatabase::addDialectRows(); }
    void patientsAreKnownAgain()
    {
        QFETCH(Dialect, dialect);
        Desk desk(dialect);
        const QString file = desk.write(u"patients.csv"_s,
            "Numéro;Nom;Téléphone;Sexe;Âge;Service;Langue\n"
            "P000900;Ébelle Ndolo, Grâce;677123456;F;34;Maternité;français\n"
            ";Essomba Abena, Marthe;699887766;femme;47;Consultations;ewondo\n"
            ";Essomba Abena, Marthe;699887766;femme;47;Consultations;ewondo\n"
            "P000901;Sans Téléphone;12;M;20;Urgences;fr\n"
            ";;;F;;;\n");
        const ImportReport report = desk.import(ImportKind::Patients, file);
        QCOMPARE(report.progress.accepted, 2);
        QCOMPARE(report.progress.repeated, 1);
        QCOMPARE(report.progress.refused, 2);
        const Result<Patient> grace = desk.patients.findByNumber(desk.who, u"P000900"_s);
        QVERIFY(grace.has_value());
        QCOMPARE(grace->name, u"Ébelle Ndolo, Grâce"_s);
        QCOMPARE(grace->phoneNumber, u"+237677123456"_s);
        QCOMPARE(grace->ward, u"Maternité"_s);

        const ImportReport again = desk.import(ImportKind::Patients, file);
        QCOMPARE(again.progress.accepted, 0);
        QCOMPARE(again.progress.repeated, 3);
        QCOMPARE(desk.patientCount(), 2);
    }

    void aNumberOfSomebodyElseIsRefused()
    {
        Desk desk(Dialect::Sqlite);
        desk.import(ImportKind::Patients, desk.write(u"a.csv"_s, "patient_id,name\nP7,Somebody Known\n"));
        const ImportReport report
            = desk.import(ImportKind::Patients, desk.write(u"b.csv"_s, "patient_id,name\nP7,Another Person\n"));
        QCOMPARE(report.progress.refused, 1);
        QVERIFY(fileText(report.reportFile).contains("taken"));
    }

    void unreadableFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << QByteArray() << u"fileEmpty"_s;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0,\0",
            6) << u"badEncoding"_s;
    }
    void unreadableFilesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        Desk desk(Dialect::Sqlite);
        const Result<ImportPreview> preview
            = desk.imports.preview(desk.who, ImportKind::Feedback, desk.write(u"x.csv"_s, text));
        QVERIFY(!preview.has_value());
        QCOMPARE(preview.error().fields.first().key, key);
    }

    void aMissingFileIsNamed()
    {
        Desk desk(Dialect::Sqlite);
        const Result<ImportPreview> preview = desk.imports.preview(desk.who, ImportKind::Feedback, u"/nowhere.csv"_s);
        QCOMPARE(preview.error().fields.first().key, u"fileUnreadable"_s);
    }

    void onlyThoseWhoMayImportDo()
    {
        Desk desk(Dialect::Sqlite);
        const Session reception{UserId{1}, u"reception"_s, Role::Reception};
        const QString file = desk.write(u"f.csv"_s, dirtyHeader);
        QCOMPARE(desk.imports.preview(reception, ImportKind::Feedback, file).error().code, ErrorCode::Forbidden);
        QCOMPARE(desk.imports.import(reception, ImportKind::Feedback, file, {}, {}).error().code, ErrorCode::Forbidden);
    }

    void tellsOnceThatRecordsCame()
    {
        Desk desk(Dialect::Sqlite);
        QSignalSpy imported(&desk.events, &DomainEvents::recordsImported);
        QSignalSpy single(&desk.events, &DomainEvents::feedbackChanged);
        desk.import(ImportKind::Feedback,
            desk.write(u"f.csv"_s,
                dirtyHeader
                    + "FB1,P1,80,M,Cardiology,39,3,Slow.,2024-09-26\nFB2,P1,80,M,Cardiology,39,3,Slow.,2024-09-26\n"));
        QCOMPARE(imported.count(), 1);
        QCOMPARE(single.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
