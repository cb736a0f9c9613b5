#include "app/domain/attemptoutcome.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace accueil;

class AttemptOutcomeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingLeavesAFinalState()
    {
        for (const auto &from : attemptOutcomeTable.rows) {
            for (const auto &to : attemptOutcomeTable.rows)
                QVERIFY(!isFinal(from.value) || !mayBecome(from.value, to.value));
        }
        QVERIFY(isFinal(AttemptOutcome::Delivered));
        QVERIFY(isFinal(AttemptOutcome::Undelivered));
        QVERIFY(isFinal(AttemptOutcome::Failed));
    }

    void nothingGoesBackToSending()
    {
        for (const auto &from : attemptOutcomeTable.rows)
            QVERIFY(!mayBecome(from.value, AttemptOutcome::Sending));
    }

    void whatIsInDoubtMayBecomeEverythingButSending()
    {
        for (const auto &to : attemptOutcomeTable.rows) {
            const bool expected = to.value != AttemptOutcome::Sending && to.value != AttemptOutcome::Unknown;
            QCOMPARE(mayBecome(AttemptOutcome::Unknown, to.value), expected);
        }
    }

    // The same news in any order, each of them any number of times, ends in the same state.
    void newsInAnyOrderEndsAlike()
    {
        QRandomGenerator random(20260312);
        for (int round = 0; round < 10'000; ++round) {
            QList<AttemptOutcome> news{AttemptOutcome::Accepted, AttemptOutcome::Accepted, AttemptOutcome::Sent,
                AttemptOutcome::Sent, AttemptOutcome::Delivered};
            std::shuffle(news.begin(), news.end(), random);
            AttemptOutcome state = AttemptOutcome::Sending;
            for (const AttemptOutcome next : news) {
                if (mayBecome(state, next))
                    state = next;
            }
            QCOMPARE(state, AttemptOutcome::Delivered);
        }
    }
};

QTEST_GUILESS_MAIN(AttemptOutcomeTest)
#include "tst_attemptoutcome.moc"
