#pragma once

#include "app/domain/channel.h"
#include "app/domain/language.h"
#include "app/domain/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace accueil {

enum class TemplateOrigin { Shipped, Changed, Own };

inline constexpr EnumTable<TemplateOrigin, 3> templateOriginTable{{{
    {TemplateOrigin::Shipped, u"shipped"}, // as it comes with the program
    {TemplateOrigin::Changed, u"changed"}, // the hospital's words in place of those
    {TemplateOrigin::Own, u"own"}, // the hospital made it
}}};

// What an administrator asks for, before it is checked.
struct TemplateDraft
{
    QString name; // what reminders call it: appointment, medication ...; the same in all languages
    Language language = Language::French;
    Purpose purpose = Purpose::Other;
    QString text; // with placeholders; empty: still to be written
    bool isActive = true;
};

// The wording of a reminder in one language.
struct MessageTemplate
{
    QString name;
    Language language = Language::French;
    Purpose purpose = Purpose::Other;
    QString text;
    bool isActive = true;
    TemplateOrigin origin = TemplateOrigin::Shipped;
    std::optional<QDateTime> updatedAt; // UTC; nothing: never changed here
    qint64 version = 1;
    bool asksInVain = false; // active, and asks for a reply that the hospital's sender does not receive; not stored

    bool isWritten() const { return !text.isEmpty(); }
    QString key() const { return name + u'.' + languageTable.key(language); } // its address in the API
    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

inline constexpr int longestTemplateName = 64;

// a-z, 0-9, - and _, beginning with a letter.
bool isTemplateName(QStringView text);

// {name}, {hospital}, {ward}, {date}, {time}; the last two are the appointment's.
const QStringList &templatePlaceholders();

QList<FieldError> validate(const TemplateDraft &draft);

// What the placeholders stand for.
struct TemplateValues
{
    QString name;
    QString hospital;
    QString ward;
    std::optional<QDateTime> appointment; // UTC
    QList<QDateTime> alsoAt; // UTC, the patient's other appointments of that day; {time} names them too
    QByteArray zone; // IANA; date and time are worded in it
};

struct FilledTemplate
{
    QString text;
    QStringList missing; // placeholders that nothing is known for, in the order of the text; they stay as they are

    friend bool operator==(const FilledTemplate &, const FilledTemplate &) = default;
};

// Dates and times as QLocale words them in `language`: "lundi 23 novembre", "09:30"; with the year when it is not that
// of `now`.
FilledTemplate fillTemplate(QStringView text, Language language, const TemplateValues &values, const QDateTime &now);

} // namespace accueil
