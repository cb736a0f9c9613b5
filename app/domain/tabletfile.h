#pragma once

#include "app/domain/syncbatch.h"

namespace accueil {

// One answer in the file of a tablet. `item` announces a recording only when it is here.
struct LeftAnswer
{
    SubmittedItem item;
    QByteArray recording; // whole, as it was announced; empty: none, or lost
};

// What a tablet that is taken out of use still held ("Export the kept answers"), as resources/tablet/scripts/staff/
// export.js writes it.
struct TabletFile
{
    QDateTime exportedAt; // UTC, by the tablet's clock
    std::optional<std::chrono::milliseconds> clockOffset; // how far that is behind the desk's; nothing: not known
    DeviceId device; // none when the tablet was never paired
    QString deviceName;
    QString ward;
    QList<LeftAnswer> answers;
};

inline constexpr qint64 largestTabletFile = 128 * 1024 * 1024; // bytes: 700 answers with 55 seconds of voice each

// What became of the recording of an answer.
enum class LeftVoice {
    None, // there was none
    Stored, // now or before
    Lost, // the tablet had lost it, or the file holds another one than it says
    Refused, // no recording that can be played
};

struct TabletFileLine
{
    std::optional<QDateTime> givenAt; // UTC, by the tablet's clock
    SyncOutcome outcome;
    LeftVoice voice = LeftVoice::None;
};

struct TabletFileReport
{
    QList<TabletFileLine> lines; // in the order of the file
    bool isInterrupted = false;

    qsizetype count(SyncStatus status) const;
    qsizetype count(LeftVoice voice) const;
};

} // namespace accueil
