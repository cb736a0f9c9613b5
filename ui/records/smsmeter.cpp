#include "ui/records/smsmeter.h"

#include "ui/records/money.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 8;
constexpr int barGap = 4;
constexpr int fewestBars = 3; // so that one segment looks like little
constexpr int inset = 12;

QLabel *wrapped(TextRole role)
{
    auto *label = new QLabel;
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString quoted(const QStringList &characters)
{
    constexpr int mostNamed = 3;
    QStringList names;
    for (const QString &character : characters.first(std::min<qsizetype>(characters.size(), mostNamed)))
        names << QLocale().quoteString(character);
    return names.join(u", "_s) + (characters.size() > mostNamed ? u" …"_s : QString());
}

} // namespace

SmsMeter::SmsMeter(QPlainTextEdit *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_segments(wrapped(TextRole::BodyBold))
    , m_offer(wrapped(TextRole::Body))
    , m_costLine(wrapped(TextRole::Small))
    , m_plain(new Button(Button::Second, nullptr, Button::Small))
{
    m_plain->setObjectName(u"plainSpelling"_s);
    m_costLine->setProperty("ink", u"text2"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(inset, inset + barHeight + metrics::gap, inset, inset);
    column->setSpacing(metrics::labelGap);
    column->addWidget(m_segments);
    column->addWidget(m_offer);
    column->addWidget(m_plain, 0, Qt::AlignLeft);
    column->addWidget(m_costLine);
    connect(m_plain, &QPushButton::clicked, this, &SmsMeter::usePlainSpelling);
    retranslate();
}

void SmsMeter::setCost(const SmsCost &cost)
{
    m_cost = cost;
    present();
}

void SmsMeter::setText(const QString &text)
{
    m_count = countSms(text);
    m_plainCount = countSms(plainSpelling(text));
    present();
}

QString SmsMeter::costText(int segments) const
{
    return moneyText(m_cost.pricePerSegment * segments, m_cost.currency);
}

void SmsMeter::present()
{
    const bool isDear = m_count.alphabet == SmsAlphabet::Ucs2;
    const bool isCheaperPlain = m_plainCount.segments < m_count.segments;
    QString segments = tr("%n segment(s)", nullptr, m_count.segments);
    if (isDear)
        segments = tr("%1, because of %2").arg(segments, quoted(m_count.dearCharacters));
    m_segments->setText(u"%1 (%2)"_s.arg(segments, tr("%n character(s)", "units", m_count.units)));
    m_offer->setVisible(isCheaperPlain);
    m_offer->setText(tr("%n segment(s) in plain spelling", nullptr, m_plainCount.segments));
    m_plain->setVisible(isCheaperPlain);
    QStringList notes;
    if (m_cost.pricePerSegment > 0 && m_count.segments > 0) {
        notes << (isCheaperPlain
                ? tr("Cost %1, in plain spelling %2").arg(costText(m_count.segments), costText(m_plainCount.segments))
                : tr("Cost %1").arg(costText(m_count.segments)));
    }
    if (m_count.segments > m_cost.segmentLimit)
        notes << tr("Longer than the %n segment(s) the hospital wants to pay for", nullptr, m_cost.segmentLimit);
    m_costLine->setText(notes.join(u". "_s));
    m_costLine->setVisible(!notes.isEmpty());
    setAccessibleName(words());
    update();
}

QString SmsMeter::words() const
{
    QStringList lines{m_segments->text()};
    if (!m_offer->isHidden())
        lines << m_offer->text();
    if (!m_costLine->isHidden())
        lines << m_costLine->text();
    return lines.join(u". "_s);
}

void SmsMeter::usePlainSpelling()
{
    // As one step, so that Ctrl+Z brings the spelling back.
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(plainSpelling(m_editor->toPlainText()));
    m_editor->setFocus();
}

void SmsMeter::retranslate()
{
    m_plain->setText(tr("Write it in plain &letters"));
    present();
}

void SmsMeter::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    const bool isWarning = m_count.segments > m_cost.segmentLimit || m_plainCount.segments < m_count.segments;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isWarning ? c.warningLine : c.line);
    painter.setBrush(isWarning ? c.warningSoft : c.surface2);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);

    const int bars = std::max(fewestBars, m_count.segments);
    const double width = double(this->width() - 2 * inset - (bars - 1) * barGap) / bars;
    const int capacity
        = m_count.alphabet == SmsAlphabet::Gsm7 ? (m_count.segments > 1 ? 153 : 160) : (m_count.segments > 1 ? 67 : 70);
    painter.setPen(Qt::NoPen);
    for (int bar = 0; bar < bars; ++bar) {
        const QRectF box(inset + bar * (width + barGap), inset, width, barHeight);
        painter.setBrush(c.neutralSoft);
        painter.drawRoundedRect(box, 3, 3);
        double share = bar < m_count.segments - 1 ? 1 : 0;
        if (bar == m_count.segments - 1)
            share = 1.0 - double(m_count.unitsLeft) / capacity;
        painter.setBrush(isWarning ? c.warning : c.accent);
        if (share > 0)
            painter.drawRoundedRect(QRectF(box.topLeft(), QSizeF(box.width() * share, box.height())), 3, 3);
    }
}

} // namespace accueil
