#include "app/services/tabletfilereader.h"
#include "app/services/tabletfileservice.h"
#include "tests/support/tabletroom.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode(-1) : result.error().code;
}

// The example that the page's own tests write and compare: plain, taken with a recording, refused, held, recording
// lost.
QString example()
{
    return QFINDTESTDATA("../data/tablet-queue-1.json");
}

QJsonObject exampleObject()
{
    QFile file(example());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool goOn(qsizetype)
{
    return true;
}

struct FileRoom : TabletRoom
{
    explicit FileRoom(Dialect dialect)
        : TabletRoom(dialect)
    {
        clock.set(QDateTime::fromString(u"2026-03-06T12:00:00Z"_s, Qt::ISODate));
    }

    TabletFileReport take(const TabletFile &file) { return files.take(admin, file, goOn).value(); }
    TabletFileReport takeExample() { return take(files.read(admin, example()).value()); }
    QList<SyncStatus> statuses(const TabletFileReport &report)
    {
        QList<SyncStatus> all;
        for (const TabletFileLine &line : report.lines)
            all += line.outcome.status;
        return all;
    }
    qint64 rows() { return number(u"SELECT count(*) FROM feedback"_s); }
    QString written(const QByteArray &bytes)
    {
        QFile file(folder.filePath(u"file.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir folder;
    TabletFileService files{store.database(), clock, devices, sync};
};

} // namespace

// What a retired tablet still held, from its file, on both databases.
class TabletFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void initTestCase() { QVERIFY(QFile::exists(example())); }

    void bringsInWhatATabletHeld();
    void doublesNothing();
    void knowsWhatArrivedOtherwise();
    void goesOnWithARecordingThatHadBegun();
    void takesARecordingThatWasLostForNoOtherBody();
    void keepsAnotherBodyForAPerson();
    void remembersWhatWasDeleted();
    void correctsTheTabletsClock();
    void keepsTheTimesOfAnOldFile();
    void mistrustsAClockThatLostItsTime_data();
    void mistrustsAClockThatLostItsTime();
    void isForTheTabletOfThisStoreOnly();
    void isNoSignOfLife();
    void takesOnlyTheRecordingThatWasAnnounced();
    void saysWhatIsWrongWithAnEntry();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesWhatIsTooLarge();
    void goesOnAfterAStop();
    void belongsToWhoMayManageDevices();
};

void TabletFileTest::bringsInWhatATabletHeld()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const Patient patient = room.patients.create(room.reception, {.name = u"Ewané"_s}).value();
    QCOMPARE(patient.patientNumber, u"P000001"_s);
    const TabletFileReport report = room.takeExample();
    using enum SyncStatus;
    QCOMPARE(room.statuses(report), QList<SyncStatus>(5, Created));
    const QList<LeftVoice> voices{
        LeftVoice::None, LeftVoice::Stored, LeftVoice::None, LeftVoice::None, LeftVoice::Lost};
    for (int i = 0; i < voices.size(); ++i)
        QCOMPARE(report.lines.at(i).voice, voices.at(i));
    const Feedback first = room.stored(report.lines.at(0).outcome);
    QCOMPARE(first.comments, u"Les sages-femmes étaient patientes."_s);
    QCOMPARE(first.ratings.treatmentSatisfaction, 5);
    QCOMPARE(first.patientReference, u"P000123"_s); // nobody's here: kept as given
    QCOMPARE(first.ward, u"Maternité"_s);
    QCOMPARE(first.method, SubmissionMethod::Tablet);
    const Feedback third = room.stored(report.lines.at(2).outcome); // a desk had refused it
    QCOMPARE(third.phoneNumber, u"+23769912"_s);
    QVERIFY(third.callbackRequested);
    QCOMPARE(room.stored(report.lines.at(3).outcome).comments, u"Bien écouté (ɓ, ŋ, ɛ, â)."_s);
    const Result<AudioRecording> voice = room.feedback.audio(room.reception, *report.lines.at(1).outcome.feedback);
    QCOMPARE(voice->attachment.sha256, u"04b5a3adc28e154ca4c27ea96dc8facb21bdb610ff8fed1c2eedbb48dbb18241"_s);
    QCOMPARE(voice->attachment.mediaType, u"audio/webm"_s);
    QCOMPARE(room.number(u"SELECT count(*) FROM audit WHERE action = 'imported'"_s), 1);
}

void TabletFileTest::doublesNothing()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFileReport first = room.takeExample();
    const TabletFileReport again = room.takeExample();
    using enum SyncStatus;
    QCOMPARE(room.statuses(again), QList<SyncStatus>(5, Known));
    QCOMPARE(again.lines.at(1).voice, LeftVoice::Stored);
    QCOMPARE(again.lines.at(4).voice, LeftVoice::Lost);
    QCOMPARE(room.rows(), 5);
    QCOMPARE(room.number(u"SELECT count(*) FROM attachments"_s), 1);
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);
    QCOMPARE(room.stored(again.lines.at(1).outcome), room.stored(first.lines.at(1).outcome));
}

