#pragma once

#include "app/services/hospitalsettings.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace accueil {

// A message that the server took.
struct ReceivedEmail
{
    QString from;
    QStringList to;
    bool overTls = false;
    QString login;
    QByteArray content; // with CRLF, as it came
};

// A real SMTP server (aiosmtpd) in a process of its own, with a certificate made for it.
class SmtpServer
{
public:
    struct Options
    {
        SmtpSecurity security = SmtpSecurity::None;
        QString login; // "user:password" that is asked for; empty: none
        QString mode = QStringLiteral("take"); // see smtpserver.py
    };
    explicit SmtpServer(const Options &options);
    ~SmtpServer();

    int port() const { return m_port; }
    QString certificateFile() const; // what a client has to trust
    QList<ReceivedEmail> received(); // waits a moment for what is still under way

private:
    void makeCertificate();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    QList<ReceivedEmail> m_received;
};

} // namespace accueil
