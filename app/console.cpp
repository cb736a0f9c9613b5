#include "app/console.h"

#include "app/domain/fielderrorkeys.h"

#include <QScopeGuard>

#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

void print(std::FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return u"not valid"_s;
    case ErrorCode::NotFound:
        return u"not found"_s;
    case ErrorCode::Conflict:
        return u"not possible in the present state"_s;
    case ErrorCode::VersionMismatch:
        return u"changed by someone else meanwhile"_s;
    case ErrorCode::Unauthenticated:
        return u"no valid login"_s;
    case ErrorCode::Forbidden:
        return u"not allowed"_s;
    case ErrorCode::TooManyAttempts:
        return u"too many attempts, try again later"_s;
    case ErrorCode::TooLarge:
        return u"too large"_s;
    case ErrorCode::UnsupportedMedia:
        return u"not a format that is accepted"_s;
    case ErrorCode::Unavailable:
        return u"out of reach"_s;
    }
    return {};
}

QString sentence(const FieldError &error)
{
    QString meaning = error.key;
    for (const FieldErrorKey &known : fieldErrorKeys) {
        if (known.key == error.key)
            meaning = known.meaning.toString();
    }
    for (auto parameter = error.parameters.cbegin(); parameter != error.parameters.cend(); ++parameter)
        meaning.replace(u'`' + parameter.key() + u'`', parameter->toString());
    return u"  %1: %2"_s.arg(error.field, meaning);
}

} // namespace

void printLine(const QString &line)
{
    print(stdout, line);
}

void complain(const QString &line)
{
    print(stderr, line);
}

void complain(const QString &what, const Error &error)
{
    complain(u"%1: %2"_s.arg(what, sentence(error.code)));
    for (const FieldError &field : error.fields)
        complain(sentence(field));
}

QString readSecretLine(const QString &prompt)
{
#ifdef Q_OS_UNIX
    termios shown{};
    const bool isTerminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &shown) == 0;
    if (isTerminal) {
        std::fputs(prompt.toLocal8Bit().constData(), stderr);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    const auto guard = qScopeGuard([&] {
        if (isTerminal) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
            std::fputc('\n', stderr);
        }
    });
#else
    std::fputs(prompt.toLocal8Bit().constData(), stderr);
#endif
    std::string line;
    std::getline(std::cin, line);
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return QString::fromUtf8(line);
}

} // namespace accueil
