#include "server/api/authroutes.h"

#include "app/services/accountservice.h"
#include "server/api/userjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// The two texts of a small body, both required.
Result<std::pair<QString, QString>> twoTexts(const QJsonObject &body, const QString &first, const QString &second)
{
    std::pair<QString, QString> texts;
    FieldReader reader(body);
    reader.require({first, second});
    reader.text(first, texts.first);
    reader.text(second, texts.second);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return texts;
}

Result<QString> refreshTokenOf(const QJsonObject &body)
{
    QString token;
    FieldReader reader(body);
    reader.require({u"refresh_token"_s});
    reader.text(u"refresh_token"_s, token);
    if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    return token;
}

ApiAnswer tokenAnswer(const TokenPair &tokens)
{
    JsonWriter json;
    writeTokens(json, tokens);
    return {.body = json.bytes()};
}

class AuthEndpoint
{
public:
    explicit AuthEndpoint(AccountService &accounts)
        : m_accounts(accounts)
    {
    }

    Result<ApiAnswer> login(const ApiRequest &request) const
    {
        return twoTexts(request.body, u"username"_s, u"password"_s)
            .and_then([&](const auto &given) {
                return m_accounts.login(given.first, given.second, request.http.peer.toString());
            })
            .map(tokenAnswer);
    }

    Result<ApiAnswer> registerUser(const ApiRequest &request) const
    {
        UserDraft draft;
        FieldReader reader(request.body);
        reader.require({u"username"_s, u"password"_s});
        readUser(reader, draft);
        if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        const std::optional<Session> who = request.isSignedIn ? std::optional(request.session) : std::nullopt;
        return m_accounts.registerUser(who, draft).map([](const User &user) {
            JsonWriter json;
            writeUser(json, user);
            return ApiAnswer{.status = 201,
                .body = json.bytes(),
                .headers = {{"Location", "/api/users/" + QByteArray::number(user.id.value)}}};
        });
    }

    Result<ApiAnswer> refresh(const ApiRequest &request) const
    {
        return refreshTokenOf(request.body)
            .and_then([&](const QString &token) { return m_accounts.refresh(token); })
            .map(tokenAnswer);
    }

    Result<ApiAnswer> logout(const ApiRequest &request) const
    {
        return refreshTokenOf(request.body)
            .and_then([&](const QString &token) { return m_accounts.logout(token); })
            .map([] { return ApiAnswer{.status = 204}; });
    }

    Result<ApiAnswer> me(const ApiRequest &request) const
    {
        return m_accounts.me(request.session).map([](const User &user) {
            JsonWriter json;
            writeUser(json, user);
            return ApiAnswer{.body = json.bytes(), .version = user.version};
        });
    }

    Result<ApiAnswer> changePassword(const ApiRequest &request) const
    {
        return twoTexts(request.body, u"current_password"_s, u"new_password"_s)
            .and_then([&](const auto &given) {
                return m_accounts.changePassword(request.session, given.first, given.second);
            })
            .map([] { return ApiAnswer{.status = 204}; });
    }

private:
    AccountService &m_accounts;
};

} // namespace

Routes authRoutes(const Services &services)
{
    const AuthEndpoint accounts(services.accounts);
    const QString tag = u"auth"_s;
    using enum Permission;
    return {
        {.method = Method::Post,
            .path = u"/api/auth/login"_s,
            .operationId = u"login"_s,
            .summary = u"Exchange user name and password for tokens"_s,
            .tag = tag,
            .permission = Anyone,
            .handler = [=](const ApiRequest &request) { return accounts.login(request); },
            .body = BodyKind::Json,
            .requestSchema = u"Credentials"_s,
            .responseSchema = u"Tokens"_s,
            .failures = {401, 403, 429},
            .caching = Caching::Never,
            .rate = RateClass::Strict},
        {.method = Method::Post,
            .path = u"/api/auth/register"_s,
            .operationId = u"register"_s,
            .summary = u"Make an account: the first without login, later ones by an administrator"_s,
            .tag = tag,
            .permission = Anyone,
            .handler = [=](const ApiRequest &request) { return accounts.registerUser(request); },
            .body = BodyKind::Json,
            .requestSchema = u"UserDraft"_s,
            .responseSchema = u"User"_s,
            .statuses = {201},
            .failures = {401, 403, 409, 429},
            .caching = Caching::Never,
            .rate = RateClass::Strict},
        {.method = Method::Post,
            .path = u"/api/auth/refresh"_s,
            .operationId = u"refresh"_s,
            .summary = u"Exchange a refresh token for new tokens"_s,
            .tag = tag,
            .permission = Anyone,
            .handler = [=](const ApiRequest &request) { return accounts.refresh(request); },
            .body = BodyKind::Json,
            .requestSchema = u"RefreshToken"_s,
            .responseSchema = u"Tokens"_s,
            .failures = {401},
            .caching = Caching::Never,
            .rate = RateClass::Strict},
        {.method = Method::Post,
            .path = u"/api/auth/logout"_s,
            .operationId = u"logout"_s,
            .summary = u"End a login: its refresh tokens and its access tokens"_s,
            .tag = tag,
            .permission = Anyone,
            .handler = [=](const ApiRequest &request) { return accounts.logout(request); },
            .body = BodyKind::Json,
            .requestSchema = u"RefreshToken"_s,
            .statuses = {204},
            .caching = Caching::Never},
        {.method = Method::Get,
            .path = u"/api/auth/me"_s,
            .operationId = u"getMe"_s,
            .summary = u"The account of the token"_s,
            .tag = tag,
            .permission = SignedIn,
            .handler = [=](const ApiRequest &request) { return accounts.me(request); },
            .responseSchema = u"User"_s},
        {.method = Method::Post,
            .path = u"/api/auth/password"_s,
            .operationId = u"changePassword"_s,
            .summary = u"Change one's own password; ends every login of the account"_s,
            .tag = tag,
            .permission = SignedIn,
            .handler = [=](const ApiRequest &request) { return accounts.changePassword(request); },
            .body = BodyKind::Json,
            .requestSchema = u"PasswordChange"_s,
            .statuses = {204},
            .failures = {403, 409, 429},
            .caching = Caching::Never,
            .rate = RateClass::Strict},
    };
}

} // namespace accueil
