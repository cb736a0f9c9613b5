#include "ui/reminders/attemptlist.h"

#include "ui/errortext.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QLabel *label(const QString &text, TextRole role, bool quiet)
{
    auto *label = new QLabel(text);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (quiet)
        label->setProperty("ink", u"text2"_s);
    return label;
}

// Providers write what they charge as a negative number with zeros behind it: "-0.07500".
QString priceText(const Attempt &attempt)
{
    bool isNumber = false;
    const double price = attempt.price.toDouble(&isNumber);
    if (!isNumber)
        return {};
    const QString amount = QLocale().toString(std::abs(price), 'g', QLocale::FloatingPointShortest);
    return attempt.priceUnit.isEmpty() ? amount : u"%1 %2"_s.arg(amount, attempt.priceUnit);
}

} // namespace

AttemptList::AttemptList(const TimeWords &time, QWidget *parent)
    : QWidget(parent)
    , m_time(time)
    , m_title(new QLabel)
    , m_rows(new QVBoxLayout)
{
    m_title->setFont(fontFor(TextRole::BodyBold));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::gap);
    column->addWidget(m_title);
    m_rows->setSpacing(metrics::cardGap);
    column->addLayout(m_rows);
    hide();
}

void AttemptList::showAttempts(const QList<Attempt> &attempts)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_title->setText(tr("Tries"));
    for (auto attempt = attempts.crbegin(); attempt != attempts.crend(); ++attempt)
        m_rows->addWidget(rowOf(*attempt));
    setVisible(!attempts.isEmpty());
}

QWidget *AttemptList::rowOf(const Attempt &attempt) const
{
    auto *row = new QWidget;
    row->setObjectName(u"attempt"_s);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const Chip chip = RecordChips::of(attempt.outcome);
    const QString title = tr("Try %1 · %2").arg(attempt.number).arg(RecordWords::channel(attempt.channel));
    auto *head = new QHBoxLayout;
    head->addWidget(label(title, TextRole::Body, false), 1);
    head->addWidget(new ChipLabel(chip), 0, Qt::AlignTop);
    column->addLayout(head);
    const QStringList lines = linesOf(attempt);
    for (const QString &line : lines)
        column->addWidget(label(line, TextRole::Small, true));
    row->setAccessibleName(u"%1, %2\n%3"_s.arg(title, chip.text, lines.join(u'\n')));
    return row;
}

QStringList AttemptList::linesOf(const Attempt &attempt) const
{
    QStringList lines{spanOf(attempt), reasonText(attempt.reason)};
    QStringList facts;
    if (attempt.segments)
        facts += tr("%n segment(s)", nullptr, *attempt.segments);
    facts += priceText(attempt);
    if (!attempt.providerCode.isEmpty())
        facts += tr("code %1 of the provider").arg(attempt.providerCode);
    facts.removeAll(QString());
    lines += facts.join(u" · "_s);
    if (attempt.nextCheck)
        lines += tr("The provider is asked again: %1").arg(m_time.dayAndTime(*attempt.nextCheck));
    lines.removeAll(QString());
    return lines;
}

// To the second: who compares this with the provider's own list needs them.
QString AttemptList::spanOf(const Attempt &attempt) const
{
    const QString began = tr("Began %1").arg(m_time.toTheSecond(attempt.startedAt));
    if (!attempt.finishedAt)
        return began;
    const bool sameDay = m_time.local(attempt.startedAt).date() == m_time.local(*attempt.finishedAt).date();
    const QString end
        = sameDay ? m_time.local(*attempt.finishedAt).toString(u"HH:mm:ss"_s) : m_time.toTheSecond(*attempt.finishedAt);
    return tr("%1, ended %2").arg(began, end);
}

} // namespace accueil