void TabletFileTest::knowsWhatArrivedOtherwise()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFile file = room.files.read(room.admin, example()).value();
    room.clock.set(file.exportedAt.addSecs(-7200));
    for (const int sent : {0, 3})
        QCOMPARE(room.sendOne(file.answers.at(sent).item).status, SyncStatus::Created);
    room.clock.advance(std::chrono::hours(30));
    using enum SyncStatus;
    QCOMPARE(room.statuses(room.take(file)), QList({Known, Created, Created, Known, Created}));
    QCOMPARE(room.rows(), 5);
}

void TabletFileTest::goesOnWithARecordingThatHadBegun()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFile file = room.files.read(room.admin, example()).value();
    const LeftAnswer &spoken = file.answers.at(1);
    room.sendOne(spoken.item);
    QVERIFY(room.sync.takePiece(room.tablet, spoken.item.draft.clientId, 0, spoken.recording.first(1000)).has_value());
    const TabletFileReport report = room.take(file);
    QCOMPARE(report.lines.at(1).outcome.status, SyncStatus::Known);
    QCOMPARE(report.lines.at(1).voice, LeftVoice::Stored);
    QCOMPARE(room.feedback.audio(room.reception, *report.lines.at(1).outcome.feedback)->bytes, spoken.recording);
    QCOMPARE(room.number(u"SELECT count(*) FROM audio_pieces"_s), 0);
    // The tablet, were it still there, would learn that it is done.
    QVERIFY(room.sendOne(spoken.item).audio->isComplete);
}

void TabletFileTest::takesARecordingThatWasLostForNoOtherBody()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    TabletFile file = room.files.read(room.admin, example()).value();
    SubmittedItem announced = file.answers.at(4).item;
    announced.audio = announced.lostAudio;
    announced.lostAudio.reset();
    room.sendOne(announced); // and its answer never reached the tablet
    QCOMPARE(room.take(file).lines.at(4).outcome.status, SyncStatus::Known);
    QCOMPARE(room.number(u"SELECT count(*) FROM disputes"_s), 0);

    // Nothing but a voice, and that is lost: known, or of no use.
    SubmittedItem &silent = file.answers[4].item;
    silent.draft.clientId = u"6f1d2b0a-3c44-4e8b-9a51-0d6c7f20e1b1"_s;
    silent.draft.ratings = {};
    const TabletFileLine refused = room.take(file).lines.at(4);
    QCOMPARE(refused.outcome.status, SyncStatus::Invalid);
    QCOMPARE(refused.voice, LeftVoice::Lost);
    announced.draft = silent.draft;
    QCOMPARE(room.sendOne(announced).status, SyncStatus::Created);
    QCOMPARE(room.take(file).lines.at(4).outcome.status, SyncStatus::Known);
}

