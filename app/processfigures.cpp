#include "app/processfigures.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace accueil {

#ifdef Q_OS_LINUX

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Seconds since 1970 at which the machine started.
double bootTime()
{
    for (const QByteArray &line : contentOf(u"/proc/stat"_s).split('\n')) {
        if (line.startsWith("btime "))
            return line.mid(6).toDouble();
    }
    return 0;
}

} // namespace

std::optional<OperationFigures::Process> processFigures()
{
    const QByteArray stat = contentOf(u"/proc/self/stat"_s);
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from field 3 of proc(5) on
    constexpr int first = 3;
    if (fields.size() < 25 - first)
        return std::nullopt;
    static const double boot = bootTime();
    const double tick = double(::sysconf(_SC_CLK_TCK));
    const auto field = [&](int number) { return fields.at(number - first); };
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    return OperationFigures::Process{
        .cpuSeconds = (field(14).toDouble() + field(15).toDouble()) / tick,
        .startTime = boot + field(22).toDouble() / tick,
        .residentBytes = field(24).toLongLong() * ::sysconf(_SC_PAGESIZE),
        .virtualBytes = field(23).toLongLong(),
        .openFiles = QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot).size(),
        .mostOpenFiles = qint64(files.rlim_cur),
    };
}

#else

std::optional<OperationFigures::Process> processFigures()
{
    return std::nullopt;
}

#endif

} // namespace accueil
