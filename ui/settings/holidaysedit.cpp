#include "ui/settings/holidaysedit.h"

#include "ui/theme/type.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QDate dayOf(const QString &line)
{
    const QDate iso = QDate::fromString(line, Qt::ISODate);
    return iso.isValid() ? iso : QDate::fromString(line, u"d/M/yyyy"_s);
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString day = line.simplified(); !day.isEmpty())
            lines << day;
    }
    return lines;
}

} // namespace

HolidaysEdit::HolidaysEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(QFontMetrics(fontFor(TextRole::Body)).lineSpacing() * 4 + 20);
}

void HolidaysEdit::setDays(const QList<QDate> &days)
{
    QStringList lines;
    for (const QDate day : days)
        lines << day.toString(u"dd/MM/yyyy"_s);
    setPlainText(lines.join(u'\n'));
}

QList<QDate> HolidaysEdit::days() const
{
    QList<QDate> days;
    for (const QString &line : linesOf(toPlainText()))
        days << dayOf(line);
    return days;
}

QString HolidaysEdit::wrongLine() const
{
    const QStringList lines = linesOf(toPlainText());
    const auto wrong = std::ranges::find_if(lines, [](const QString &line) { return !dayOf(line).isValid(); });
    return wrong == lines.end() ? QString() : *wrong;
}

void HolidaysEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT left();
}

} // namespace accueil
