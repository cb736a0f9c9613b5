#include "ui/widgets/textline.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"

#include <QEvent>
#include <QPainter>

namespace accueil {

TextLine::TextLine(QWidget *parent)
    : QLineEdit(parent)
{
    setFont(fontFor(TextRole::Body));
}

void TextLine::setSymbol(Icon icon)
{
    m_symbol = icon;
    keepRoom();
    update();
}

void TextLine::setKeyHint(const QKeySequence &keys)
{
    m_hint = keys;
    connect(this, &QLineEdit::textChanged, this, &TextLine::keepRoom); // the hint goes when something is typed
    keepRoom();
    update();
}

void TextLine::keepRoom()
{
    const int left = m_symbol == Icon::None ? 0 : metrics::lineIcon() + 6;
    int right = (m_good ? metrics::lineIcon() + 4 : 0) + (m_eye ? eyeSpace() : 0);
    if (!m_hint.isEmpty() && text().isEmpty())
        right += keyHintSize(keyHintText(m_hint)).width() + 4;
    setTextMargins(left, 0, right, 0);
}

void TextLine::setGood(bool good)
{
    m_good = good;
    keepRoom();
    update();
}

int TextLine::eyeSpace() const
{
    return metrics::controlHeight(font()) - 6;
}

void TextLine::setPassword()
{
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_eye = new IconButton(Icon::Eye, this);
    m_eye->setCheckable(true);
    connect(m_eye, &IconButton::toggled, this, [this](bool shown) {
        setEchoMode(shown ? Normal : Password);
        m_eye->setSymbol(shown ? Icon::EyeOff : Icon::Eye);
        retranslate();
    });
    keepRoom();
    retranslate();
    placeEye();
}

void TextLine::retranslate()
{
    if (m_eye)
        m_eye->setWords(m_eye->isChecked() ? tr("Hide the password") : tr("Show the password"));
}

void TextLine::placeEye()
{
    if (!m_eye)
        return;
    const QSize size = m_eye->sizeHint();
    m_eye->setGeometry(width() - size.width() - 3, (height() - size.height()) / 2, size.width(), size.height());
}

QSize TextLine::sizeHint() const
{
    return {QLineEdit::sizeHint().width(), metrics::controlHeight(font())};
}

QSize TextLine::minimumSizeHint() const
{
    return {80, metrics::controlHeight(font())};
}

void TextLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeEye();
}

void TextLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void TextLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    const qreal top = (height() - metrics::lineIcon()) / 2.0;
    if (m_symbol != Icon::None)
        paintIcon(painter, QRectF(12, top, metrics::lineIcon(), metrics::lineIcon()), m_symbol,
            isEnabled() ? c.text2 : c.muted);
    const int rightEdge = width() - 12 - (m_eye && isEnabled() ? eyeSpace() : 0);
    const QRectF right(rightEdge - metrics::lineIcon(), top, metrics::lineIcon(), metrics::lineIcon());
    if (!isEnabled()) {
        paintIcon(painter, right.adjusted(1, 1, -1, -1), Icon::Lock, c.muted);
    } else if (m_good) {
        paintIcon(painter, right, Icon::Check, c.success);
    } else if (!m_hint.isEmpty() && text().isEmpty()) {
        const QString words = keyHintText(m_hint);
        const QSize size = keyHintSize(words);
        paintKeyHint(painter, QRect(QPoint(width() - 10 - size.width(), (height() - size.height()) / 2), size), words,
            c.muted, c.line2);
    }
}

} // namespace accueil
