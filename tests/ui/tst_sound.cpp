#include "app/domain/attachment.h"
#include "ui/audio/qtsoundbooth.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace accueil;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<qint16> tone(std::chrono::milliseconds length, int amplitude)
{
    QList<qint16> samples(length.count() * Sound::rate / 1000);
    for (qsizetype i = 0; i < samples.size(); ++i)
        samples[i] = qint16(amplitude * std::sin(2 * std::numbers::pi * 440 * double(i) / Sound::rate));
    return samples;
}

QList<qint16> silence(std::chrono::milliseconds length)
{
    return tone(length, 20); // rooms are never quite silent
}

int peak(const Sound &sound)
{
    int most = 0;
    for (const qint16 sample : sound.samples)
        most = std::max(most, std::abs(int(sample)));
    return most;
}

} // namespace

// Speech as it is recorded: cut, levelled, packed and unpacked.
class SoundTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsSilenceAtBothEndsOnly()
    {
        const Sound sound{silence(1s) + tone(500ms, 8000) + silence(700ms) + tone(300ms, 8000) + silence(2s)};
        const auto length = trimmed(sound).duration();
        QVERIFY2(length >= 1700ms && length <= 1900ms, qPrintable(QString::number(length.count())));
        QVERIFY(trimmed({silence(3s)}).isEmpty());
        QVERIFY(trimmed({}).isEmpty());
        QCOMPARE(trimmed({tone(200ms, 8000)}).duration(), 200ms); // nothing to cut
    }
    void levelsGently()
    {
        QVERIFY(std::abs(peak(normalised({tone(100ms, 10'000)})) - 23'200) < 300); // -3 dB
        QVERIFY(std::abs(peak(normalised({tone(100ms, 32'767)})) - 23'200) < 300); // softer as well
        QVERIFY(std::abs(peak(normalised({tone(100ms, 1000)})) - 4000) < 50); // four times at most
        QVERIFY(normalised({}).isEmpty());
    }
    void showsHowLoudItIs()
    {
        QCOMPARE(loudness({}), 0.0);
        QVERIFY(loudness(tone(100ms, 20)) < 0.1);
        const double speech = loudness(tone(100ms, 4000));
        QVERIFY(speech > 0.4 && speech < loudness(tone(100ms, 20'000)));
    }
    void packsSpeechSmall()
    {
        const QByteArray packed = oggOpus({tone(15s, 8000)});
        QCOMPARE(audioMediaType(packed), u"audio/ogg"_s);
        QVERIFY(packed.contains("OpusHead"));
        QVERIFY2(packed.size() < 50'000, qPrintable(QString::number(packed.size())));
        QVERIFY(packed.size() > 5000);
    }
    void readsWhatItPacked()
    {
        QtSoundBooth booth;
        QSignalSpy decoded(&booth, &SoundBooth::decoded);
        QSignalSpy failed(&booth, &SoundBooth::failed);
        booth.decode(oggOpus({tone(1s, 8000)}));
        QTRY_VERIFY_WITH_TIMEOUT(decoded.size() + failed.size() > 0, 20'000);
        QCOMPARE(failed.size(), 0);
        const auto sound = decoded.constFirst().constFirst().value<Sound>();
        QVERIFY2(std::abs(sound.duration().count() - 1000) < 60, qPrintable(QString::number(sound.duration().count())));
        QVERIFY(std::abs(peak(sound) - 8000) < 1500);
    }
    void saysThatItCannotReadWhatIsNoRecording()
    {
        QtSoundBooth booth;
        QSignalSpy failed(&booth, &SoundBooth::failed);
        booth.decode(QByteArray(5000, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
        QCOMPARE(failed.constFirst().constFirst().value<SoundTrouble>(), SoundTrouble::Unreadable);
    }
};

int main(int argc, char **argv)
{
    QtSoundBooth::chooseBackend();
    QCoreApplication application(argc, argv);
    SoundTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sound.moc"
