#include "tests/ui/pageroom.h"

#include "app/services/feedbackservice.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/rankchart.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/keyfigure.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/stateview.h"

#include <QSignalSpy>
#include <QTabBar>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(PageRoom &room)
        : page(room.context(Role::Manager))
    {
        page.resize(1200, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        tabs = page.findChild<QTabBar *>(u"dashboardTabs"_s);
        QTRY_COMPARE(page.findChild<StateView *>()->state(), StateView::State::Content);
        QTRY_VERIFY(!page.findChild<KeyFigure *>(u"responses"_s)->content().value.isEmpty());
    }
    void turnTo(int tab)
    {
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Home);
        for (int i = 0; i < tab; ++i)
            QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), tab);
    }
    ChartCard *card(const QString &name) { return page.findChild<ChartCard *>(name); }
    KeyFigure::Content figure(const QString &name) { return page.findChild<KeyFigure *>(name)->content(); }
    ChartTable::Row row(const QString &name, const QString &first)
    {
        for (const ChartTable::Row &row : card(name)->chart()->table().rows) {
            if (row.cells.constFirst().text == first)
                return row;
        }
        return {};
    }

    DashboardPage page;
    QTabBar *tabs = nullptr;
};

void give(PageRoom &room, const QString &ward, int stars, int times, const QString &words = {})
{
    for (int i = 0; i < times; ++i) {
        FeedbackDraft draft;
        draft.ward = ward;
        draft.ratings = {stars, stars, stars, stars, 2 * stars, stars};
        draft.feedbackDate = room.clock.now().addDays(-1 - i % 20);
        draft.comments = words;
        QVERIFY(room.feedback.submit(room.reception, draft));
    }
}

void label(PageRoom &room, const QString &ward, const QString &topics, const QString &sentiment)
{
    room.store.database().execute(
        u"UPDATE feedback SET topics = ?, sentiment = ? WHERE ward = ?"_s, {topics, sentiment, ward});
}

} // namespace

// The views behind the overview: one ward, one topic, reminders.
class TestDashboardViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWardIsShownAgainstTheRest()
    {
        PageRoom room;
        give(room, u"Nord"_s, 5, 40);
        give(room, u"Sud"_s, 2, 40);
        Shown shown(room);
        shown.turnTo(1);
        QCOMPARE(shown.row(u"wardsRecommendation"_s, u"Nord"_s).cells.at(1).text, u"100"_s);
        QCOMPARE(shown.row(u"wardsPositive"_s, u"Sud"_s).cells.at(1).text, u"0"_s);
        QSignalSpy gone(&shown.page, &WindowPage::goTo);
        Chart *wards = shown.card(u"wardsOverall"_s)->chart();
        wards->setFocus();
        QTest::keyClick(wards, Qt::Key_End);
        QTest::keyClick(wards, Qt::Key_Return); // goes into the ward
        QTRY_VERIFY(shown.card(u"wardQuestions"_s)->isVisible());
        QVERIFY(gone.isEmpty());
        QVERIFY(!shown.card(u"wardsOverall"_s)->isVisible());
        QCOMPARE(shown.page.findChild<FilterChip *>(u"wardFilter"_s)->value().toString(), u"Sud"_s);
        QCOMPARE(shown.figure(u"wardSatisfaction"_s).value, u"2.00"_s);
        QCOMPARE(shown.row(u"wardQuestions"_s, u"Treatment"_s).cells.at(1).text, u"2.00"_s);
        QCOMPARE(shown.row(u"wardQuestions"_s, u"Treatment"_s).cells.at(5).text, u"worse"_s);
        auto *chip = shown.page.findChild<FilterChip *>(u"wardFilter"_s);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_VERIFY(shown.card(u"wardsOverall"_s)->isVisible());
    }

    void aTopicIsCountedAgainstWhatIsSaidInAll()
    {
        PageRoom room;
        give(room, u"Nord"_s, 2, 30, u"On a attendu."_s);
        give(room, u"Sud"_s, 4, 60, u"Merci."_s);
        label(room, u"Nord"_s, u"waiting_time"_s, u"negative"_s);
        label(room, u"Sud"_s, u"food"_s, u"positive"_s);
        Shown shown(room);
        shown.turnTo(2);
        Chart *topics = shown.card(u"allTopics"_s)->chart();
        topics->setFocus();
        QTest::keyClick(topics, Qt::Key_End);
        QTest::keyClick(topics, Qt::Key_Return);
        QTRY_VERIFY(shown.card(u"topicWards"_s)->isVisible());
        QCOMPARE(shown.figure(u"topicResponses"_s).value, u"33.3"_s); // 30 of 90
        QCOMPARE(shown.figure(u"topicComplaints"_s).value, u"100.0"_s);
        QCOMPARE(shown.row(u"topicWards"_s, u"Nord"_s).cells.at(1).text, u"100"_s);
        QCOMPARE(shown.row(u"topicWards"_s, u"Nord"_s).cells.at(2).text, u"30"_s);
        QCOMPARE(shown.row(u"topicWards"_s, u"Nord"_s).cells.at(5).text, u"more often"_s);
        QCOMPARE(shown.row(u"topicWards"_s, u"Sud"_s).cells.at(1).text, u"0"_s);
    }

    void remindersAreCountedByChannel()
    {
        PageRoom room;
        const Patient patient = room.addPatient(u"Ebelle"_s, u"+237655123456"_s, u"Nord"_s);
        for (int i = 0; i < 20; ++i)
            room.addReminder(patient, room.clock.now().addSecs(60 * (i + 1)));
        room.store.database().execute(u"UPDATE reminders SET status = 'delivered' WHERE id % 5 <> 0"_s);
        room.store.database().execute(u"UPDATE reminders SET status = 'failed' WHERE id % 5 = 0"_s);
        Shown shown(room);
        shown.turnTo(3);
        QCOMPARE(shown.figure(u"remindersDelivered"_s).value, u"80.0"_s);
        QCOMPARE(shown.row(u"remindersFunnel"_s, u"Planned"_s).cells.at(1).text, u"20"_s);
        QCOMPARE(shown.row(u"remindersFunnel"_s, u"Arrived"_s).cells.at(1).text, u"16"_s);
        const ChartTable::Row sms = shown.row(u"remindersByChannel"_s, u"SMS"_s);
        QCOMPARE(sms.cells.at(1).text, u"80"_s);
        QCOMPARE(sms.cells.at(2).text, u"20"_s);
        QVERIFY(sms.spoken.contains(u"indicative"_s));
        QCOMPARE(shown.row(u"remindersByWard"_s, u"Nord"_s).cells.at(1).text, u"80"_s);
        QCOMPARE(shown.figure(u"remindersCost"_s).value, u"—"_s); // nobody has told a price
    }
};

QTEST_MAIN(TestDashboardViews)
#include "tst_dashboardviews.moc"