void TabletFileTest::keepsAnotherBodyForAPerson()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    TabletFile file = room.files.read(room.admin, example()).value();
    room.take(file);
    file.answers[0].item.draft.comments = u"autre chose"_s;
    for (int i = 0; i < 2; ++i)
        QCOMPARE(room.take(file).lines.at(0).outcome.status, SyncStatus::Kept);
    QCOMPARE(room.disputes.list(room.reception, {})->total, 1);
    QCOMPARE(room.rows(), 5);
}

void TabletFileTest::remembersWhatWasDeleted()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFileReport report = room.takeExample();
    QVERIFY(room.feedback.remove(room.manager, *report.lines.at(1).outcome.feedback).has_value());
    const TabletFileLine again = room.takeExample().lines.at(1);
    QCOMPARE(again.outcome.status, SyncStatus::Known);
    QVERIFY(again.outcome.isDeleted);
    QCOMPARE(room.rows(), 4);
    QCOMPARE(room.number(u"SELECT count(*) FROM attachments"_s), 0);
}

void TabletFileTest::correctsTheTabletsClock()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const Feedback feedback = room.stored(room.takeExample().lines.at(0).outcome);
    const QDateTime claimed = QDateTime::fromString(u"2026-03-02T08:10:00Z"_s, Qt::ISODate);
    QCOMPARE(feedback.clientTime, claimed);
    QCOMPARE(feedback.feedbackDate, claimed.addSecs(-5400)); // the file says: an hour and a half fast
}

void TabletFileTest::keepsTheTimesOfAnOldFile()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    room.clock.advance(std::chrono::hours(24 * 300)); // it lay in a drawer
    const Feedback feedback = room.stored(room.takeExample().lines.at(0).outcome);
    QCOMPARE(feedback.feedbackDate, QDateTime::fromString(u"2026-03-02T06:40:00Z"_s, Qt::ISODate));
    QCOMPARE(feedback.createdAt, room.clock.now());
}

void TabletFileTest::mistrustsAClockThatLostItsTime_data()
{
    QTest::addColumn<QString>("exported");
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("all of it in 1970") << u"1970-01-01T00:20:00Z"_s << u"1970-01-01T00:10:00Z"_s << false;
    QTest::newRow("all of it in 2010") << u"2010-01-01T00:20:00Z"_s << u"2010-01-01T00:10:00Z"_s << false;
    QTest::newRow("given before it was lost") << u"2010-01-01T00:20:00Z"_s << u"2026-03-02T08:10:00Z"_s << true;
    QTest::newRow("went back a month") << u"2026-02-02T08:10:00Z"_s << u"2026-03-02T08:10:00Z"_s << true;
}

void TabletFileTest::mistrustsAClockThatLostItsTime()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(QString, exported);
    QFETCH(QString, given);
    QFETCH(bool, isKept);
    FileRoom room(dialect);
    TabletFile file = room.files.read(room.admin, example()).value();
    file.exportedAt = QDateTime::fromString(exported, Qt::ISODate);
    file.clockOffset = std::chrono::milliseconds(0); // as it was before
    file.answers = {file.answers.first()};
    file.answers.first().item.draft.feedbackDate = QDateTime::fromString(given, Qt::ISODate);
    const Feedback feedback = room.stored(room.take(file).lines.at(0).outcome);
    QCOMPARE(feedback.feedbackDate, isKept ? QDateTime::fromString(given, Qt::ISODate) : room.clock.now());
}

void TabletFileTest::isForTheTabletOfThisStoreOnly()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    TabletFile file = room.files.read(room.admin, example()).value();
    file.device = room.tablet.device;
    QVERIFY(room.devices.revoke(room.admin, file.device).has_value()); // out of use, and its file counts all the same
    QCOMPARE(room.stored(room.take(file).lines.at(0).outcome).device, file.device);
    FileRoom other(dialect);
    file.deviceName = u"Chirurgie"_s; // another hospital's of the same number
    const Feedback foreign = other.stored(other.take(file).lines.at(0).outcome);
    QVERIFY(!foreign.device);
    QCOMPARE(foreign.ward, u"Maternité"_s);
}

