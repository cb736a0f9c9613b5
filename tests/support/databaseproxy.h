#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace accueil {

// A way to a database server that can fall silent: then connections break, and new ones are taken and never answered;
// or freeze, which leaves those that are there unbroken and unanswered. Works on a thread of its own.
class DatabaseProxy
{
public:
    DatabaseProxy(QString host, quint16 port)
        : m_server(new QTcpServer)
    {
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this, host, port] {
            while (QTcpSocket *near = m_server->nextPendingConnection()) {
                if (!m_isSilent)
                    forward(near, host, port);
            }
        });
        m_thread.start();
        onItsThread([this] { m_server->listen(QHostAddress::LocalHost); });
    }
    ~DatabaseProxy()
    {
        m_thread.quit();
        m_thread.wait();
    }
    DatabaseProxy(const DatabaseProxy &) = delete;
    DatabaseProxy &operator=(const DatabaseProxy &) = delete;

    quint16 port() const { return m_server->serverPort(); }

    void setSilent(bool isSilent)
    {
        onItsThread([this, isSilent] {
            m_isSilent = isSilent;
            for (QTcpSocket *near : m_server->findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly)) {
                near->abort();
                near->deleteLater();
            }
        });
    }

    // How many are open to the server now.
    int connections()
    {
        int count = 0;
        onItsThread([this, &count] {
            for (const QTcpSocket *near : m_server->findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
                count += near->state() == QAbstractSocket::ConnectedState ? 1 : 0;
        });
        return count;
    }

    // Takes the way away without breaking it: what is asked from now on is never answered, as by a server that is
    // stopped.
    void freeze()
    {
        onItsThread([this] {
            m_isSilent = true;
            for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
                QObject::disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
        });
    }

private:
    static void forward(QTcpSocket *near, const QString &host, quint16 port)
    {
        auto *far = new QTcpSocket(near);
        QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        QObject::connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        QObject::connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
        far->connectToHost(host, port);
    }

    template <typename Work>
    void onItsThread(Work work)
    {
        QMetaObject::invokeMethod(m_server, work, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    QTcpServer *m_server; // lives on m_thread and goes with it
    bool m_isSilent = false; // only used on m_thread
};

} // namespace accueil
