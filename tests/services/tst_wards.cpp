#include "app/services/appointmentservice.h"
#include "app/services/deviceservice.h"
#include "app/services/tabletcontentservice.h"
#include "app/services/wardservice.h"
#include "tests/support/deskroom.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct WardRoom : DeskRoom
{
    using DeskRoom::DeskRoom;
    Session admin{{}, u"admin"_s, Role::Admin};

    QStringList names()
    {
        QStringList names;
        const QList<Ward> all = wards.list(viewer).value();
        for (const Ward &ward : all)
            names << (ward.isListed ? ward.name : u"("_s + ward.name + u')');
        return names;
    }
    Ward ward(const QString &name)
    {
        const QList<Ward> all = wards.list(viewer).value();
        for (const Ward &ward : all) {
            if (ward.name == name)
                return ward;
        }
        return {};
    }
    // One patient, one feedback, one appointment and one tablet of it.
    Patient fill(const QString &name)
    {
        const Patient patient = addPatient(u"Ebelle Ndolo"_s, {}, name);
        FeedbackDraft said;
        said.ward = name;
        said.ratings.overallExperience = 4;
        if (!feedback.submit(reception, said))
            qFatal("feedback");
        if (!appointments.schedule(
                reception, {.patient = patient.id, .startsAt = clock.now().addDays(3), .ward = name}))
            qFatal("appointment");
        if (!devices.add(admin, {.name = u"Tablette de "_s + name, .ward = name}))
            qFatal("device");
        return patient;
    }
};

} // namespace

// The wards and services of the hospital, on both databases.
class WardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void areThoseOfTheListAndThoseThatRecordsName();
    void areAddedOnce();
    void areAllKeptWhenManyAddAtOnce();
    void areRenamedEverywhereAtOnce();
    void renamingTellsFormsThatAreOpen();
    void sortsAStrayNameIntoTheList();
    void areNotMadeOneByRenaming();
    void areMoved();
    void areTakenOffTheListWhileRecordsKeepTheName();
    void areTheAdministrators();
    void writesTheAudit();

private:
    std::unique_ptr<WardRoom> room()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        auto room = std::make_unique<WardRoom>(dialect);
        for (const QString &name : {u"Maternité"_s, u"Urgences"_s, u"Pédiatrie"_s})
            room->wards.add(room->admin, name).value();
        return room;
    }
};

void WardsTest::areThoseOfTheListAndThoseThatRecordsName()
{
    const auto room = this->room();
    room->fill(u"Maternité"_s);
    room->addPatient(u"Ngo Bassa"_s, {}, u"Maternite"_s);
    QCOMPARE(room->names(), QStringList({u"Maternité"_s, u"Urgences"_s, u"Pédiatrie"_s, u"(Maternite)"_s}));
    QCOMPARE(room->ward(u"Maternité"_s),
        (Ward{
            .name = u"Maternité"_s, .isListed = true, .patients = 1, .feedback = 1, .appointments = 1, .devices = 1}));
    QCOMPARE(room->ward(u"Urgences"_s).records(), 0);
    QCOMPARE(room->ward(u"Maternite"_s).patients, 1);
}

void WardsTest::areAddedOnce()
{
    const auto room = this->room();
    QCOMPARE(room->wards.add(room->admin, u"  Bloc   opératoire "_s)->name, u"Bloc opératoire"_s);
    QVERIFY(room->settings.current().wards.endsWith(u"Bloc opératoire"_s)); // at once, though settings are cached
    const Result<Ward> again = room->wards.add(room->admin, u"bloc Opératoire"_s);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(again.error().fields, QList<FieldError>({{u"name"_s, u"taken"_s}}));
    QCOMPARE(room->wards.add(room->admin, u" "_s).error().fields, QList<FieldError>({{u"name"_s, u"required"_s}}));
    QCOMPARE(room->wards.add(room->admin, QString(81, u'x')).error().fields,
        QList<FieldError>({{u"name"_s, u"tooLong"_s, {{u"max"_s, 80}}}}));
}

void WardsTest::areAllKeptWhenManyAddAtOnce()
{
    const auto room = this->room();
    const qsizetype before = room->settings.current().wards.size();
    std::vector<std::unique_ptr<QThread>> desks;
    for (int desk = 0; desk < 4; ++desk) {
        desks.emplace_back(QThread::create([&room, desk] {
            for (int i = 0; i < 5; ++i)
                (void)room->wards.add(room->admin, u"Service %1-%2"_s.arg(desk).arg(i));
        }));
        desks.back()->start();
    }
    for (const auto &desk : desks)
        desk->wait();
    QCOMPARE(room->settings.current().wards.size(), before + 20);
}

void WardsTest::areRenamedEverywhereAtOnce()
{
    const auto room = this->room();
    const Patient patient = room->fill(u"Maternité"_s);
    TabletContentDraft draft;
    draft.wardQuestions = {{u"Maternité"_s, {TabletQuestion::Facility}}};
    QVERIFY(room->tabletContent.save(room->manager, draft, 0));

    const Ward renamed = room->wards.rename(room->admin, u"Maternité"_s, u"Maternité et néonatologie"_s).value();
    QCOMPARE(renamed,
        (Ward{.name = u"Maternité et néonatologie"_s,
            .isListed = true,
            .patients = 1,
            .feedback = 1,
            .appointments = 1,
            .devices = 1}));
    QCOMPARE(room->names(), QStringList({u"Maternité et néonatologie"_s, u"Urgences"_s, u"Pédiatrie"_s}));
    QCOMPARE(room->patients.find(room->viewer, patient.id)->ward, renamed.name);
    for (const QString &table :
        {u"patients"_s, u"feedback"_s, u"appointments"_s, u"devices"_s, u"tablet_questions"_s}) {
        QCOMPARE(room->number(u"SELECT count(*) FROM %1 WHERE ward = 'Maternité'"_s.arg(table)), 0);
        QCOMPARE(room->number(u"SELECT count(*) FROM %1 WHERE ward = ?"_s.arg(table), {renamed.name}), 1);
    }
    const QList<FeedbackGroup> byWard = room->statistics.statistics(room->manager, {})->feedback.byWard;
    QCOMPARE(byWard.size(), 1);
    QCOMPARE(byWard.constFirst().key, renamed.name);
    QCOMPARE(byWard.constFirst().figures.responses, 1);
    QCOMPARE(room->settings.current().wards.constFirst(), renamed.name);
}