void TabletFileTest::isNoSignOfLife()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    TabletFile file = room.files.read(room.admin, example()).value();
    file.device = room.tablet.device;
    const Device before = room.devices.find(room.admin, file.device).value();
    room.clock.advance(std::chrono::hours(1));
    room.take(file);
    QCOMPARE(room.devices.find(room.admin, file.device).value(), before);
}

void TabletFileTest::takesOnlyTheRecordingThatWasAnnounced()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    QJsonObject object = exampleObject();
    QJsonArray entries = object.value(u"entries"_s).toArray();
    QJsonObject entry = entries.at(1).toObject();
    QByteArray bytes = QByteArray::fromBase64(entry.value(u"recording_base64"_s).toString().toLatin1());
    bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
    entry.insert(u"recording_base64"_s, QString::fromLatin1(bytes.toBase64()));
    entries.replace(1, entry);
    object.insert(u"entries"_s, entries);
    const TabletFileLine damaged = room.take(readTabletFile(bytesOf(object)).value()).lines.at(1);
    QCOMPARE(damaged.outcome.status, SyncStatus::Created);
    QCOMPARE(damaged.voice, LeftVoice::Lost);
    QCOMPARE(codeOf(room.feedback.audio(room.reception, *damaged.outcome.feedback)), ErrorCode::NotFound);

    // Announced as it is, but nothing that can be played.
    entry.insert(u"client_id"_s, u"6f1d2b0a-3c44-4e8b-9a51-0d6c7f20e1b2"_s);
    QJsonObject item = entry.value(u"item"_s).toObject();
    item.insert(u"client_id"_s, entry.value(u"client_id"_s));
    entry.insert(u"item"_s, item);
    const QByteArray letter("Dear doctor");
    entry.insert(u"recording_base64"_s, QString::fromLatin1(letter.toBase64()));
    entry.insert(u"audio"_s,
        QJsonObject{
            {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(letter, QCryptographicHash::Sha256).toHex())},
            {u"size"_s, letter.size()}});
    object.insert(u"entries"_s, QJsonArray{entry});
    const TabletFileLine refused = room.take(readTabletFile(bytesOf(object)).value()).lines.at(0);
    QCOMPARE(refused.outcome.status, SyncStatus::Created);
    QCOMPARE(refused.voice, LeftVoice::Refused);
}

void TabletFileTest::saysWhatIsWrongWithAnEntry()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    QJsonObject object = exampleObject();
    const QJsonObject good = object.value(u"entries"_s).toArray().at(0).toObject();
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject entry = good;
        QJsonObject item = good.value(u"item"_s).toObject();
        item.insert(name, value);
        entry.insert(u"item"_s, item);
        return entry;
    };
    object.insert(u"entries"_s,
        QJsonArray{1, QJsonObject(), with(u"emoji_rating"_s, 9), with(u"emoji_rating"_s, u"four"_s),
            with(u"language"_s, u"klingon"_s), with(u"submitted_at"_s, u"yesterday"_s), with(u"ward"_s, QJsonArray()),
            with(u"spell"_s, 1), with(u"client_id"_s, u"seven"_s), good});
    const TabletFileReport report = room.take(readTabletFile(bytesOf(object)).value());
    const QStringList fields{u"client_id"_s, u"client_id"_s, u"emoji_rating"_s, u"emoji_rating"_s, u"language"_s,
        u"submitted_at"_s, u"ward"_s, u"spell"_s, u"client_id"_s};
    for (int i = 0; i < fields.size(); ++i) {
        QCOMPARE(report.lines.at(i).outcome.status, SyncStatus::Invalid);
        QStringList named;
        for (const FieldError &error : report.lines.at(i).outcome.errors)
            named += error.field;
        QVERIFY2(named.contains(fields.at(i)), qPrintable(named.join(u' ')));
    }
    QCOMPARE(report.lines.last().outcome.status, SyncStatus::Created);
    QCOMPARE(room.rows(), 1);
}

