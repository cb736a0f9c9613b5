#pragma once

#include "app/domain/result.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace accueil {

// Texts as they are stored: composed (NFC), so that equal texts are equal bytes, and without white space around.
QString cleanLine(const QString &text); // one line: white space inside becomes single spaces
QString cleanText(const QString &text); // several lines: line ends become \n

// Clocks of tablets and time zones of clients may be off by this much before a time counts as in the future.
inline constexpr std::chrono::hours futureTolerance{24};

inline constexpr int oldestAge = 130; // years; the longest life on record is 122

// Collects what a draft breaks. The checks take values that were cleaned.
class FieldRules
{
public:
    void add(const QString &field, const QString &key, const QVariantMap &parameters = {});
    void add(const FieldError &error);

    void required(const QString &field, const QString &text);
    // Characters are Unicode code points, as in JSON Schema. PostgreSQL cannot store NUL; no screen shows the others.
    void text(const QString &field, const QString &text, int maximumCharacters);
    void range(const QString &field, std::optional<int> value, int minimum, int maximum);
    void time(
        const QString &field, const std::optional<QDateTime> &time, const QDateTime &earliest, const QDateTime &now);
    void emailAddress(const QString &field, const QString &text); // may be empty
    void phoneNumber(const QString &field, const QString &text); // may be empty

    const QList<FieldError> &errors() const { return m_errors; }

private:
    QList<FieldError> m_errors;
};

} // namespace accueil
