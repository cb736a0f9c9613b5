// How long a person waits for the window: from the start of the process to the first pixel it paints, and to the
// picture that stays (the sign-in, or the first-run form, ready for keys). Watches the screen from outside, so that
// nothing of the program has to help; needs an X display with nothing else on it (window.sh makes one). usage:
// bench_window PATH/TO/accueil [RUNS] [PICTURE.png of the last run]

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

namespace {

constexpr int quietMs = 1'000; // without a change: the picture stays
constexpr int patienceMs = 30'000;

QImage screenNow()
{
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
}

struct Waits
{
    double first = 0; // ms until anything was painted
    double last = 0; // ms until the last change, the blinking of the cursor left out
};

// A text cursor that blinks is no other picture.
bool isAnotherPicture(const QImage &one, const QImage &other)
{
    constexpr int cursorPixels = 200; // a text cursor has 2 x 20 or so
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        const auto *a = reinterpret_cast<const QRgb *>(one.constScanLine(y));
        const auto *b = reinterpret_cast<const QRgb *>(other.constScanLine(y));
        for (int x = 0; x < one.width(); ++x)
            different += a[x] != b[x];
        if (different > cursorPixels)
            return true;
    }
    return false;
}

std::optional<Waits> run(const QString &program, const QString &picture)
{
    const QImage before = screenNow();
    QElapsedTimer clock;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    clock.start();
    process.start(program, QStringList());
    Waits waits;
    QImage shown = before;
    while (clock.elapsed() < patienceMs && (waits.last <= 0 || double(clock.elapsed()) < waits.last + quietMs)) {
        const QImage now = screenNow();
        const double at = double(clock.nsecsElapsed()) / 1e6;
        if (isAnotherPicture(now, shown)) {
            if (waits.first <= 0)
                waits.first = at;
            waits.last = at;
            shown = now;
        }
        QThread::msleep(2);
    }
    process.terminate();
    const bool ended = process.waitForFinished(5'000);
    if (!ended)
        process.kill();
    process.waitForFinished();
    if (!picture.isEmpty())
        shown.save(picture);
    return waits.first > 0 && ended ? std::optional(waits) : std::nullopt;
}

void report(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %6.0f ms   least %6.0f   most %6.0f   (%zu runs)\n", what, times[times.size() / 2],
        times.front(), times.back(), times.size());
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_window PATH/TO/accueil [RUNS] [PICTURE.png]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    std::vector<double> first;
    std::vector<double> last;
    for (int i = 0; i < runs; ++i) {
        const std::optional<Waits> waits
            = run(QString::fromLocal8Bit(argv[1]), argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString());
        if (!waits) {
            std::fprintf(stderr, "no window came up, or it did not end when asked to\n");
            return 1;
        }
        first.push_back(waits->first);
        last.push_back(waits->last);
    }
    report("first painted", first);
    report("the picture that stays", last);
    return 0;
}