void TabletFileTest::refusesOtherFiles_data()
{
    const auto with = [](const QString &name, const QJsonValue &value) {
        QJsonObject object = exampleObject();
        object.insert(name, value);
        return bytesOf(object);
    };
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QByteArray() << u"fileEmpty"_s;
    QTest::newRow("a table") << QByteArray("name;phone\nFokou;655123456\n") << u"notATabletFile"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"notATabletFile"_s;
    QTest::newRow("cut off") << bytesOf(exampleObject()).first(900) << u"notATabletFile"_s;
    QTest::newRow("other JSON") << QByteArray("[1,2]") << u"notATabletFile"_s;
    QTest::newRow("other format") << with(u"format"_s, u"something"_s) << u"notATabletFile"_s;
    QTest::newRow("no version") << with(u"format_version"_s, u"1"_s) << u"notATabletFile"_s;
    QTest::newRow("later version") << with(u"format_version"_s, 2) << u"newerFormat"_s;
    QTest::newRow("no time") << with(u"exported_at"_s, u"soon"_s) << u"notATabletFile"_s;
    QTest::newRow("no entries") << with(u"entries"_s, QJsonObject()) << u"notATabletFile"_s;
}

void TabletFileTest::refusesOtherFiles()
{
    QFETCH_GLOBAL(Dialect, dialect);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, key);
    FileRoom room(dialect);
    const Result<TabletFile> file = room.files.read(room.admin, room.written(bytes));
    QCOMPARE(codeOf(file), ErrorCode::Invalid);
    QCOMPARE(file.error().fields, (QList<FieldError>{{u"file"_s, key}}));
    QCOMPARE(
        room.files.read(room.admin, room.folder.filePath(u"none"_s)).error().fields.at(0).key, u"fileUnreadable"_s);
    QCOMPARE(room.files.read(room.admin, room.folder.path()).error().fields.at(0).key, u"fileUnreadable"_s);
}

void TabletFileTest::refusesWhatIsTooLarge()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    QFile large(room.folder.filePath(u"large.json"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestTabletFile + 1));
    large.close();
    const Result<TabletFile> file = room.files.read(room.admin, large.fileName());
    QCOMPARE(codeOf(file), ErrorCode::TooLarge);
    QCOMPARE(file.error().fields.at(0).key, u"tooLarge"_s);
}

void TabletFileTest::goesOnAfterAStop()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFile file = room.files.read(room.admin, example()).value();
    const auto untilTheSecond = [](qsizetype done) { return done < 2; };
    const TabletFileReport stopped = room.files.take(room.admin, file, untilTheSecond).value();
    QVERIFY(stopped.isInterrupted);
    QCOMPARE(stopped.lines.size(), 2);
    QCOMPARE(room.rows(), 2);
    const TabletFileReport whole = room.take(file);
    QVERIFY(!whole.isInterrupted);
    QCOMPARE(whole.count(SyncStatus::Known), 2);
    QCOMPARE(whole.count(SyncStatus::Created), 3);
}

void TabletFileTest::belongsToWhoMayManageDevices()
{
    QFETCH_GLOBAL(Dialect, dialect);
    FileRoom room(dialect);
    const TabletFile file = room.files.read(room.admin, example()).value();
    for (const Session &who : {room.manager, room.reception, room.viewer, room.tablet}) {
        QCOMPARE(codeOf(room.files.read(who, example())), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.files.take(who, file, goOn)), ErrorCode::Forbidden);
        SyncBatch batch{.items = {file.answers.at(0).item}, .file = TabletFileOrigin{u"Maternité"_s, room.clock.now()}};
        QCOMPARE(codeOf(room.sync.take(who, batch)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(room.sync.takeRecording(who, u"x"_s, "OggS")), ErrorCode::Forbidden);
    }
    QCOMPARE(room.rows(), 0);
}

QTEST_GUILESS_MAIN(TabletFileTest)
#include "tst_tabletfile.moc"
