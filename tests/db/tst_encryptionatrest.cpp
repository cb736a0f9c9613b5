#include "app/services/caseservice.h"
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "db/reminderrepository.h"
#include "db/settingsrepository.h"
#include "db/userrepository.h"
#include "tests/support/room.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Everything personal that is put in, and the words of it by themselves: none may be found in what is kept.
const QStringList seeds{u"Zéphyrine Kounkoubaye"_s, u"Zephyrine"_s, u"Kounkoubaye"_s, u"zephyrine.k@courrier.example"_s,
    u"courrier.example"_s, u"+237670918273"_s, u"670918273"_s, u"0918273"_s, u"drépanocytose sévère"_s, u"cytose"_s,
    u"1987-04-13"_s, u"L'infirmière de nuit m'a crié dessus"_s, u"infirmi"_s, u"dessus"_s, u"Notedecas"_s,
    u"Entenduchose"_s, u"Faitchose"_s, u"Transcription quarante-deux"_s, u"quarante-deux"_s, u"Traduction septante"_s,
    u"septante"_s, u"Théodule Ngassa"_s, u"Ngassa"_s, u"+237699112244"_s, u"699112244"_s, u"asthme"_s, u"CARTE-7741"_s,
    u"Votre rendez-vous de chimiothérapie"_s, u"chimioth"_s, u"jetonsecretdutwilio"_s, u"Wilhelmine"_s,
    u"wilhelmine@hopital.example"_s, u"+237677445566"_s, u"677445566"_s, u"parolesenregistrees"_s,
    u"Nouveaunom Apres"_s, u"Nouveaunom"_s, u"Effacee Entierement"_s, u"Entierement"_s};

// Put in plain, to prove that the search would find what is there.
const QString control = u"Service de contrôle 77"_s;

// The same text as it can lie in a file: UTF-8, UTF-16 of both kinds, hexadecimal, and base64 at its three alignments.
// All in lower case, as the haystack is.
QList<QByteArray> spellings(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QList<QByteArray> spellings{utf8, utf8.toHex()};
    QByteArray little;
    QByteArray big;
    for (const QChar c : text) {
        little += QByteArray(1, char(c.cell())) + char(c.row());
        big += QByteArray(1, char(c.row())) + char(c.cell());
    }
    spellings << little << big << little.toHex() << big.toHex();
    for (int before = 0; before < 3 && utf8.size() > 8; ++before) {
        const QByteArray shifted = (QByteArray(before, 'x') + utf8).toBase64();
        spellings += shifted.mid(4, (utf8.size() - 3) / 3 * 4 - 4); // without the edges, which its neighbours decide
    }
    for (QByteArray &spelling : spellings)
        spelling = spelling.toLower();
    return spellings;
}

bool holds(const QByteArray &haystack, const QString &text)
{
    const QList<QByteArray> all = spellings(text);
    return std::any_of(
        all.cbegin(), all.cend(), [&](const QByteArray &spelling) { return haystack.contains(spelling); });
}

QByteArray recording()
{
    const QByteArray sound = QByteArray(2000, '\x11') + "parolesenregistrees" + QByteArray(2000, '\x22');
    QByteArray wav
        = "RIFF" + QByteArray(4, '\0') + "WAVEfmt " + QByteArray::fromHex("10000000010001803e0000007d000002001000");
    wav.resize(36);
    return wav + "data" + QByteArray(4, '\0') + sound;
}

// Nothing is proved by looking for what was never put in.
void mustHold(bool seeded)
{
    if (!seeded)
        qFatal("a seed of the test was refused");
}

PatientDraft patientDraft(const QString &name)
{
    PatientDraft draft;
    draft.name = name;
    draft.email = u"zephyrine.k@courrier.example"_s;
    draft.phoneNumber = u"+237670918273"_s;
    draft.birthDate = QDate(1987, 4, 13);
    draft.condition = u"drépanocytose sévère"_s;
    draft.ward = control;
    return draft;
}

Patient seedPatients(Room &room)
{
    const Result<Patient> patient = room.patients.create(room.manager, patientDraft(u"Zéphyrine Kounkoubaye"_s));
    mustHold(patient.has_value());
    PatientDraft edited = draftOf(*patient);
    edited.name = u"Nouveaunom Apres"_s;
    mustHold(room.patients.edit(room.manager, patient->id, edited).has_value());
    const Result<Patient> gone = room.patients.create(room.manager, patientDraft(u"Effacee Entierement"_s));
    mustHold(room.patients.remove(room.manager, gone->id).has_value());
    return *patient;
}

