#include "app/commandline.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace accueil {

namespace {

// A command: its words, how many operands follow them, and the options it knows beside --data-dir.
struct CommandRow
{
    Command command;
    QStringList words;
    int operands;
    QStringList options;
    QString needs = {}; // the option that tells it from another command of the same words
};

const QList<CommandRow> &commandRows()
{
    static const QList<CommandRow> rows = {
        {Command::Serve, {u"serve"_s}, 0, {u"--host"_s, u"--port"_s, u"--drill"_s}},
        {Command::UserAdd, {u"user"_s, u"add"_s}, 1, {u"--role"_s, u"--email"_s}},
        {Command::UserList, {u"user"_s, u"list"_s}, 0, {}},
        {Command::UserDisable, {u"user"_s, u"disable"_s}, 1, {}},
        {Command::Import, {u"import"_s}, 2, {}},
        {Command::AnalyseStore, {u"analyse"_s}, 0, {u"--all"_s}, u"--all"_s},
        {Command::AnalyseFile, {u"analyse"_s}, 1, {}},
        {Command::Demo, {u"demo"_s}, 0, {}},
        {Command::RecoveryKey, {u"recovery-key"_s}, 0, {u"--yes"_s}},
        {Command::Recover, {u"recover"_s}, 0, {}},
        {Command::Report, {u"report"_s}, 0, {u"--month"_s, u"--lang"_s, u"--out"_s}},
        {Command::Window, {}, 0, {u"--host"_s, u"--port"_s, u"--drill"_s}},
    };
    return rows;
}

struct Words
{
    QStringList operands;
    QMap<QString, QString> options;
};

// Parts options from the rest: --name value, --name=value, and -- after which nothing is an option.
tl::expected<Words, QString> split(const QStringList &arguments)
{
    static const QStringList withValue
        = {u"--data-dir"_s, u"--host"_s, u"--port"_s, u"--role"_s, u"--email"_s, u"--month"_s, u"--lang"_s, u"--out"_s};
    static const QStringList withoutValue
        = {u"--yes"_s, u"--all"_s, u"--drill"_s, u"--help"_s, u"-h"_s, u"--version"_s};
    Words words;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--") {
            words.operands.append(arguments.mid(i + 1));
            break;
        }
        if (!argument.startsWith(u'-') || argument == u"-") {
            words.operands.append(argument);
            continue;
        }
        const QString name = argument.section(u'=', 0, 0);
        const bool hasValue = argument.contains(u'=');
        if (withoutValue.contains(name) && !hasValue) {
            words.options.insert(name, QString());
        } else if (!withValue.contains(name)) {
            return tl::unexpected(u"unknown option %1"_s.arg(name));
        } else if (hasValue) {
            words.options.insert(name, argument.section(u'=', 1));
        } else if (i + 1 < arguments.size()) {
            words.options.insert(name, arguments.at(++i));
        } else {
            return tl::unexpected(u"%1 needs a value"_s.arg(name));
        }
    }
    return words;
}

tl::expected<CommandLine, QString> userAdd(CommandLine line, const Words &words)
{
    line.userName = words.operands.last();
    line.email = words.options.value(u"--email"_s);
    const std::optional<Role> role = roleTable.value(words.options.value(u"--role"_s));
    if (!role || *role == Role::Device)
        return tl::unexpected(u"user add needs --role admin, manager, reception or viewer"_s);
    line.role = *role;
    return line;
}

tl::expected<CommandLine, QString> importFile(CommandLine line, const Words &words)
{
    const QString kind = words.operands.at(words.operands.size() - 2);
    if (kind != u"patients" && kind != u"feedback" && kind != u"tablet")
        return tl::unexpected(u"import needs patients, feedback or tablet, and a file"_s);
    if (kind == u"tablet")
        line.command = Command::ImportTablet;
    line.importKind = kind == u"patients" ? ImportKind::Patients : ImportKind::Feedback;
    line.file = words.operands.last();
    return line;
}

tl::expected<CommandLine, QString> report(CommandLine line, const Words &words)
{
    line.file = words.options.value(u"--out"_s);
    if (line.file.isEmpty())
        return tl::unexpected(u"report needs --out and the name of a file"_s);
    const QString language = words.options.value(u"--lang"_s, u"fr"_s);
    if (language != u"fr" && language != u"en")
        return tl::unexpected(u"--lang needs fr or en"_s);
    line.language = language == u"en" ? Language::English : Language::French;
    if (words.options.contains(u"--month"_s)) {
        const QDate month = QDate::fromString(words.options.value(u"--month"_s) + u"-01"_s, Qt::ISODate);
        if (!month.isValid())
            return tl::unexpected(u"--month needs a month as in 2026-10"_s);
        line.month = month;
    }
    return line;
}

