#include "app/domain/user.h"

#include "app/domain/emailaddress.h"
#include "app/domain/phonenumber.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr int shortestUsername = 3;
constexpr int longestUsername = 32;
constexpr int shortestPassword = 10;
constexpr int longestPassword = 128;

// The commonest of at least ten characters in published lists (SecLists "10-million-password-list-top-100000"), with
// the French ones and what people would try here first. Shorter ones are refused for their length.
constexpr std::array commonPasswords = {
    QStringView(u"password12"),
    QStringView(u"password123"),
    QStringView(u"password1234"),
    QStringView(u"passw0rd123"),
    QStringView(u"p@ssword123"),
    QStringView(u"p@ssw0rd123"),
    QStringView(u"motdepasse"),
    QStringView(u"motdepasse1"),
    QStringView(u"motdepasse123"),
    QStringView(u"qwertyuiop"),
    QStringView(u"qwerty12345"),
    QStringView(u"qwerty123456"),
    QStringView(u"qwertyuiop123"),
    QStringView(u"azertyuiop"),
    QStringView(u"azerty12345"),
    QStringView(u"azerty123456"),
    QStringView(u"1q2w3e4r5t"),
    QStringView(u"1q2w3e4r5t6y"),
    QStringView(u"1qaz2wsx3edc"),
    QStringView(u"zaq12wsxcde3"),
    QStringView(u"q1w2e3r4t5"),
    QStringView(u"q1w2e3r4t5y6"),
    QStringView(u"qazwsxedcrfv"),
    QStringView(u"asdfghjkl1"),
    QStringView(u"asdfghjkl123"),
    QStringView(u"qsdfghjklm"),
    QStringView(u"zxcvbnm123"),
    QStringView(u"iloveyou12"),
    QStringView(u"iloveyou123"),
    QStringView(u"jetaime123"),
    QStringView(u"letmein123"),
    QStringView(u"welcome123"),
    QStringView(u"welcome1234"),
    QStringView(u"bienvenue1"),
    QStringView(u"bienvenue123"),
    QStringView(u"admin12345"),
    QStringView(u"admin123456"),
    QStringView(u"administrator"),
    QStringView(u"administrateur"),
    QStringView(u"adminadmin"),
    QStringView(u"changeme123"),
    QStringView(u"changemenow"),
    QStringView(u"abcd123456"),
    QStringView(u"abc1234567"),
    QStringView(u"abcdefghij"),
    QStringView(u"abcdef1234"),
    QStringView(u"a123456789"),
    QStringView(u"123456789a"),
    QStringView(u"1234567890"),
    QStringView(u"0123456789"),
    QStringView(u"12345678910"),
    QStringView(u"123456789123"),
    QStringView(u"0987654321"),
    QStringView(u"9876543210"),
    QStringView(u"1122334455"),
    QStringView(u"1212121212"),
    QStringView(u"1231231231"),
    QStringView(u"123123123123"),
    QStringView(u"1029384756"),
    QStringView(u"football123"),
    QStringView(u"manchester1"),
    QStringView(u"cameroun123"),
    QStringView(u"cameroon123"),
    QStringView(u"cameroun2026"),
    QStringView(u"douala12345"),
    QStringView(u"hospital123"),
    QStringView(u"hopital123"),
    QStringView(u"accueil123"),
    QStringView(u"accueil1234"),
    QStringView(u"reception1"),
    QStringView(u"reception123"),
    QStringView(u"princess123"),
    QStringView(u"sunshine123"),
    QStringView(u"secret1234"),
    QStringView(u"test123456"),
    QStringView(u"superman123"),
};

bool isUsernameCharacter(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9') || unit == u'.' || unit == u'_'
        || unit == u'-';
}

bool isTooCommon(const QString &password, const QString &username)
{
    const QString lower = password.toLower();
    if (lower == username)
        return true;
    if (std::all_of(lower.begin(), lower.end(), [&](QChar character) { return character == lower.front(); }))
        return true;
    return std::find(commonPasswords.begin(), commonPasswords.end(), QStringView(lower)) != commonPasswords.end();
}

} // namespace

QString foldedUsername(const QString &typed)
{
    return typed.trimmed().toLower();
}

bool isUsername(QStringView folded)
{
    return folded.size() >= shortestUsername && folded.size() <= longestUsername
        && std::all_of(folded.begin(), folded.end(), isUsernameCharacter);
}

namespace {

QList<FieldError> validateUsername(const QString &typed)
{
    const QString username = foldedUsername(typed);
    if (username.isEmpty())
        return {{u"username"_s, u"required"_s}};
    if (!isUsername(username))
        return {{u"username"_s, u"badUsername"_s, {{u"min"_s, shortestUsername}, {u"max"_s, longestUsername}}}};
    return {};
}

} // namespace

QList<FieldError> validatePassword(const QString &password, const QString &username, const QString &field)
{
    // A password counts in characters as people see them, not in UTF-16 units.
    const qsizetype length = password.toUcs4().size();
    if (length == 0)
        return {{field, u"required"_s}};
    if (length < shortestPassword)
        return {{field, u"tooShort"_s, {{u"min"_s, shortestPassword}}}};
    if (length > longestPassword)
        return {{field, u"tooLong"_s, {{u"max"_s, longestPassword}}}};
    if (isTooCommon(password, foldedUsername(username)))
        return {{field, u"tooCommon"_s}};
    return {};
}

QList<FieldError> validate(const UserDraft &draft, PasswordRule rule)
{
    QList<FieldError> errors = validateUsername(draft.username);
    if (!draft.email.isEmpty() && !isEmailAddress(draft.email))
        errors.append({u"email"_s, u"notAnEmail"_s});
    if (!draft.phoneNumber.isEmpty()) {
        const auto phone = PhoneNumber::parse(draft.phoneNumber, u"phone_number"_s);
        if (!phone)
            errors.append(phone.error());
    }
    if (rule == PasswordRule::Required || !draft.password.isEmpty())
        errors.append(validatePassword(draft.password, draft.username, u"password"_s));
    if (draft.role == Role::Device)
        errors.append({u"role"_s, u"unknownValue"_s});
    return errors;
}

UserDraft draftOf(const User &user)
{
    return {.username = user.username,
        .email = user.email,
        .phoneNumber = user.phoneNumber,
        .password = {},
        .role = user.role,
        .isActive = user.isActive};
}

} // namespace accueil
