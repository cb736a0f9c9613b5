#include "tests/ui/pageroom.h"
#include "ui/feedback/arrivals.h"
#include "ui/frame/notice.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const Session tablet{{}, u"Maternité, salle 2"_s, Role::Device};

FeedbackDraft saying(const QString &words, const QString &ward)
{
    FeedbackDraft draft;
    draft.comments = words;
    draft.ward = ward;
    draft.method = SubmissionMethod::Tablet;
    return draft;
}

// As the server does: on a thread of its own.
void submitElsewhere(PageRoom &room, const QList<FeedbackDraft> &drafts)
{
    std::unique_ptr<QThread> server(QThread::create([&] {
        for (const FeedbackDraft &draft : drafts)
            QVERIFY(room.feedback.submit(tablet, draft));
    }));
    server->start();
    QVERIFY(server->wait(30'000));
}

} // namespace

class ArrivalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatATabletSendsIsSaidWithoutAName_data() { TestDatabase::addDialectRows(); }
    void whatATabletSendsIsSaidWithoutAName()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        Arrivals arrivals(room.context());
        FeedbackDraft draft = saying(u"Merci au docteur Ndam"_s, u"Maternité"_s);
        draft.patientName = u"Ebelle Ndolo, Grâce"_s;
        draft.phoneNumber = u"+237655123456"_s;
        submitElsewhere(room, {draft});
        QTRY_COMPARE(arrivals.count(), 1);
        QCOMPARE(arrivals.words(), u"1 new feedback, Maternité"_s);
    }

    void aBurstIsOneWord()
    {
        PageRoom room;
        Arrivals arrivals(room.context());
        QSignalSpy said(&arrivals, &Arrivals::arrived);
        QList<FeedbackDraft> many;
        for (int i = 0; i < 40; ++i)
            many.append(saying(u"Merci"_s, QStringList{u"Maternité"_s, u"Pédiatrie"_s, u"Urgences"_s}.at(i % 3)));
        submitElsewhere(room, many);
        QTRY_COMPARE(arrivals.count(), 40);
        QVERIFY2(said.size() <= 3, qPrintable(QString::number(said.size())));
        QVERIFY2(arrivals.words().startsWith(u"40 new feedback"_s), qPrintable(arrivals.words()));
        QVERIFY2(arrivals.words().endsWith(u"and 1 other ward(s)"_s), qPrintable(arrivals.words()));
        arrivals.seen();
        QVERIFY(arrivals.words().isEmpty());
    }

    void whatIWroteMyselfOrChangedIsNoNews()
    {
        PageRoom room;
        UserDraft user;
        user.username = u"m.bata"_s;
        user.password = u"manguier tambour pirogue"_s;
        user.role = Role::Admin;
        const User me = room.accounts.registerUser(std::nullopt, user).value();
        const Feedback earlier = room.feedback.submit(tablet, saying(u"Avant"_s, u"Urgences"_s))->feedback;
        room.clock.advance(std::chrono::minutes(1));
        PageContext context = room.context();
        context.session = Session{me.id, me.username, Role::Manager};
        Arrivals arrivals(context);
        QVERIFY(room.feedback.submit(context.session, saying(u"Au bureau"_s, u"Maternité"_s)));
        FeedbackDraft changed = draftOf(earlier);
        changed.comments = u"Avant et après"_s;
        QVERIFY(room.feedback.edit(room.manager, earlier.id, changed));
        submitElsewhere(room, {saying(u"Merci"_s, u"Pédiatrie"_s)});
        QTRY_COMPARE(arrivals.words(), u"1 new feedback, Pédiatrie"_s);
        QTest::qWait(700);
        QCOMPARE(arrivals.count(), 1);
    }

    // Its recording follows in pieces, each of which changes it.
    void theSameFeedbackIsCountedOnce()
    {
        PageRoom room;
        Arrivals arrivals(room.context());
        const Feedback one = room.feedback.submit(tablet, saying(u"Merci"_s, u"Maternité"_s))->feedback;
        QTRY_COMPARE(arrivals.count(), 1);
        Q_EMIT room.events.feedbackChanged(one.id);
        QTest::qWait(700);
        QCOMPARE(arrivals.count(), 1);
    }

    void theNoticeTakesNoFocusAndLeadsThere()
    {
        QWidget window;
        auto *line = new QLineEdit;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(line);
        column->addStretch();
        Notice notice(&window);
        window.resize(900, 600);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        line->setFocus();
        QSignalSpy wanted(&notice, &Notice::wanted);
        QSignalSpy gone(&notice, &Notice::gone);
        notice.say(u"1 new feedback, Maternité"_s, u"Show"_s);
        QVERIFY(notice.isVisible());
        QVERIFY(line->hasFocus());
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(notice.accessibleName(), u"1 new feedback, Maternité"_s);
        QVERIFY(window.rect().contains(notice.geometry()));
        auto *open = notice.findChild<QPushButton *>(u"noticeOpen"_s);
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(line->hasFocus());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(gone.size(), 1);
        QVERIFY(!notice.isVisible());
        notice.say(u"2 new"_s, u"Show"_s);
        QTest::keyClick(line, Qt::Key_Tab);
        QVERIFY(open->hasFocus()); // by keyboard too
        QTest::keyClick(open, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
    }
};

QTEST_MAIN(ArrivalsTest)
#include "tst_arrivals.moc"
