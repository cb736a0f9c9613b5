#pragma once

#include "app/domain/result.h"

#include <QString>

namespace accueil {

// A telephone number in E.164 ("+237670000000"), by the rules of its country (libphonenumber). Immutable.
class PhoneNumber
{
public:
    // `text` as people write it; a number without country code is read as one of `region` (ISO 3166, Cameroon by
    // default). The numbers +237 600 00 xx xx, which nobody has, are accepted for demonstrations. Errors:
    // `notAPhoneNumber`; `oldNumber` for one of Cameroon's 8-digit numbers from before 2014, with the parameter
    // "suggestion" holding its present form in E.164 (source: MINPOSTEL/ART renumbering of 21 November 2014).
    static tl::expected<PhoneNumber, FieldError> parse(
        const QString &text, const QString &field, const QString &region = QStringLiteral("CM"));

    // For values that were checked before they were stored.
    static PhoneNumber fromStored(const QString &e164) { return PhoneNumber(e164); }

    const QString &e164() const { return m_e164; }
    QString international() const; // "+237 6 70 00 00 00", for reading

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164))
    {
    }
    QString m_e164;
};

} // namespace accueil
