#include "ui/settings/waits.h"

#include <QRegularExpression>
#include <QStringList>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The signs of the units (s, min, h) are the same in every language.
QString waitsText(const QList<std::chrono::seconds> &waits)
{
    QStringList texts;
    for (const std::chrono::seconds wait : waits) {
        if (wait % 1h == 0s)
            texts << u"%1 h"_s.arg(wait / 1h);
        else if (wait % 1min == 0s)
            texts << u"%1 min"_s.arg(wait / 1min);
        else
            texts << u"%1 s"_s.arg(wait / 1s);
    }
    return texts.join(u", "_s);
}

std::optional<QList<std::chrono::seconds>> waitsOf(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\s*(\\d{1,6})\\s*(s|m|min|h)?\\s*\\z"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression between(u"[,;]"_s);
    QList<std::chrono::seconds> waits;
    for (const QString &part : text.split(between)) {
        const QRegularExpressionMatch match = form.match(part);
        if (!match.hasMatch())
            return std::nullopt;
        const QString unit = match.captured(2).toLower();
        const std::chrono::seconds one = unit == "s"_L1 ? 1s : unit == "h"_L1 ? std::chrono::seconds(1h) : 60s;
        waits << match.captured(1).toInt() * one;
    }
    return waits;
}

} // namespace accueil
