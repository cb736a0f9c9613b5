#include "app/processidentity.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

// Which processes this one can see at all: machine, its last start and, in a container, the container's own list.
QString place()
{
    const QByteArray boot = contentOf(u"/proc/sys/kernel/random/boot_id"_s);
    const QString processes = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).section(u'/', -1);
    return QString::fromLatin1(QSysInfo::machineUniqueId()) + u'/' + QString::fromLatin1(boot) + u'/' + processes;
}

// In clock ticks after the start of the machine (proc(5), stat, field 22); empty: there is no such process, or the
// system does not say.
QString startOf(const QString &process)
{
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(process));
    // The name of the program, field 2, is in brackets and may hold anything.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return QString::fromLatin1(fields.value(19));
}

} // namespace

QString processIdentity()
{
    const QString process = QString::number(QCoreApplication::applicationPid());
    return QStringList{place(), process, startOf(process)}.join(u' ');
}

bool isProcessGone(const QString &identity)
{
    const QStringList parts = identity.split(u' ');
    if (parts.size() != 3 || parts.at(0) != place() || parts.at(2).isEmpty())
        return false;
    return startOf(parts.at(1)) != parts.at(2);
}

} // namespace accueil
