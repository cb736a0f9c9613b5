#include "ui/audio/recorderbar.h"

#include "ui/audio/levelmeter.h"
#include "ui/background.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noteline.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 12 * 1024 * 1024; // bytes: two minutes of uncompressed stereo
constexpr double audible = 0.25; // of the meter: -37 dB

qint64 milliseconds()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

QString clockText(qint64 seconds)
{
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace

RecorderBar::RecorderBar(SoundBooth *booth, std::chrono::seconds most, Files files, QWidget *parent)
    : QWidget(parent)
    , m_booth(booth)
    , m_most(most)
    , m_record(new Button(Button::Second))
    , m_play(new Button(Button::Second))
    , m_file(new Button(Button::Quiet))
    , m_meter(new LevelMeter)
    , m_time(new QLabel)
    , m_note(new NoteLine)
{
    build(files);
    connect(m_record, &QPushButton::clicked, this, &RecorderBar::pressRecord);
    connect(m_play, &QPushButton::clicked, this, &RecorderBar::pressPlay);
    connect(m_file, &QPushButton::clicked, this, &RecorderBar::chooseFile);
    if (m_booth)
        listenToBooth();
    retranslate();
}

RecorderBar::~RecorderBar()
{
    if (m_state != State::Idle && m_booth)
        m_booth->stop();
}

void RecorderBar::build(Files files)
{
    m_record->setObjectName(u"record"_s);
    m_play->setObjectName(u"listen"_s);
    m_file->setObjectName(u"recordingFile"_s);
    for (Button *button : {m_record, m_play, m_file})
        button->setAutoDefault(false);
    m_file->setSymbol(Icon::FolderOpen);
    m_file->setVisible(files == Files::Taken);
    m_time->setFont(fontFor(TextRole::Small));
    m_time->setProperty("ink", u"text2"_s);
    auto *buttons = new FlowLayout(metrics::gap, metrics::gap);
    buttons->addWidget(m_record);
    buttons->addWidget(m_play);
    buttons->addWidget(m_file);
    auto *level = new QHBoxLayout;
    level->setSpacing(metrics::gap);
    level->addWidget(m_meter, 1);
    level->addWidget(m_time);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addLayout(buttons);
    column->addLayout(level);
    column->addWidget(m_note);
    setFocusProxy(m_record);
}

void RecorderBar::listenToBooth()
{
    connect(m_booth, &SoundBooth::recording, this, [this] {
        if (m_state != State::Preparing)
            return;
        m_startedAt = milliseconds();
        enter(State::Recording);
    });
    connect(m_booth, &SoundBooth::level, this, &RecorderBar::showLevel);
    connect(m_booth, &SoundBooth::recorded, this, [this](const Sound &sound) {
        if (m_state == State::Recording || m_state == State::Preparing)
            take(sound, false);
    });
    connect(m_booth, &SoundBooth::decoded, this, [this](const Sound &sound) {
        if (m_state == State::Importing) {
            take(sound, sound.duration() > m_most + std::chrono::seconds(1));
        } else if (m_state == State::Reading) {
            enter(State::Playing);
            m_booth->play(sound);
        }
    });
    connect(m_booth, &SoundBooth::played, this, [this] {
        if (m_state == State::Playing)
            enter(State::Idle);
    });
    connect(m_booth, &SoundBooth::failed, this, [this](SoundTrouble trouble) {
        if (m_state != State::Idle && m_state != State::Encoding)
            showTrouble(trouble);
    });
}

void RecorderBar::setRecording(const QByteArray &bytes)
{
    m_bytes = bytes;
    enter(m_state);
}

void RecorderBar::setBusy(bool busy)
{
    m_busy = busy;
    enter(m_state);
}

void RecorderBar::stop()
{
    const bool isActive = m_state != State::Idle;
    enter(State::Idle);
    if (isActive && m_booth)
        m_booth->stop();
}

QString RecorderBar::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void RecorderBar::pressRecord()
{
    if (isRecording())
        return finish();
    enter(State::Preparing);
    m_booth->record(m_most);
}

void RecorderBar::finish()
{
    m_booth->stop();
}

void RecorderBar::pressPlay()
{
    if (m_state == State::Playing || m_state == State::Reading) {
        stop();
        return;
    }
    enter(State::Reading);
    m_booth->decode(m_bytes);
}

void RecorderBar::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Take a recording from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecorderBar::takeFile);
    dialog->open();
}

