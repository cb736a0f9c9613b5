#include "ui/audio/listenbutton.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noteline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

ListenButton::ListenButton(SoundBooth *booth, Fetch fetch, QWidget *parent)
    : QWidget(parent)
    , m_booth(booth)
    , m_fetch(std::move(fetch))
    , m_button(new Button(Button::Second, nullptr, Button::Small))
    , m_note(new NoteLine)
{
    m_button->setAutoDefault(false);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::labelGap);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &ListenButton::press);
    if (m_booth) {
        connect(m_booth, &SoundBooth::decoded, this, [this](const Sound &sound) {
            if (m_state != State::Reading)
                return;
            enter(State::Playing);
            m_booth->play(sound);
        });
        connect(m_booth, &SoundBooth::played, this, [this] {
            if (m_state == State::Playing)
                enter(State::Idle);
        });
        connect(m_booth, &SoundBooth::failed, this, [this](SoundTrouble trouble) {
            if (m_state == State::Reading || m_state == State::Playing)
                showTrouble(trouble);
        });
    }
    retranslate();
}

ListenButton::~ListenButton()
{
    stop();
}

void ListenButton::setFetch(Fetch fetch)
{
    stop();
    ++m_question;
    m_fetch = std::move(fetch);
    m_bytes.clear();
    m_note->hide();
}

void ListenButton::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    enter(m_state);
}

void ListenButton::stop()
{
    const bool isActive = m_state == State::Reading || m_state == State::Playing;
    enter(State::Idle);
    if (isActive && m_booth)
        m_booth->stop();
}

QString ListenButton::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void ListenButton::press()
{
    if (m_state != State::Idle)
        return stop();
    m_note->hide();
    Q_EMIT started();
    if (!m_bytes.isEmpty())
        return take(m_bytes);
    enter(State::Fetching);
    inBackground(this, m_fetch, [this, question = ++m_question](const Result<QByteArray> &bytes) {
        if (question == m_question && m_state == State::Fetching)
            take(bytes);
    });
}

void ListenButton::take(const Result<QByteArray> &bytes)
{
    if (!bytes) {
        enter(State::Idle);
        m_note->show(bytes.error().code == ErrorCode::NotFound ? tr("This recording has not arrived yet.")
                                                               : errorText(bytes.error()),
            NoteLine::Wrong);
        return;
    }
    if (!m_booth)
        return;
    m_bytes = *bytes;
    enter(State::Reading);
    m_booth->decode(m_bytes);
}

void ListenButton::enter(State state)
{
    m_state = state;
    const bool isIdle = state == State::Idle;
    m_button->setEnabled(m_booth);
    m_button->setSymbol(isIdle ? Icon::Play : Icon::Square);
    m_button->setText(isIdle ? tr("Listen") : tr("Stop listening"));
    m_button->setAccessibleName(isIdle && !m_purpose.isEmpty() ? m_purpose : m_button->text());
}

void ListenButton::showTrouble(SoundTrouble trouble)
{
    enter(State::Idle);
    m_note->show(trouble == SoundTrouble::NoSpeaker ? tr("No loudspeaker was found.")
            : trouble == SoundTrouble::Unreadable   ? tr("This is no recording that can be played.")
                                                    : tr("The sound device gave up. Please try again."),
        NoteLine::Wrong);
}

void ListenButton::retranslate()
{
    enter(m_state);
    if (!m_booth)
        m_note->show(tr("This computer has no sound."), NoteLine::Plain);
}

} // namespace accueil
