#include "app/services/tabletfileservice.h"

#include "app/services/tabletfilereader.h"

#include <QFile>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refusal(const QString &key, ErrorCode code = ErrorCode::Invalid)
{
    return fail(code, {{u"file"_s, key}});
}

QString counted(const TabletFileReport &report)
{
    QStringList words;
    for (const auto &row : syncStatusTable.rows)
        words += u"%1=%2"_s.arg(row.key).arg(report.count(row.value));
    return words.join(u' ');
}

// When the file was written. A tablet whose battery was empty may have lost its time since its clock was compared with
// the desk's: one that went back behind what it wrote down itself, or to before there were such pages, says nothing.
QDateTime timeWritten(const TabletFile &file, const QDateTime &now)
{
    static const QDateTime firstPages({2026, 1, 1}, {0, 0}, Qt::UTC);
    const bool wentBack = std::ranges::any_of(file.answers, [&](const LeftAnswer &answer) {
        return answer.item.draft.feedbackDate && *answer.item.draft.feedbackDate > file.exportedAt;
    });
    const QDateTime written = file.exportedAt.addDuration(file.clockOffset.value_or(std::chrono::milliseconds(0)));
    return wentBack || written < firstPages ? now : std::min(written, now);
}

} // namespace

TabletFileService::TabletFileService(Database &database, const Clock &clock, DeviceService &devices, SyncService &sync)
    : m_database(database)
    , m_clock(clock)
    , m_devices(devices)
    , m_sync(sync)
    , m_audit(database)
{
}

Result<TabletFile> TabletFileService::read(const Session &who, const QString &path)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(u"fileUnreadable"_s);
    // One byte more than may be: what grows or tells no size is not read without end.
    const QByteArray bytes = file.read(largestTabletFile + 1);
    if (file.error() != QFileDevice::NoError)
        return refusal(u"fileUnreadable"_s);
    if (bytes.size() > largestTabletFile)
        return fail(ErrorCode::TooLarge, {{u"file"_s, u"tooLarge"_s, {{u"max"_s, largestTabletFile}}}});
    if (bytes.isEmpty())
        return refusal(u"fileEmpty"_s);
    return readTabletFile(bytes);
}

Result<TabletFileReport> TabletFileService::take(
    const Session &who, const TabletFile &file, const std::function<bool(qsizetype)> &onProgress)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    const Session from = sender(who, file);
    TabletFileReport report;
    for (const LeftAnswer &answer : file.answers) {
        const QDateTime now = m_clock.now();
        SyncBatch batch{.items = {answer.item}, .file = TabletFileOrigin{file.ward, timeWritten(file, now)}};
        if (file.clockOffset)
            batch.clientTime = now.addDuration(-*file.clockOffset);
        report.lines += takeOne(from, batch, answer);
        if (!onProgress(report.lines.size())) {
            report.isInterrupted = report.lines.size() < file.answers.size();
            break;
        }
    }
    Transaction transaction{m_database};
    m_audit.append(auditEntry(who, m_clock.now(), u"imported"_s, u"device"_s, from.device.value, counted(report)));
    transaction.commit();
    return report;
}

// Also for the tablet, where it is one of this store: a number alone may be that of another hospital's.
Session TabletFileService::sender(const Session &who, const TabletFile &file)
{
    Session from = who;
    if (file.device && m_devices.nameOf(who, file.device) == file.deviceName)
        from.device = file.device;
    return from;
}

TabletFileLine TabletFileService::takeOne(const Session &who, const SyncBatch &batch, const LeftAnswer &answer)
{
    TabletFileLine line{.givenAt = answer.item.draft.feedbackDate};
    line.outcome = m_sync.take(who, batch).value().items.first(); // it may, and it is one item
    const bool isStored = line.outcome.audio && line.outcome.audio->isComplete;
    const bool isTaken
        = line.outcome.status != SyncStatus::Invalid && line.outcome.status != SyncStatus::Retry && answer.item.audio;
    if (isStored || (isTaken && m_sync.takeRecording(who, line.outcome.clientId, answer.recording)))
        line.voice = LeftVoice::Stored;
    else if (answer.item.audio)
        line.voice = isTaken ? LeftVoice::Refused : LeftVoice::None;
    else if (answer.item.lostAudio)
        line.voice = LeftVoice::Lost;
    return line;
}

} // namespace accueil
