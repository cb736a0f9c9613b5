#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

#include <tl/expected.hpp>

namespace accueil {

// Why a use case could not do what was asked. The doors turn these into HTTP statuses and sentences.
enum class ErrorCode {
    Invalid, // the draft breaks rules; see Error::fields
    NotFound,
    Conflict, // not possible in the present state
    VersionMismatch, // someone else changed it since it was read (HTTP 412)
    Unauthenticated,
    Forbidden,
    TooManyAttempts, // locked out; Error::retryAfterSeconds says for how long
    TooLarge,
    UnsupportedMedia,
    Unavailable, // database or provider out of reach
};

// One broken rule of one field. `field` is the wire name; `key` is a stable word (mustBeFuture) that ui/errortext and
// the API's documentation explain. `parameters` carry limits, a suggestion and the like, never personal data of others.
struct FieldError
{
    QString field;
    QString key;
    QVariantMap parameters = {};

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

struct Error
{
    ErrorCode code = ErrorCode::Invalid;
    QList<FieldError> fields = {};
    int retryAfterSeconds = 0;

    friend bool operator==(const Error &, const Error &) = default;
};

// An expected failure is a value; broken infrastructure is an exception (DatabaseError); a bug is an assertion.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QList<FieldError> fields = {})
{
    return tl::unexpected<Error>(Error{code, std::move(fields)});
}

} // namespace accueil
