#include "server/api/userjson.h"

#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

void writeUser(JsonWriter &json, const User &user, const FieldSelection &fields)
{
    ObjectWriter object(json, fields);
    object.member("id", user.id.value);
    object.member("username", user.username);
    object.textOrNull("email", user.email);
    object.textOrNull("phone_number", user.phoneNumber);
    object.member("role", roleTable.key(user.role));
    object.member("is_active", user.isActive);
    object.member("created_at", user.createdAt);
    object.member("last_login", user.lastLogin);
}

void readUser(FieldReader &reader, UserDraft &draft)
{
    reader.text(u"username"_s, draft.username);
    reader.text(u"email"_s, draft.email);
    reader.text(u"phone_number"_s, draft.phoneNumber);
    reader.text(u"password"_s, draft.password);
    reader.enumeration(u"role"_s, draft.role, [](const QString &text) { return roleTable.value(text); });
    reader.boolean(u"is_active"_s, draft.isActive);
    reader.ignore({u"id"_s, u"created_at"_s, u"last_login"_s});
}

void writeTokens(JsonWriter &json, const TokenPair &tokens)
{
    ObjectWriter object(json);
    object.member("access_token", QString::fromLatin1(tokens.accessToken));
    object.member("token_type", u"bearer"_s);
    object.member("expires_in", qint64(tokens.expiresIn.count()));
    object.member("refresh_token", tokens.refreshToken);
    object.begin("user");
    writeUser(json, tokens.user);
}

QJsonObject userSchema()
{
    using namespace schema;
    return object({
        {u"id"_s, identifier(u"The row."_s)},
        {u"username"_s, anyText()},
        {u"email"_s, orNull(anyText())},
        {u"phone_number"_s, orNull(anyText(u"E.164."_s))},
        {u"role"_s, oneOfKeys(keysOf(roleTable))},
        {u"is_active"_s, boolean()},
        {u"created_at"_s, time()},
        {u"last_login"_s, orNull(time())},
    });
}

QJsonObject userDraftSchema()
{
    using namespace schema;
    const QStringList roles{u"admin"_s, u"manager"_s, u"reception"_s, u"viewer"_s};
    return withExample(
        object(
            {
                {u"username"_s, withPattern(text(3, 32, u"Stored in lower case."_s), u"^[A-Za-z0-9._-]+$"_s)},
                {u"email"_s, orNull(text(0, 254))},
                {u"phone_number"_s, orNull(text(0, 40))},
                {u"password"_s, text(10, 128, u"Length over composition; none of the commonest, not the user name."_s)},
                {u"role"_s, oneOfKeys(roles, u"Default: reception. The first account is an administrator's."_s)},
                {u"is_active"_s, boolean()},
                {u"id"_s, ignored()},
                {u"created_at"_s, ignored()},
                {u"last_login"_s, ignored()},
            },
            {u"username"_s, u"password"_s}),
        QJsonObject{{u"username"_s, u"a.ngo"_s}, {u"email"_s, u"a.ngo@example.org"_s},
            {u"password"_s, u"a long sentence is best"_s}, {u"role"_s, u"reception"_s}});
}

QJsonObject credentialsSchema()
{
    using namespace schema;
    return withExample(object({{u"username"_s, text(1, 64)}, {u"password"_s, text(1, 256)}}),
        QJsonObject{{u"username"_s, u"a.ngo"_s}, {u"password"_s, u"a long sentence is best"_s}});
}

QJsonObject tokenSchema()
{
    using namespace schema;
    return object({
        {u"access_token"_s, anyText(u"JWT, HS256; send as Authorization: Bearer."_s)},
        {u"token_type"_s, oneOfKeys({u"bearer"_s})},
        {u"expires_in"_s, count(u"Seconds."_s)},
        {u"refresh_token"_s, anyText(u"Good for one refresh; using a spent one again revokes all of its family."_s)},
        {u"user"_s, reference(u"User"_s)},
    });
}

QJsonObject refreshSchema()
{
    using namespace schema;
    return withExample(object({{u"refresh_token"_s, text(1, 512)}}),
        QJsonObject{{u"refresh_token"_s, u"dGhpcyBpcyBub3QgYSByZWFsIHRva2VuIGF0IGFsbC4"_s}});
}

QJsonObject passwordChangeSchema()
{
    using namespace schema;
    return withExample(object({{u"current_password"_s, text(1, 256)}, {u"new_password"_s, text(10, 128)}}),
        QJsonObject{{u"current_password"_s, u"a long sentence is best"_s},
            {u"new_password"_s, u"another sentence, longer still"_s}});
}

} // namespace accueil
