#include "server/http/httpserver.h"

#include <QTcpSocket>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class HttpServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers()
    {
        HttpServer server([](const HttpRequest &request) { return HttpResponse{200, {}, request.path + request.body}; }, {.port = 0});
        QString why;
        QVERIFY2(server.start(&why), qPrintable(why));
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
        QVERIFY(socket.waitForConnected(2000));
        socket.write("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhiGET /b HTTP/1.0\r\n\r\n");
        QByteArray got;
        while (socket.waitForReadyRead(2000))
            got += socket.readAll();
        QVERIFY(got.endsWith("/b"));
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
