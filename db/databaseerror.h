#pragma once

#include <QString>

#include <stdexcept>

namespace accueil {

// The database did not do what correct SQL asked of it: out of reach, full, locked, damaged, or its schema is of a
// newer program (NewerStore). Crosses services untouched; caught in the router, in inBackground and in the scheduler's
// tick. what() holds no values.
class DatabaseError : public std::runtime_error
{
public:
    enum class Kind { Unreachable, Busy, ConstraintViolated, NewerStore, Other };
    DatabaseError(Kind kind, const QString &message)
        : std::runtime_error(message.toStdString())
        , m_kind(kind)
    {
    }
    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

} // namespace accueil
