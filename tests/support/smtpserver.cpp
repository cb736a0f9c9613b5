#include "tests/support/smtpserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace accueil {

using namespace Qt::StringLiterals;

SmtpServer::SmtpServer(const Options &options)
{
    QStringList arguments{QStringLiteral(ACCUEIL_TEST_SUPPORT_FOLDER "/smtpserver.py"), u"--mode"_s, options.mode};
    if (options.security != SmtpSecurity::None) {
        makeCertificate();
        arguments << u"--security"_s << (options.security == SmtpSecurity::Tls ? u"tls"_s : u"starttls"_s)
                  << u"--certificate"_s << certificateFile() << u"--key"_s << m_folder.filePath(u"key.pem"_s);
    }
    if (!options.login.isEmpty())
        arguments << u"--login"_s << options.login;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Debian's own Python is the one that has aiosmtpd.
    m_process.start(u"/usr/bin/python3"_s, arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith("listening "))
        qFatal("the SMTP server for tests does not start; is python3-aiosmtpd installed?");
    m_port = line.mid(10).toInt();
}

SmtpServer::~SmtpServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished();
}

QString SmtpServer::certificateFile() const
{
    return m_folder.filePath(u"certificate.pem"_s);
}

QList<ReceivedEmail> SmtpServer::received()
{
    do {
        while (m_process.canReadLine()) {
            const QJsonObject row = QJsonDocument::fromJson(m_process.readLine()).object();
            m_received << ReceivedEmail{.from = row.value("from"_L1).toString(),
                .to = row.value("to"_L1).toVariant().toStringList(),
                .overTls = row.value("tls"_L1).toBool(),
                .login = row.value("login"_L1).toString(),
                .content = QByteArray::fromBase64(row.value("content"_L1).toString().toLatin1())};
        }
    } while (m_process.waitForReadyRead(200));
    return m_received;
}

void SmtpServer::makeCertificate()
{
    QProcess openssl; // its progress is kept out of the test's output
    openssl.start(u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
            u"-batch"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
            u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s, u"-keyout"_s, m_folder.filePath(u"key.pem"_s), u"-out"_s,
            certificateFile()});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl made no certificate");
}

} // namespace accueil
