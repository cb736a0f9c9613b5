#include "app/services/eventwords.h"

#include <QMetaMethod>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// What another desk is not told: each looks at the settings by itself.
const QList<QByteArray> ownAffairs{"settingsChanged"};

} // namespace

// What changed, in words for other programs.
class EventWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsEverySignalIntoWords_data()
    {
        QTest::addColumn<int>("index");
        const QMetaObject &meta = DomainEvents::staticMetaObject;
        for (int i = meta.methodOffset(); i < meta.methodCount(); ++i) {
            if (meta.method(i).methodType() == QMetaMethod::Signal && !ownAffairs.contains(meta.method(i).name()))
                QTest::newRow(meta.method(i).name().constData()) << i;
        }
    }
    void putsEverySignalIntoWords()
    {
        QFETCH(int, index);
        const QMetaMethod signal = DomainEvents::staticMetaObject.method(index);
        DomainEvents events;
        int gathered = 0;
        EventWords words(events, [&] { ++gathered; });
        // Every id is a qint64 and nothing else.
        qint64 id = 7;
        void *arguments[] = {nullptr, &id};
        QMetaObject::activate(&events, index, arguments);
        QCOMPARE(gathered, 1);
        const QStringList said = words.take(1000);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().contains(u" 7"_s), signal.parameterCount() == 1);

        // And another desk hears the same signal.
        DomainEvents others;
        EventWords heard(others, [] {});
        QSignalSpy spy(&others, signal);
        heard.emitWord(said.first());
        QCOMPARE(spy.size(), 1);
    }
};

QTEST_GUILESS_MAIN(EventWordsTest)
#include "tst_eventwords.moc"
