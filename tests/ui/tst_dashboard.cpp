#include "tests/ui/pageroom.h"

#include "app/services/feedbackservice.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/rankchart.h"
#include "ui/charts/timechart.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/keyfigure.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/pages.h"
#include "ui/translator.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stateview.h"

#include <QSignalSpy>
#include <QTableView>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(PageRoom &room, Role role = Role::Manager)
        : page(room.context(role))
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        states = page.findChild<StateView *>();
    }
    KeyFigure::Content figure(const QString &name) { return page.findChild<KeyFigure *>(name)->content(); }
    ChartCard *card(const QString &name) { return page.findChild<ChartCard *>(name); }
    const ChartTable &table(const QString &name) { return card(name)->chart()->table(); }
    ChartTable::Row row(const QString &name, const QString &first)
    {
        for (const ChartTable::Row &row : table(name).rows) {
            if (row.cells.constFirst().text == first)
                return row;
        }
        return {};
    }

    DashboardPage page;
    StateView *states;
};

void give(PageRoom &room, const QString &ward, int stars, int times, int daysAgo = 1, const QString &words = {})
{
    for (int i = 0; i < times; ++i) {
        FeedbackDraft draft;
        draft.ward = ward;
        draft.ratings.overallExperience = stars;
        draft.ratings.recommendationLikelihood = 2 * stars;
        draft.feedbackDate = room.clock.now().addDays(-daysAgo);
        draft.comments = words;
        QVERIFY(room.feedback.submit(room.reception, draft));
    }
}

// Two wards that can be told apart, one in the middle and one of four people.
void fill(PageRoom &room)
{
    give(room, u"Maternité"_s, 5, 30);
    give(room, u"Maternité"_s, 4, 10);
    give(room, u"Urgences"_s, 1, 20);
    give(room, u"Urgences"_s, 2, 15);
    give(room, u"Chirurgie"_s, 4, 4);
    give(room, u"Chirurgie"_s, 3, 4);
    give(room, u"Chirurgie"_s, 2, 2);
    give(room, u"Dialyse"_s, 5, 4);
    give(room, u"Maternité"_s, 3, 40, 40); // the period before
}

} // namespace

