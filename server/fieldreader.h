#pragma once

#include "app/domain/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace accueil {

// Takes the members of a request body apart and collects what has the wrong shape: `wrongType`, `unknownValue`,
// `notATime`, `notADate`, `controlCharacter`, `required`, `unknownField`. A member that is absent leaves
// its target as it is, so that one function serves creation, replacement and PATCH; null empties what may be empty.
// Rules about values are validate()'s, not this class's.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object, QString prefix = {});

    bool has(const QString &name) const { return m_object.contains(name); }
    QJsonValue raw(const QString &name);

    void require(const QStringList &names); // present and not null
    void text(const QString &name, QString &target);
    void integer(const QString &name, std::optional<int> &target);
    void boolean(const QString &name, bool &target);
    void time(const QString &name, std::optional<QDateTime> &target);
    void date(const QString &name, std::optional<QDate> &target);
    // `parse` turns a text into an optional value.
    template <typename Enum, typename Parse>
    void enumeration(const QString &name, Enum &target, Parse parse)
    {
        if (const std::optional<QString> key = textValue(name)) {
            if (const auto value = parse(*key))
                target = *value;
            else
                refuse(name, QStringLiteral("unknownValue"));
        }
    }
    // Every entry of a list in turn; `take` answers with what is wrong with it, or nothing. The rest of a list with a
    // wrong entry is not looked at. Null is an empty list.
    template <typename Take>
    void list(const QString &name, Take take)
    {
        const QJsonValue value = raw(name);
        if (!value.isArray()) {
            if (!value.isUndefined() && !value.isNull())
                refuse(name, QStringLiteral("wrongType"));
            return;
        }
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            if (const QString wrong = take(entry); !wrong.isEmpty())
                return refuse(name, wrong);
        }
    }
    void ignore(const QStringList &names);

    void refuse(const QString &name, const QString &key);
    void refuseAll(const QList<FieldError> &errors) { m_errors += errors; }
    bool isFine() const { return m_errors.isEmpty(); }
    QList<FieldError> finish(); // with the members that nobody asked for

private:
    std::optional<QString> textValue(const QString &name); // a text, or nothing: absent, or refused

    QJsonObject m_object;
    QString m_prefix;
    QSet<QString> m_known;
    QList<FieldError> m_errors;
};

} // namespace accueil
