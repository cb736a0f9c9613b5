#include "ui/feedback/recordingfield.h"

#include "app/domain/attachment.h"
#include "app/services/feedbackservice.h"
#include "ui/audio/recorderbar.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RecordingField::RecordingField(SoundBooth *booth, QWidget *parent)
    : QWidget(parent)
    , m_recorder(new RecorderBar(booth, 55s, RecorderBar::Files::Refused))
    , m_attach(new Button(Button::Second, this, Button::Small))
    , m_label(new QLabel)
    , m_remove(new IconButton(Icon::X))
    , m_problem(new NoteLine)
{
    m_attach->setSymbol(Icon::Mic);
    m_attach->setAutoDefault(false);
    m_label->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_attach);
    row->addWidget(m_label);
    row->addWidget(m_remove);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::labelGap);
    column->addWidget(m_recorder);
    m_recorder->setVisible(booth);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_problem->hide();
    m_remove->setWords(tr("Take the recording away"));
    setFocusProxy(booth ? static_cast<QWidget *>(m_recorder) : m_attach);
    connect(m_recorder, &RecorderBar::recorded, this, [this](const QByteArray &bytes) {
        setRecording(tr("Recorded here"), bytes);
        Q_EMIT changed();
    });
    connect(m_attach, &QAbstractButton::clicked, this, &RecordingField::choose);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        setRecording({}, {});
        Q_EMIT changed();
    });
    showRecording();
}

QString RecordingField::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

bool RecordingField::isRecording() const
{
    return m_recorder->isRecording();
}

void RecordingField::finishRecording(const std::function<void()> &then)
{
    connect(m_recorder, &RecorderBar::settled, this, then,
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_recorder->finish();
}

void RecordingField::setRecording(const QString &name, const QByteArray &bytes)
{
    m_name = name;
    m_bytes = bytes;
    m_recorder->setRecording(bytes);
    m_problem->hide();
    showRecording();
}

void RecordingField::setStored(bool stored)
{
    m_stored = stored;
    showRecording();
}

void RecordingField::showRecording()
{
    m_attach->setText(m_bytes.isEmpty() && !m_stored ? tr("&Attach a recording…") : tr("&Another recording…"));
    m_label->setText(!m_bytes.isEmpty()
            ? tr("%1, %2", "file name, size").arg(m_name, QLocale().formattedDataSize(m_bytes.size()))
            : m_stored ? tr("One is kept already.")
                       : QString());
    m_remove->setVisible(!m_bytes.isEmpty());
}

void RecordingField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Attach a recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recordings (*.wav *.ogg *.oga *.opus *.webm *.m4a *.mp4 *.mp3)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RecordingField::read);
    dialog->open();
}

void RecordingField::read(const QString &file)
{
    inBackground(
        this,
        [file]() -> Result<QByteArray> {
            QFile source(file);
            if (source.size() > FeedbackService::maximumAudioBytes)
                return fail(ErrorCode::TooLarge);
            if (!source.open(QIODevice::ReadOnly))
                return fail(ErrorCode::NotFound);
            QByteArray bytes = source.read(FeedbackService::maximumAudioBytes + 1);
            if (audioMediaType(bytes).isEmpty())
                return fail(ErrorCode::UnsupportedMedia);
            return bytes;
        },
        [this, name = QFileInfo(file).fileName()](const Result<QByteArray> &bytes) {
            if (bytes) {
                setRecording(name, *bytes);
                Q_EMIT changed();
                return;
            }
            switch (bytes.error().code) {
            case ErrorCode::TooLarge:
                m_problem->show(tr("“%1” is larger than 10 MB.").arg(name), NoteLine::Wrong);
                break;
            case ErrorCode::UnsupportedMedia:
                m_problem->show(tr("“%1” is no recording that Accueil knows (wav, ogg, webm, m4a, mp3).").arg(name),
                    NoteLine::Wrong);
                break;
            default:
                m_problem->show(tr("“%1” cannot be read.").arg(name), NoteLine::Wrong);
            }
        });
}

} // namespace accueil