// An option that is given says something: a script with an unset variable must not reach the usual store instead.
std::optional<QString> missingValue(const Words &words)
{
    static const QList<std::pair<QString, QString>> expected = {{u"--data-dir"_s, u"the path of a directory"_s},
        {u"--host"_s, u"an IP address of this machine"_s}, {u"--port"_s, u"a whole number from 0 to 65535"_s}};
    for (const auto &[name, value] : expected) {
        if (words.options.contains(name) && words.options.value(name).trimmed().isEmpty())
            return u"%1 needs %2"_s.arg(name, value);
    }
    return std::nullopt;
}

tl::expected<CommandLine, QString> complete(const CommandRow &row, const Words &words)
{
    const QString name = row.words.isEmpty() ? u"accueil"_s : row.words.join(u' ');
    if (words.operands.size() != row.words.size() + row.operands)
        return tl::unexpected(u"%1 takes %2 operands after it"_s.arg(name).arg(row.operands));
    for (auto option = words.options.cbegin(); option != words.options.cend(); ++option) {
        if (option.key() != u"--data-dir" && !row.options.contains(option.key()))
            return tl::unexpected(u"%1 knows no option %2"_s.arg(name, option.key()));
    }
    if (const std::optional<QString> missing = missingValue(words))
        return tl::unexpected(*missing);
    CommandLine line;
    line.command = row.command;
    line.start
        = {words.options.value(u"--data-dir"_s), words.options.value(u"--host"_s), words.options.value(u"--port"_s)};
    line.confirmed = words.options.contains(u"--yes"_s);
    line.isDrill = words.options.contains(u"--drill"_s);
    if (line.isDrill && (words.options.contains(u"--data-dir"_s) || words.options.contains(u"--host"_s)))
        return tl::unexpected(u"a drill has a place of its own on this machine: no --data-dir, no --host"_s);
    if (row.command == Command::UserAdd)
        return userAdd(line, words);
    if (row.command == Command::Import)
        return importFile(line, words);
    if (row.command == Command::Report)
        return report(line, words);
    if (row.command == Command::AnalyseFile)
        line.file = words.operands.last();
    if (row.command == Command::UserDisable)
        line.userName = words.operands.last();
    return line;
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    const tl::expected<Words, QString> words = split(arguments);
    if (!words)
        return tl::unexpected(words.error());
    if (words->options.contains(u"--help"_s) || words->options.contains(u"-h"_s))
        return CommandLine{.command = Command::Help};
    if (words->options.contains(u"--version"_s))
        return CommandLine{.command = Command::Version};
    for (const CommandRow &row : commandRows()) {
        if (!row.needs.isEmpty() && !words->options.contains(row.needs))
            continue;
        if (words->operands.mid(0, row.words.size()) == row.words
            && (!row.words.isEmpty() || words->operands.isEmpty()))
            return complete(row, *words);
    }
    return tl::unexpected(u"unknown command %1"_s.arg(words->operands.join(u' ')));
}

QString usage()
{
    return uR"(Usage: accueil [COMMAND] [OPTIONS]

Without a command the window opens and tablets are served.

  serve [--host H] [--port N]             serve without a window
  user add NAME --role ROLE [--email E]   add an account; the password is the first line of standard input
                                          ROLE: admin, manager, reception, viewer
  user list                               list the accounts
  user disable NAME                       end an account and its logins
  import patients|feedback FILE.csv       take a file in; what is refused is listed in a report next to it
  import tablet FILE.json                 take in what a retired tablet still held; what is known is not doubled
  report --out FILE.pdf [--month 2026-10] [--lang fr|en]
                                          the month's report for the board; without --month the last whole month
  analyse FILE.csv                        print label, score and topics of each row; columns text and lang (fr, en)
  analyse --all                           read again all feedback that another version of the engine read
  demo                                    fill an empty store with invented records
  recovery-key --yes                      print a new recovery key; the old one ends
  recover                                 let this computer into the store; the recovery key is on standard input

  --drill          the window, or serve, for training: invented records, a provider that is built in, nothing is sent;
                   everything is gone at the end
  --data-dir DIR   where the store, keys and logs of this computer are
  --version        print the version
  --help           print this text

Settings come from the environment or a .env file; see README.md. Exit codes: 0 done, 1 failed, 2 wrong use or setting.
)"_s;
}

} // namespace accueil
