#include "ui/tablets/pairingsteps.h"

#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace accueil {

using namespace Qt::StringLiterals;

// The number of a step in a circle, or a tick. Decoration: the words beside it say the same.
class StepMark final : public QWidget
{
public:
    explicit StepMark(int number)
        : m_number(number)
    {
        const int side = metrics::withText(26);
        setFixedSize(side, side);
    }
    void setNumber(int number)
    {
        m_number = number;
        update();
    }
    void setDone(bool done)
    {
        m_done = done;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &c = colorsOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_done ? c.successSoft : c.accent);
        painter.drawEllipse(rect());
        if (m_done) {
            const int inset = width() / 5;
            paintIcon(painter, QRectF(rect()).adjusted(inset, inset, -inset, -inset), Icon::Check, c.success);
            return;
        }
        painter.setFont(fontFor(TextRole::SmallBold));
        painter.setPen(c.onAccent);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    bool m_done = false;
};

PairingSteps::PairingSteps(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    for (int step = 0; step < StepCount; ++step) {
        Line line{new QWidget, new StepMark(step + 1), new QLabel, new QLabel, new QVBoxLayout};
        line.title->setFont(fontFor(TextRole::BodyBold));
        line.title->setWordWrap(true);
        line.text->setFont(fontFor(TextRole::Small));
        line.text->setProperty("ink", u"text2"_s);
        line.text->setWordWrap(true);
        line.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line.words->setSpacing(2);
        line.words->addWidget(line.title);
        line.words->addWidget(line.text);
        auto *row = new QHBoxLayout(line.whole);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::cardGap);
        row->addWidget(line.mark, 0, Qt::AlignTop);
        row->addLayout(line.words, 1);
        column->addWidget(line.whole);
        m_lines.append(line);
    }
}

void PairingSteps::setWords(Step step, const QString &title, const QString &text)
{
    m_lines.at(step).title->setText(title);
    m_lines.at(step).text->setText(text);
}

void PairingSteps::setShown(Step step, bool shown)
{
    m_lines.at(step).whole->setVisible(shown);
    int number = 0;
    for (const Line &line : std::as_const(m_lines)) {
        if (!line.whole->isHidden())
            line.mark->setNumber(++number);
    }
}

void PairingSteps::addButton(Step step, QWidget *button)
{
    m_lines.at(step).words->addSpacing(4);
    m_lines.at(step).words->addWidget(button, 0, Qt::AlignLeft);
}

void PairingSteps::setDone(bool done)
{
    for (const Line &line : std::as_const(m_lines))
        line.mark->setDone(done);
}

} // namespace accueil
