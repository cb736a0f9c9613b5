#pragma once

#include "app/services/importservice.h"
#include "app/settings.h"

#include <QDate>
#include <QStringList>

namespace accueil {

enum class Command {
    Window,
    Serve,
    UserAdd,
    UserList,
    UserDisable,
    Import,
    ImportTablet,
    Demo,
    AnalyseFile,
    AnalyseStore,
    RecoveryKey,
    Recover,
    Report,
    Version,
    Help,
};

// What the operator asked for.
struct CommandLine
{
    Command command = Command::Window;
    StartOptions start;
    QString userName;
    Role role = Role::Reception;
    QString email;
    ImportKind importKind = ImportKind::Feedback;
    QString file;
    std::optional<QDate> month; // its first day; none: the last month that is over
    Language language = Language::French; // of a report: French or English
    bool confirmed = false; // --yes
    bool isDrill = false; // --drill
};

// `arguments` without the program's name. The error is a sentence for the operator.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);
QString usage();

} // namespace accueil