// The dashboard shows what the service counts, and nothing that misleads.
class TestDashboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresAreThoseOfTheService_data() { TestDatabase::addDialectRows(); }
    void figuresAreThoseOfTheService()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        fill(room);
        Shown shown(room);
        QTRY_COMPARE_WITH_TIMEOUT(shown.figure(u"responses"_s).value, u"89"_s, 20'000);
        const QDate today = room.clock.now().toTimeZone(QTimeZone("Africa/Douala")).date();
        StatisticsFilter month;
        month.firstDay = today.addDays(-29);
        month.lastDay = today;
        const FeedbackStatistics now = room.statistics.feedback(room.manager, month).value();
        const RatingFigure &all = now.all.overallExperience;
        const QLocale locale;
        const auto words = [&](double number) { return locale.toString(number, 'f', 2); };
        QCOMPARE(shown.figure(u"satisfaction"_s).value, words(*all.mean()));
        QCOMPARE(shown.figure(u"satisfaction"_s).basis,
            u"n = %1 · %2 to %3"_s.arg(
                QString::number(all.n()), words(all.interval().low), words(all.interval().high)));
        QCOMPARE(now.byWard.size(), 4);
        for (const FeedbackGroup &ward : now.byWard) {
            const ChartTable::Row row = shown.row(u"wards"_s, ward.key);
            if (ward.key == u"Dialyse"_s)
                continue;
            const RatingFigure &figure = ward.figures.overallExperience;
            QCOMPARE(row.cells.at(1).text, words(*figure.mean()));
            QCOMPARE(row.cells.at(2).text, QString::number(figure.n()));
            QCOMPARE(row.cells.at(3).text, words(figure.interval().low));
            QCOMPARE(row.cells.at(4).text, words(figure.interval().high));
        }
        QCOMPARE(shown.row(u"wards"_s, u"Urgences"_s).cells.at(5).text, u"worse"_s);
        QCOMPARE(shown.row(u"wards"_s, u"Maternité"_s).cells.at(5).text, u"better"_s);
        QCOMPARE(shown.row(u"wards"_s, u"Chirurgie"_s).cells.at(5).text, u"indicative"_s);
        QVERIFY(shown.row(u"wards"_s, u"Chirurgie"_s).spoken.contains(u"n = 10"_s));
        QCOMPARE(shown.card(u"wards"_s)->finding(), u"Urgences: clearly below the other wards"_s);
    }

    void fewPeopleAreNotShown()
    {
        PageRoom room;
        fill(room);
        Shown shown(room);
        QTRY_COMPARE_WITH_TIMEOUT(shown.figure(u"responses"_s).value, u"89"_s, 20'000);
        const ChartTable::Row four = shown.row(u"wards"_s, u"Dialyse"_s);
        QCOMPARE(four.cells.at(1).text, u"n < 5"_s);
        QVERIFY(!four.cells.at(1).value.isValid());
        QCOMPARE(four.cells.size(), 2);
        QVERIFY(!four.opens);
        shown.page.findChild<FilterChip *>(u"wardFilter"_s)->setValue(u"Dialyse"_s);
        Q_EMIT shown.page.findChild<FilterChip *>(u"wardFilter"_s)->chosen(u"Dialyse"_s);
        QTRY_COMPARE(shown.figure(u"satisfaction"_s).value, u"—"_s);
        QCOMPARE(shown.figure(u"satisfaction"_s).basis, u"4 of 5 answers needed"_s);
        QVERIFY(!shown.figure(u"satisfaction"_s).trend);
        QVERIFY(shown.card(u"wards"_s)->isEmpty());
    }

    void aChangeIsGoodOrBadOnlyOutsideChance()
    {
        PageRoom room;
        give(room, u"Nord"_s, 4, 20);
        give(room, u"Nord"_s, 3, 20);
        give(room, u"Nord"_s, 4, 18, 40);
        give(room, u"Nord"_s, 3, 22, 40);
        Shown shown(room);
        QTRY_COMPARE(shown.figure(u"satisfaction"_s).value, u"3.50"_s);
        QCOMPARE(shown.figure(u"satisfaction"_s).trend->text, u"+0.05"_s);
        QCOMPARE(shown.figure(u"satisfaction"_s).trend->tone, Tone::Neutral);
        give(room, u"Nord"_s, 1, 60);
        shown.page.refresh();
        QTRY_COMPARE(shown.figure(u"satisfaction"_s).value, u"2.00"_s);
        QCOMPARE(shown.figure(u"satisfaction"_s).trend->tone, Tone::Danger);
        QVERIFY(shown.figure(u"satisfaction"_s).spoken.contains(u"a clear change"_s));
    }

    void presetsAndArrowsChangeThePeriod()
    {
        PageRoom room;
        give(room, u"Nord"_s, 4, 6, 2);
        give(room, u"Nord"_s, 4, 7, 20);
        give(room, u"Nord"_s, 4, 8, 80);
        Shown shown(room);
        QTRY_COMPARE(shown.figure(u"responses"_s).value, u"13"_s);
        auto *presets = shown.page.findChild<Segmented *>(u"presets"_s);
        presets->setFocus();
        QTest::keyClick(presets, Qt::Key_Left);
        QTRY_COMPARE(shown.figure(u"responses"_s).value, u"6"_s);
        QTest::keyClick(presets, Qt::Key_Right);
        QTest::keyClick(presets, Qt::Key_Right);
        QTRY_COMPARE(shown.figure(u"responses"_s).value, u"21"_s);
    }

    void behindAMarkAreItsRowsAndNoOthers()
    {
        PageRoom room;
        fill(room);
        Shown shown(room);
        QTRY_COMPARE_WITH_TIMEOUT(shown.figure(u"responses"_s).value, u"89"_s, 20'000);
        QSignalSpy gone(&shown.page, &WindowPage::goTo);
        Chart *wards = shown.card(u"wards"_s)->chart();
        wards->setFocus();
        QTest::keyClick(wards, Qt::Key_Home);
        QTest::keyClick(wards, Qt::Key_Down);
        QTest::keyClick(wards, Qt::Key_Down); // the last one that is shown
        QTest::keyClick(wards, Qt::Key_Return);
        QCOMPARE(gone.size(), 1);
        const auto destination = gone.first().first().value<Destination>();
        QCOMPARE(destination.page, PageId::Feedback);
        QCOMPARE(destination.behindWords, u"Urgences"_s);

        FeedbackPage list(room.context());
        list.resize(1200, 800);
        list.show();
        auto *table = list.findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 100); // the first page of all 129
        list.arrive(destination);
        QTRY_COMPARE(table->model()->rowCount(), 35);
        for (int row = 0; row < 35; ++row)
            QCOMPARE(table->model()->index(row, 2).data().toString(), u"Urgences"_s);
        auto *figure = list.findChild<FilterChip *>(u"figure"_s);
        QVERIFY(figure->isVisible());
        give(room, u"Urgences"_s, 1, 1, 2); // what comes belongs to it
        QTRY_COMPARE(table->model()->rowCount(), 36);
        figure->setFocus();
        QTest::keyClick(figure, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->rowCount(), 100);
        QVERIFY(!figure->isVisible());
    }

    void newFeedbackIsCountedByItself()
    {
        PageRoom room;
        give(room, u"Nord"_s, 4, 6);
        Shown shown(room);
        QTRY_COMPARE(shown.figure(u"responses"_s).value, u"6"_s);
        give(room, u"Nord"_s, 4, 1);
        QTRY_COMPARE(shown.figure(u"responses"_s).value, u"7"_s);
    }

    void topicsComeWithAnExample()
    {
        PageRoom room;
        give(room, u"Nord"_s, 1, 6, 1, u"On a attendu quatre heures, c’est trop long."_s);
        room.store.database().execute(u"UPDATE feedback SET topics = 'waiting_time', sentiment = 'negative'"_s);
        Shown shown(room);
        QTRY_COMPARE(shown.table(u"topics"_s).rows.size(), 1);
        const ChartTable::Row waiting = shown.table(u"topics"_s).rows.first();
        QCOMPARE(waiting.cells.at(0).text, u"Waiting time"_s);
        QCOMPARE(waiting.cells.at(1).text, u"6"_s);
        QCOMPARE(waiting.cells.at(2).text, u"6"_s);
        QVERIFY(waiting.spoken.contains(u"On a attendu quatre heures"_s));
        QCOMPARE(shown.card(u"topics"_s)->finding(), u"Most spoken about, mostly in complaints: Waiting time"_s);
    }

    void onlyWhoMayReadFiguresSeesThem()
    {
        const QList<PageEntry> pages = allPages();
        const auto entry = std::find_if(
            pages.begin(), pages.end(), [](const PageEntry &page) { return page.id == PageId::Dashboard; });
        QVERIFY(entry != pages.end());
        QVERIFY(roleMay(Role::Admin, entry->permission) && roleMay(Role::Manager, entry->permission));
        QVERIFY(!roleMay(Role::Reception, entry->permission) && !roleMay(Role::Viewer, entry->permission));
        PageRoom room;
        fill(room);
        Shown shown(room, Role::Reception); // and the service does not rely on it
        QTRY_COMPARE(shown.states->state(), StateView::State::Error);
    }

    void speaksFrench()
    {
        PageRoom room;
        Translator translator(room.preferences);
        translator.choose(u"fr"_s);
        fill(room);
        {
            Shown shown(room);
            QTRY_COMPARE_WITH_TIMEOUT(shown.figure(u"responses"_s).value, u"89"_s, 20'000);
            QCOMPARE(shown.card(u"wards"_s)->finding(), u"Urgences\u00a0: nettement sous les autres services"_s);
            QVERIFY(shown.figure(u"satisfaction"_s).basis.contains(u','));
            QCOMPARE(shown.row(u"wards"_s, u"Urgences"_s).cells.at(5).text, u"moins bien"_s);
            QVERIFY(shown.table(u"wards"_s).csv().contains(";"));
        }
        translator.choose(u"en"_s);
    }
};

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