void RecorderBar::takeFile(const QString &file)
{
    if (!m_booth)
        return;
    enter(State::Importing);
    inBackground(
        this,
        [file]() -> Result<QByteArray> {
            QFile source(file);
            if (!source.open(QIODevice::ReadOnly))
                return fail(ErrorCode::NotFound);
            if (source.size() > largestFile)
                return fail(ErrorCode::TooLarge);
            return source.readAll();
        },
        [this](const Result<QByteArray> &bytes) {
            if (m_state != State::Importing)
                return;
            if (bytes)
                m_booth->decode(*bytes);
            else
                showTrouble(SoundTrouble::Unreadable);
        });
}

void RecorderBar::take(const Sound &sound, bool wasCut)
{
    if (wasCut) {
        enter(State::Idle);
        m_note->show(
            tr("Longer than %n second(s): please shorten it first.", nullptr, int(m_most.count())), NoteLine::Wrong);
        return;
    }
    enter(State::Encoding);
    inBackground(
        this,
        [sound]() -> Result<QByteArray> {
            const Sound speech = normalised(trimmed(sound));
            return speech.isEmpty() ? QByteArray() : oggOpus(speech);
        },
        [this](const Result<QByteArray> &bytes) {
            if (m_state != State::Encoding)
                return;
            enter(State::Idle);
            if (bytes->isEmpty()) {
                m_note->show(tr("Nothing was heard. Is the microphone switched on and near?"), NoteLine::Wrong);
                return;
            }
            m_note->show(tr("Recorded. Please listen to it once."), NoteLine::Good);
            setRecording(*bytes);
            Q_EMIT recorded(*bytes);
        });
}

void RecorderBar::showLevel(double loudness)
{
    if (m_state != State::Recording)
        return;
    m_meter->setLevel(loudness);
    const qint64 seconds = std::min<qint64>((milliseconds() - m_startedAt) / 1000, m_most.count());
    m_time->setText(u"%1 / %2"_s.arg(clockText(seconds), clockText(m_most.count())));
    if (loudness > audible)
        m_note->show(tr("You are heard well."), NoteLine::Good);
}

void RecorderBar::enter(State state)
{
    const bool changes = m_state != state;
    m_state = state;
    const bool records = isRecording();
    const bool isPlaying = state == State::Reading || state == State::Playing;
    const bool isFree = state == State::Idle && !m_busy && m_booth;
    m_record->setEnabled(records || isFree);
    m_record->setSymbol(records ? Icon::Square : Icon::Mic);
    m_record->setText(records ? tr("Stop") : m_bytes.isEmpty() ? tr("Record") : tr("Record again"));
    m_play->setEnabled(isPlaying || (isFree && !m_bytes.isEmpty()));
    m_play->setSymbol(isPlaying ? Icon::Square : Icon::Play);
    m_play->setText(isPlaying ? tr("Stop listening") : tr("Listen"));
    m_file->setEnabled(isFree);
    if (!changes && state != State::Idle)
        return;
    m_meter->setLevel(0);
    m_meter->setVisible(records);
    m_time->setVisible(records);
    m_time->setText(u"%1 / %2"_s.arg(clockText(0), clockText(m_most.count())));
    if (!m_booth)
        m_note->show(tr("This computer has no sound: record at another desk, or take a file there."), NoteLine::Plain);
    else if (state == State::Preparing)
        m_note->show(tr("Preparing the microphone…"), NoteLine::Plain);
    else if (state == State::Recording)
        m_note->show(tr("Please speak now."), NoteLine::Plain);
    else if (changes)
        m_note->hide();
    if (changes && state == State::Idle)
        Q_EMIT settled();
}

void RecorderBar::showTrouble(SoundTrouble trouble)
{
    enter(State::Idle);
    switch (trouble) {
    case SoundTrouble::NoMicrophone:
        m_note->show(tr("No microphone was found. Plug one in, or take a recording from a file."), NoteLine::Wrong);
        return;
    case SoundTrouble::NoSpeaker:
        m_note->show(tr("No loudspeaker was found."), NoteLine::Wrong);
        return;
    case SoundTrouble::Broken:
        m_note->show(tr("The sound device gave up. Please try again."), NoteLine::Wrong);
        return;
    case SoundTrouble::Unreadable:
        m_note->show(tr("This is no recording that can be played."), NoteLine::Wrong);
        return;
    }
}

void RecorderBar::retranslate()
{
    m_file->setText(tr("From a file…"));
    m_note->hide();
    enter(m_state);
}

} // namespace accueil
