#include "app/logging.h"

#include "app/domain/clock.h"
#include "app/logfile.h"

#include <QDir>
#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

constexpr qint64 largestLogFile = 5 * 1024 * 1024; // bytes
constexpr int logFileCount = 5;
constexpr int fewestPhoneDigits = 8; // Cameroon's numbers before 2014; today's have 9

// Where lines go. Qt's message handler is a plain function, so this is the one object it can reach.
struct LogSink
{
    QMutex mutex;
    std::unique_ptr<LogFile> file;
};

LogSink &sink()
{
    static LogSink theSink;
    return theSink;
}

bool isNumericAddress(const QString &text)
{
    static const QRegularExpression ipv4(u"^\\d{1,3}(\\.\\d{1,3}){3}$"_s);
    if (!ipv4.match(text).hasMatch())
        return false;
    for (const QString &part : text.split(u'.')) {
        if (part.toInt() > 255)
            return false;
    }
    return true;
}

bool isDate(const QString &text)
{
    static const QRegularExpression date(u"^\\d{4}-\\d{2}-\\d{2}([ T]\\d{2})?$"_s);
    return date.match(text).hasMatch();
}

QString maskPhoneNumbers(const QString &text)
{
    static const QRegularExpression candidate(u"\\+?\\(?\\d(?:[ .\\-/()]{0,2}\\d){7,}"_s);
    QString masked;
    qsizetype end = 0;
    for (auto match = candidate.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString number = found.captured();
        const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
        const bool keep = digits < fewestPhoneDigits || isNumericAddress(number) || isDate(number);
        masked += text.mid(end, found.capturedStart() - end) + (keep ? number : u"[phone]"_s);
        end = found.capturedEnd();
    }
    return masked + text.mid(end);
}

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return u"info"_s;
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const SystemClock clock;
    QString oneLine = maskPersonalData(message);
    oneLine.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    const QByteArray line = u"%1 %2 %3 %4\n"_s
                                .arg(clock.now().toString(Qt::ISODateWithMs), levelName(type),
                                    QLatin1StringView(context.category ? context.category : "default"), oneLine)
                                .toUtf8();
    LogSink &target = sink();
    const QMutexLocker locker(&target.mutex);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    if (target.file)
        target.file->write(line);
}

} // namespace

QString maskPersonalData(const QString &message)
{
    static const QRegularExpression bearer(
        u"\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=\\-]+"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(u"\\beyJ[A-Za-z0-9_\\-]+\\.[A-Za-z0-9_\\-]+(\\.[A-Za-z0-9_\\-]*)?|"
                                          "(?<![A-Za-z0-9_\\-/])[A-Za-z0-9_\\-]{40,}"_s);
    static const QRegularExpression email(
        u"[\\w.!#$%&'*+/=?^`{|}~\\-]+@[\\w\\-]+(\\.[\\w\\-]+)*"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString masked = message;
    masked.replace(bearer, u"\\1 [token]"_s);
    masked.replace(token, u"[token]"_s);
    masked.replace(email, u"[email]"_s);
    return maskPhoneNumbers(masked);
}

void startLogging()
{
    QLoggingCategory::setFilterRules(u"*.debug=false\ndefault.debug=false"_s);
    qInstallMessageHandler(writeMessage);
}

void logToDirectory(const QString &dataDirectory)
{
    LogSink &target = sink();
    const QMutexLocker locker(&target.mutex);
    target.file
        = std::make_unique<LogFile>(QDir(dataDirectory).filePath(u"logs/accueil.log"_s), largestLogFile, logFileCount);
}

} // namespace accueil
