#include "ui/widgets/strengthmeter.h"

#include "ui/errortext.h"
#include "ui/theme/colors.h"
#include "ui/theme/type.h"

#include <QPainter>
#include <QRegularExpression>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 120;
constexpr int strongLength = 16; // signs; length counts more than kinds of signs (NIST SP 800-63B, appendix A)

qsizetype wordsIn(const QString &password)
{
    static const QRegularExpression gaps(u"[^\\p{L}\\p{N}]+"_s);
    return password.split(gaps, Qt::SkipEmptyParts).size();
}

} // namespace

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
{
    setFont(fontFor(TextRole::Small));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setPassword({}, {});
}

void StrengthMeter::setPassword(const QString &password, const QList<FieldError> &broken)
{
    const auto words = static_cast<int>(wordsIn(password));
    m_share = std::min(1.0, static_cast<double>(password.size()) / (strongLength + 4));
    if (password.isEmpty()) {
        m_level = Empty;
        m_words = tr("At least 10 characters. Four words that do not belong together are good.");
    } else if (!broken.isEmpty()) {
        m_level = Refused;
        m_words = fieldErrorText(broken.first());
    } else if (password.size() >= strongLength) {
        m_level = Strong;
        m_words = words >= 3 ? tr("Strong: %n words", nullptr, words) : tr("Strong");
    } else {
        m_level = Fair;
        m_words = tr("Good enough; longer is better");
    }
    setAccessibleName(m_words);
    update();
}

QSize StrengthMeter::sizeHint() const
{
    return {barWidth + 8 + fontMetrics().horizontalAdvance(m_words), std::max(18, fontMetrics().height())};
}

void StrengthMeter::paintEvent(QPaintEvent *)
{
    const Colors &c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_level == Strong ? c.success
        : m_level == Fair                ? c.warning
        : m_level == Refused             ? c.danger
                                         : c.muted;
    int left = 0;
    if (m_level != Empty) {
        const QRectF bar(0, height() / 2.0 - 3, barWidth, 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.neutralSoft);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * m_share, bar.height())), 3, 3);
        left = barWidth + 8;
    }
    painter.setPen(ink);
    painter.setFont(font());
    const QRect words(left, 0, width() - left, height());
    painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(m_words, Qt::ElideRight, words.width()));
}

} // namespace accueil