void seedFeedback(Room &room, const Patient &patient)
{
    FeedbackDraft matched;
    matched.patient = patient.id;
    matched.comments = u"L'infirmière de nuit m'a crié dessus"_s;
    matched.transcript = u"Transcription quarante-deux"_s;
    matched.translation = u"Traduction septante"_s;
    FeedbackDraft unmatched;
    unmatched.patientReference = u"CARTE-7741"_s;
    unmatched.patientName = u"Théodule Ngassa"_s;
    unmatched.phoneNumber = u"+237699112244"_s;
    unmatched.condition = u"asthme"_s;
    unmatched.comments = u"septante"_s;
    mustHold(room.feedback.submit(room.manager, matched, recording()).has_value());
    mustHold(room.feedback.submit(room.manager, unmatched).has_value());
}

void seedReminder(Room &room, const Patient &patient)
{
    ReminderRepository reminders(room.store.database(), room.store.cipher());
    Transaction transaction{room.store.database()};
    Reminder reminder;
    reminder.id = reminders.nextId();
    reminder.series = reminder.id;
    reminder.clientId = u"0b8f0c1e-58d6-4a53-9f70-3c1f3f2f7a10"_s;
    reminder.patient = patient.id;
    reminder.phoneNumber = u"+237699112244"_s;
    reminder.email = u"zephyrine.k@courrier.example"_s;
    reminder.message = u"Votre rendez-vous de chimiothérapie"_s;
    reminder.scheduledTime = reminder.createdAt = reminder.updatedAt = room.clock.now();
    mustHold(reminders.insert(reminder));
    transaction.commit();
}

void seedCase(Room &room)
{
    CaseService cases(room.store.database(), room.store.cipher(), room.clock, room.events);
    const FeedbackId about = room.feedback.list(room.manager, {}, {})->items.at(0).id;
    const Result<Case> opened = cases.open(room.manager, about, CaseSeverity::High, u"Notedecas premiere"_s);
    mustHold(opened.has_value());
    mustHold(cases.resolve(room.manager, opened->id, {CaseOutcome::Solved, u"Notedecas seconde"_s}).has_value());
    mustHold(cases.change(room.manager, opened->id, {.heard = u"Entenduchose"_s, .done = u"Faitchose"_s}).has_value());
}