void WardsTest::renamingTellsFormsThatAreOpen()
{
    const auto room = this->room();
    const Patient patient = room->fill(u"Maternité"_s);
    QSignalSpy records(&room->events, &DomainEvents::recordsImported);
    QSignalSpy settings(&room->events, &DomainEvents::settingsChanged);
    QVERIFY(room->wards.rename(room->admin, u"Maternité"_s, u"Gynécologie"_s));
    QCOMPARE(records.size(), 1);
    QCOMPARE(settings.size(), 1);
    // A form that was open meanwhile would write the old name back.
    QCOMPARE(room->patients.edit(room->reception, patient.id, draftOf(patient), patient.version).error().code,
        ErrorCode::VersionMismatch);
}

void WardsTest::sortsAStrayNameIntoTheList()
{
    const auto room = this->room();
    room->fill(u"Maternité"_s);
    room->addPatient(u"Ngo Bassa"_s, {}, u"Maternite"_s);
    QCOMPARE(room->wards.rename(room->admin, u"Maternite"_s, u"Maternité"_s)->patients, 2);
    QCOMPARE(room->names(), QStringList({u"Maternité"_s, u"Urgences"_s, u"Pédiatrie"_s}));
}

void WardsTest::areNotMadeOneByRenaming()
{
    const auto room = this->room();
    room->fill(u"Maternité"_s);
    QCOMPARE(room->wards.rename(room->admin, u"Maternité"_s, u"URGENCES"_s).error().fields,
        QList<FieldError>({{u"name"_s, u"taken"_s}}));
    QCOMPARE(room->ward(u"Maternité"_s).patients, 1);
    QCOMPARE(room->wards.rename(room->admin, u"Maternité"_s, u"MATERNITÉ"_s)->name, u"MATERNITÉ"_s);
    QCOMPARE(room->wards.rename(room->admin, u"Cardiologie"_s, u"Cardio"_s).error().code, ErrorCode::NotFound);
}

void WardsTest::areMoved()
{
    const auto room = this->room();
    QVERIFY(room->wards.move(room->admin, u"Pédiatrie"_s, 0));
    QCOMPARE(room->names(), QStringList({u"Pédiatrie"_s, u"Maternité"_s, u"Urgences"_s}));
    QVERIFY(room->wards.move(room->admin, u"Pédiatrie"_s, 99));
    QCOMPARE(room->names(), QStringList({u"Maternité"_s, u"Urgences"_s, u"Pédiatrie"_s}));
    QCOMPARE(room->wards.move(room->admin, u"Cardiologie"_s, 0).error().code, ErrorCode::NotFound);
}

void WardsTest::areTakenOffTheListWhileRecordsKeepTheName()
{
    const auto room = this->room();
    room->fill(u"Maternité"_s);
    const Ward removed = room->wards.remove(room->admin, u"Maternité"_s).value();
    QCOMPARE(removed.records(), 4);
    QVERIFY(!removed.isListed);
    QCOMPARE(room->names(), QStringList({u"Urgences"_s, u"Pédiatrie"_s, u"(Maternité)"_s}));
    QCOMPARE(room->wards.remove(room->admin, u"Maternité"_s).error().code, ErrorCode::NotFound);
}

void WardsTest::areTheAdministrators()
{
    const auto room = this->room();
    const auto isForbidden = [](const auto &answer) { return !answer && answer.error().code == ErrorCode::Forbidden; };
    for (const Session &who : {room->manager, room->reception, room->viewer, room->device}) {
        QVERIFY(isForbidden(room->wards.add(who, u"Cardiologie"_s)));
        QVERIFY(isForbidden(room->wards.rename(who, u"Urgences"_s, u"Cardiologie"_s)));
        QVERIFY(isForbidden(room->wards.move(who, u"Urgences"_s, 0)));
        QVERIFY(isForbidden(room->wards.remove(who, u"Urgences"_s)));
    }
    QVERIFY(isForbidden(room->wards.list(room->device)));
    QCOMPARE(room->names(), QStringList({u"Maternité"_s, u"Urgences"_s, u"Pédiatrie"_s}));
}

void WardsTest::writesTheAudit()
{
    const auto room = this->room();
    room->fill(u"Maternité"_s);
    QVERIFY(room->wards.rename(room->admin, u"Maternité"_s, u"Gynécologie"_s));
    QSqlQuery &audit = room->store.database().execute(
        u"SELECT actor_name, detail FROM audit WHERE entity = 'ward' AND action = 'renamed'"_s);
    QVERIFY(audit.next());
    QCOMPARE(audit.value(0).toString(), u"admin"_s);
    QCOMPARE(audit.value(1).toString(), u"Maternité > Gynécologie: patients 1 feedback 1 appointments 1 devices 1"_s);
}

QTEST_GUILESS_MAIN(WardsTest)
#include "tst_wards.moc"
