#include "server/fieldreader.h"

#include "server/timetext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// Control characters other than tabulator and line ends mean nothing in any of our texts, and PostgreSQL takes no
// U+0000.
bool hasControlCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r') || c.unicode() == 0x7f; });
}

} // namespace

FieldReader::FieldReader(const QJsonObject &object, QString prefix)
    : m_object(object)
    , m_prefix(std::move(prefix))
{
}

QJsonValue FieldReader::raw(const QString &name)
{
    m_known.insert(name);
    return m_object.value(name);
}

void FieldReader::require(const QStringList &names)
{
    for (const QString &name : names) {
        m_known.insert(name);
        if (!m_object.contains(name) || m_object.value(name).isNull())
            refuse(name, u"required"_s);
    }
}

void FieldReader::text(const QString &name, QString &target)
{
    if (raw(name).isNull())
        target.clear();
    else if (const std::optional<QString> value = textValue(name))
        target = *value;
}

void FieldReader::integer(const QString &name, std::optional<int> &target)
{
    const QJsonValue value = raw(name);
    if (value.isUndefined())
        return;
    if (value.isNull()) {
        target.reset();
        return;
    }
    const double number = value.toDouble();
    if (!value.isDouble() || std::trunc(number) != number)
        refuse(name, u"wrongType"_s);
    else // what does not fit is outside of every range; validate() says of which
        target
            = int(std::clamp(number, double(std::numeric_limits<int>::min()), double(std::numeric_limits<int>::max())));
}

void FieldReader::boolean(const QString &name, bool &target)
{
    const QJsonValue value = raw(name);
    if (value.isUndefined())
        return;
    if (value.isBool())
        target = value.toBool();
    else
        refuse(name, u"wrongType"_s);
}

void FieldReader::time(const QString &name, std::optional<QDateTime> &target)
{
    if (raw(name).isNull()) {
        target.reset();
    } else if (const std::optional<QString> value = textValue(name)) {
        if (const std::optional<QDateTime> time = parseTime(*value))
            target = *time;
        else
            refuse(name, u"notATime"_s);
    }
}

void FieldReader::date(const QString &name, std::optional<QDate> &target)
{
    if (raw(name).isNull()) {
        target.reset();
    } else if (const std::optional<QString> value = textValue(name)) {
        if (const std::optional<QDate> day = parseDate(*value))
            target = *day;
        else
            refuse(name, u"notADate"_s);
    }
}

void FieldReader::ignore(const QStringList &names)
{
    for (const QString &name : names)
        m_known.insert(name);
}

void FieldReader::refuse(const QString &name, const QString &key)
{
    m_errors.append({m_prefix + name, key});
}

QList<FieldError> FieldReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        // The name is the client's own text: cut, so that an answer stays small.
        if (!m_known.contains(it.key()))
            refuse(it.key().left(64), u"unknownField"_s);
    }
    return m_errors;
}

std::optional<QString> FieldReader::textValue(const QString &name)
{
    const QJsonValue value = raw(name);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isString()) {
        refuse(name, u"wrongType"_s);
        return std::nullopt;
    }
    QString text = value.toString();
    if (hasControlCharacter(text)) {
        refuse(name, u"controlCharacter"_s);
        return std::nullopt;
    }
    return text;
}

} // namespace accueil
