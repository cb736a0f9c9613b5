#include "app/environmentfile.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

bool isBlankOrComment(QStringView rest)
{
    const QStringView trimmed = rest.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith(u'#');
}

// The text between quotes that begin `raw`, or nothing when they do not end or something follows them.
std::optional<QString> quotedValue(QStringView raw)
{
    const QChar quote = raw.front();
    QString value;
    for (qsizetype i = 1; i < raw.size(); ++i) {
        if (raw[i] == quote)
            return isBlankOrComment(raw.sliced(i + 1)) ? std::optional(value) : std::nullopt;
        const bool escapes = quote == u'"' && raw[i] == u'\\' && i + 1 < raw.size();
        if (escapes) {
            ++i;
            value += raw[i] == u'n' ? QChar(u'\n') : raw[i];
        } else {
            value += raw[i];
        }
    }
    return std::nullopt;
}

QString plainValue(const QString &raw)
{
    static const QRegularExpression comment(u"(^|\\s)#.*$"_s);
    return QString(raw).remove(comment).trimmed();
}

} // namespace

tl::expected<QMap<QString, QString>, int> parseEnvironmentFile(const QByteArray &content)
{
    static const QRegularExpression assignment(u"^\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)$"_s);
    QMap<QString, QString> values;
    QString text = QString::fromUtf8(content);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const QStringList lines = text.split(u'\n');
    for (int number = 1; number <= lines.size(); ++number) {
        const QString line = lines.at(number - 1).trimmed();
        if (isBlankOrComment(line))
            continue;
        const QRegularExpressionMatch match = assignment.match(line);
        if (!match.hasMatch())
            return tl::unexpected(number);
        const QString raw = match.captured(2);
        if (!raw.startsWith(u'"') && !raw.startsWith(u'\'')) {
            values.insert(match.captured(1), plainValue(raw));
            continue;
        }
        const std::optional<QString> value = quotedValue(raw);
        if (!value)
            return tl::unexpected(number);
        values.insert(match.captured(1), *value);
    }
    return values;
}

} // namespace accueil
