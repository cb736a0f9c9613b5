#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <csignal>

namespace accueil {

// One desk as an operator has it: the built program with a data directory and an environment of its own.
class TestDesk
{
public:
    TestDesk()
    {
        // Nothing of whoever runs the tests: only what finds libraries.
        for (const char *name : {"PATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS",
                 "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(name))
                m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
        set(QStringLiteral("HOME"), m_folder.path());
        set(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        set(QStringLiteral("ACCUEIL_DATA_DIR"), dataDirectory());
        set(QStringLiteral("ACCUEIL_KEY_FILE"), keyFile());
        set(QStringLiteral("ACCUEIL_PORT"), QStringLiteral("0"));
        set(QStringLiteral("ACCUEIL_TLS_PORT"), QStringLiteral("0"));
    }

    QString dataDirectory() const { return m_folder.filePath(QStringLiteral("data")); }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("accueil.key")); }
    QString recoveryKeyFile() const { return dataDirectory() + QStringLiteral("/recovery-key.txt"); }
    QString folder() const { return m_folder.path(); }
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }

    // Runs to the end; `input` is its standard input.
    struct Outcome
    {
        int code = -1;
        QString output;
        QString errors;
    };
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        start(process, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(
            QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../../app/accueil")), arguments);
        process.waitForStarted();
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

// `accueil serve`, from its ready line until the end of this object.
class ServingDesk
{
public:
    explicit ServingDesk(const TestDesk &desk, const QStringList &options = {})
    {
        desk.start(m_process, QStringList(QStringLiteral("serve")) + options);
        QElapsedTimer timer;
        timer.start();
        while (!m_output.contains('\n') && m_process.state() == QProcess::Running && timer.elapsed() < 30'000) {
            m_process.waitForReadyRead(200);
            m_output += m_process.readAllStandardOutput();
        }
    }
    ~ServingDesk()
    {
        if (m_process.state() == QProcess::Running) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    QString output() const { return QString::fromUtf8(m_output); }
    QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }
    QString address() const { return output().section(QStringLiteral("listening on "), 1).trimmed(); }
    quint16 port() const { return address().section(QLatin1Char(':'), -1).toUShort(); }
    qint64 processId() const { return m_process.processId(); }
    bool isRunning() { return m_process.state() == QProcess::Running; }

    // Milliseconds until the program had ended; -1 when it did not within 10 s.
    qint64 end(int signal)
    {
        QElapsedTimer timer;
        timer.start();
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (!m_process.waitForFinished(10'000))
            return -1;
        m_output += m_process.readAllStandardOutput();
        return timer.elapsed();
    }
    int exitCode() const { return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1; }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace accueil
