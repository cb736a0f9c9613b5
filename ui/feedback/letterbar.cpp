#include "ui/feedback/letterbar.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

class LetterButton final : public QAbstractButton
{
public:
    explicit LetterButton(QChar letter)
    {
        // A combining mark needs something to stand on.
        setText(letter.isMark() ? QString(u'\u25CC') + letter : QString(letter));
        const int side = metrics::smallControlHeight(fontFor(TextRole::Body));
        setFixedSize(side, side);
        setFocusPolicy(Qt::NoFocus);
        setAccessibleName(text());
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &colors = colorsOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isEnabled() ? colors.line2 : colors.line);
        painter.setBrush(isDown() ? colors.accentSoft : underMouse() ? colors.surface2 : colors.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), metrics::fieldRadius, metrics::fieldRadius);
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(isEnabled() ? colors.text : colors.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

LetterBar::LetterBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    addLetters(u"ɓɗɛəŋɔñ"_s, row);
    auto *line = new QFrame;
    line->setProperty("upright", true);
    row->addWidget(line);
    addLetters(u"\u0301\u0300\u0302\u030C\u0304"_s, row);
    row->addStretch();
}

void LetterBar::addLetters(const QString &letters, QHBoxLayout *row)
{
    for (QChar letter : letters) {
        auto *button = new LetterButton(letter);
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, letter] { Q_EMIT chosen(letter); });
    }
}

} // namespace accueil
