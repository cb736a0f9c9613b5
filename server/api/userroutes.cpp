#include "server/api/userroutes.h"

#include "app/services/accountservice.h"
#include "server/api/editing.h"
#include "server/api/listing.h"
#include "server/api/userjson.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

ApiAnswer answerOf(const User &user)
{
    JsonWriter json;
    writeUser(json, user);
    return {.body = json.bytes(), .version = user.version};
}

class UserEndpoint
{
public:
    explicit UserEndpoint(AccountService &accounts)
        : m_accounts(accounts)
    {
    }

    Result<ApiAnswer> list(const ApiRequest &request) const
    {
        return m_accounts.list(request.session, request.query.page()).map([&](const Page<User> &page) {
            return listAnswer(request, page, [](JsonWriter &json, const User &user, const FieldSelection &fields) {
                writeUser(json, user, fields);
            });
        });
    }

    Result<ApiAnswer> read(const ApiRequest &request) const { return find(request).map(answerOf); }

    Result<ApiAnswer> change(const ApiRequest &request) const
    {
        return changeCurrent(
            request, [&] { return find(request); },
            [&](const User &current, qint64 version) -> Result<ApiAnswer> {
                UserDraft draft = draftOf(current);
                FieldReader reader(request.body);
                readUser(reader, draft);
                if (const QList<FieldError> errors = reader.finish(); !errors.isEmpty())
                    return fail(ErrorCode::Invalid, errors);
                return m_accounts.edit(request.session, current.id, draft, version).map(answerOf);
            });
    }

private:
    Result<User> find(const ApiRequest &request) const
    {
        return request.rowId<UserId>().and_then([&](UserId id) { return m_accounts.find(request.session, id); });
    }

    AccountService &m_accounts;
};

} // namespace

Routes userRoutes(const Services &services)
{
    const UserEndpoint users(services.accounts);
    const QString tag = u"users"_s;
    const QString one = u"/api/users/{id}"_s;
    using enum Permission;
    return {
        {.method = Method::Get,
            .path = u"/api/users"_s,
            .operationId = u"listUsers"_s,
            .summary = u"List accounts"_s,
            .tag = tag,
            .permission = ManageUsers,
            .handler = [=](const ApiRequest &request) { return users.list(request); },
            .responseSchema = u"User"_s,
            .isList = true,
            .parameters = listParameters(userSchema())},
        {.method = Method::Get,
            .path = one,
            .operationId = u"getUser"_s,
            .summary = u"Read an account"_s,
            .tag = tag,
            .permission = ManageUsers,
            .handler = [=](const ApiRequest &request) { return users.read(request); },
            .responseSchema = u"User"_s},
        {.method = Method::Patch,
            .path = one,
            .operationId = u"changeUser"_s,
            .summary = u"Change an account, switch it off or on, set a new password"_s,
            .tag = tag,
            .permission = ManageUsers,
            .handler = [=](const ApiRequest &request) { return users.change(request); },
            .body = BodyKind::Json,
            .requestSchema = u"UserPatch"_s,
            .responseSchema = u"User"_s,
            .failures = {409, 429},
            .isConditional = true},
    };
}

} // namespace accueil