void seedAccountAndSecrets(Room &room)
{
    Transaction transaction{room.store.database()};
    User user;
    user.username = u"accueil1"_s;
    user.email = u"wilhelmine@hopital.example"_s;
    user.phoneNumber = u"+237677445566"_s;
    user.createdAt = room.clock.now();
    UserRepository(room.store.database(), room.store.cipher()).insert(user, u"scrypt$x"_s);
    SettingsRepository(room.store.database(), room.store.cipher())
        .setSecret(u"twilio.authToken"_s, "jetonsecretdutwilio", room.clock.now());
    transaction.commit();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString pgDump()
{
    QStringList folders;
    for (const QFileInfo &version : QDir(u"/usr/lib/postgresql"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders.prepend(version.filePath() + u"/bin"_s); // the newest first: it reads every older server
    const QString found = QStandardPaths::findExecutable(u"pg_dump"_s, folders);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"pg_dump"_s) : found;
}

// Every byte that the database keeps of the store, in lower case.
QByteArray everythingKept(const TestDatabase &store, Dialect dialect)
{
    if (dialect == Dialect::Sqlite) {
        QByteArray bytes;
        for (const QString &name : QDir(store.folder()).entryList(QDir::Files))
            bytes += contentsOf(store.folder() + u'/' + name);
        return bytes.toLower();
    }
    QProcess dump;
    dump.start(pgDump(), {u"--no-password"_s, u"--dbname"_s, store.url()});
    if (!dump.waitForFinished(60'000) || dump.exitCode() != 0)
        qFatal("pg_dump failed: %s", dump.readAllStandardError().constData());
    return dump.readAllStandardOutput().toLower();
}

} // namespace

class EncryptionAtRestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsEverySpelling_data();
    void findsEverySpelling();
    void keepsNothingPersonalInPlain_data() { TestDatabase::addDialectRows(); }
    void keepsNothingPersonalInPlain();
    void sealsEveryColumnThatIsNamedSo_data() { TestDatabase::addDialectRows(); }
    void sealsEveryColumnThatIsNamedSo();
    void refusesValuesThatWereSwappedInTheDatabase_data() { TestDatabase::addDialectRows(); }
    void refusesValuesThatWereSwappedInTheDatabase();
};

void EncryptionAtRestTest::findsEverySpelling_data()
{
    QTest::addColumn<QByteArray>("kept");
    const QString text = u"Zéphyrine Kounkoubaye"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("hexadecimal") << text.toUtf8().toHex().toUpper();
    for (int before = 0; before < 3; ++before)
        QTest::addRow("base64 behind %d bytes", before) << (QByteArray(before, 'q') + text.toUtf8() + "qq").toBase64();
}

void EncryptionAtRestTest::findsEverySpelling()
{
    QFETCH(QByteArray, kept);
    QVERIFY(holds(("before" + kept + "behind").toLower(), u"Zéphyrine Kounkoubaye"_s));
    QVERIFY(!holds(("before" + kept + "behind").toLower(), u"Théodule Ngassa"_s));
}

void EncryptionAtRestTest::keepsNothingPersonalInPlain()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = seedPatients(room);
    seedFeedback(room, patient);
    seedReminder(room, patient);
    seedCase(room);
    seedAccountAndSecrets(room);

    const QByteArray kept = everythingKept(room.store, dialect);
    QVERIFY2(holds(kept, control), "the ward is kept in plain: not to find it means not to have looked");
    QVERIFY2(kept.contains("accueil1"), "likewise the user name");
    for (const QString &seed : seeds)
        QVERIFY2(!holds(kept, seed), qPrintable(seed));

    // And yet it is all there, for who has the key.
    QCOMPARE(room.patients.find(room.manager, patient.id)->name, u"Nouveaunom Apres"_s);
    const Page<Feedback> page = *room.feedback.list(room.manager, {}, {});
    QCOMPARE(page.total, 2);
    for (const Feedback &feedback : page.items) {
        if (feedback.audio)
            QVERIFY(room.feedback.audio(room.manager, feedback.id)->bytes.contains("parolesenregistrees"));
    }
}

void EncryptionAtRestTest::sealsEveryColumnThatIsNamedSo()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient patient = seedPatients(room);
    seedFeedback(room, patient);
    seedReminder(room, patient);
    seedCase(room);
    seedAccountAndSecrets(room);
    const QHash<QString, QStringList> columns{
        {u"patients"_s, {u"name"_s, u"email"_s, u"phone_number"_s, u"birth_date"_s, u"condition"_s}},
        {u"feedback"_s,
            {u"patient_reference"_s, u"patient_name"_s, u"phone_number"_s, u"condition"_s, u"comments"_s,
                u"transcript"_s, u"translation"_s}},
        {u"attachments"_s, {u"bytes"_s}}, {u"reminders"_s, {u"phone_number"_s, u"email"_s, u"message"_s}},
        {u"users"_s, {u"email"_s, u"phone_number"_s}}, {u"settings"_s, {u"value"_s}},
        {u"cases"_s, {u"heard"_s, u"done"_s}}, {u"case_events"_s, {u"note"_s}}};
    for (auto table = columns.cbegin(); table != columns.cend(); ++table) {
        for (const QString &column : table.value()) {
            QSqlQuery &query = room.store.database().execute(
                u"SELECT %1_enc FROM %2 WHERE %1_enc IS NOT NULL"_s.arg(column, table.key()));
            int values = 0;
            for (; query.next(); ++values)
                QCOMPARE(query.value(0).toByteArray().first(3), QByteArray::fromHex("010001")); // format 1, key 1
            QVERIFY2(values > 0, qPrintable(table.key() + u'.' + column));
        }
    }
}

void EncryptionAtRestTest::refusesValuesThatWereSwappedInTheDatabase()
{
    QFETCH(Dialect, dialect);
    Room room(dialect);
    const Patient first = *room.patients.create(room.manager, patientDraft(u"Premiere Personne"_s));
    const Patient second = *room.patients.create(room.manager, patientDraft(u"Seconde Personne"_s));
    room.store.database().execute(
        u"UPDATE patients SET name_enc = (SELECT name_enc FROM patients WHERE id = ?) WHERE id = ?"_s,
        {first.id.value, second.id.value});
    QVERIFY_THROWS_EXCEPTION(CipherError, room.patients.find(room.manager, second.id));
    QCOMPARE(room.patients.find(room.manager, first.id)->name, u"Premiere Personne"_s);
    room.store.database().execute(u"UPDATE patients SET name_enc = condition_enc WHERE id = ?"_s, {first.id.value});
    QVERIFY_THROWS_EXCEPTION(CipherError, room.patients.find(room.manager, first.id));
}

QTEST_GUILESS_MAIN(EncryptionAtRestTest)
#include "tst_encryptionatrest.moc"
