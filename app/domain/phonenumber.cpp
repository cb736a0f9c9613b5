#include "app/domain/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;
namespace numbers = i18n::phonenumbers;

namespace {

const numbers::PhoneNumberUtil &rules()
{
    return *numbers::PhoneNumberUtil::GetInstance();
}

QString e164Of(const numbers::PhoneNumber &number)
{
    std::string text;
    rules().Format(number, numbers::PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

constexpr int cameroon = 237;

// +237 600 00 xx xx: numbers of demonstrations and drills. No operator of Cameroon has 60x (numbering plan of ART, and
// so libphonenumber's metadata), so a message to one reaches nobody.
bool isForDemonstration(const numbers::PhoneNumber &number)
{
    return number.country_code() == cameroon && number.national_number() / 10'000 == 60'000;
}

// E.164 has 15 digits; the rest is for spaces and signs. libphonenumber needs minutes for very long texts.
constexpr qsizetype longestText = 64;

// Since 21 November 2014 every number of Cameroon has nine digits: mobile numbers got a 6 in front, fixed ones a 2.
std::optional<QString> presentForm(const numbers::PhoneNumber &old)
{
    if (old.country_code() != cameroon || old.national_number() < 10'000'000 || old.national_number() > 99'999'999)
        return std::nullopt;
    const auto firstDigit = old.national_number() / 10'000'000;
    const bool isMobile = firstDigit == 5 || firstDigit == 7 || firstDigit == 9;
    const bool isFixed = firstDigit == 2 || firstDigit == 3;
    if (!isMobile && !isFixed)
        return std::nullopt;
    numbers::PhoneNumber present = old;
    present.set_national_number(old.national_number() + (isMobile ? 600'000'000 : 200'000'000));
    if (!rules().IsValidNumber(present))
        return std::nullopt;
    return e164Of(present);
}

} // namespace

tl::expected<PhoneNumber, FieldError> PhoneNumber::parse(
    const QString &text, const QString &field, const QString &region)
{
    const auto refused = [&] { return tl::unexpected(FieldError{field, u"notAPhoneNumber"_s}); };
    // Letters on a key pad and extensions are no numbers a message can be sent to.
    if (text.size() > longestText
        || std::any_of(text.begin(), text.end(), [](QChar character) { return character.isLetter(); }))
        return refused();
    numbers::PhoneNumber number;
    const auto outcome = rules().Parse(text.toStdString(), region.toStdString(), &number);
    if (outcome != numbers::PhoneNumberUtil::NO_PARSING_ERROR || number.has_extension())
        return refused();
    if (rules().IsValidNumber(number) || isForDemonstration(number))
        return PhoneNumber(e164Of(number));
    if (const std::optional<QString> suggestion = presentForm(number))
        return tl::unexpected(FieldError{field, u"oldNumber"_s, {{u"suggestion"_s, *suggestion}}});
    return refused();
}

QString PhoneNumber::international() const
{
    numbers::PhoneNumber number;
    if (rules().Parse(m_e164.toStdString(), "ZZ", &number) != numbers::PhoneNumberUtil::NO_PARSING_ERROR)
        return m_e164;
    std::string text;
    rules().Format(number, numbers::PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

} // namespace accueil
