#include "tests/support/readletter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace accueil {

using namespace Qt::StringLiterals;

ReadLetter::ReadLetter(const QByteArray &content)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(ACCUEIL_TEST_SUPPORT_FOLDER "/readletter.py")});
    python.write(content);
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("the letter cannot be read");
    const QJsonObject letter = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    m_type = letter.value("type"_L1).toString();
    m_defects = letter.value("defects"_L1).toVariant().toStringList();
    for (const QJsonValue header : letter.value("headers"_L1).toArray())
        m_headers.insert(header.toArray().at(0).toString().toLower(), header.toArray().at(1).toString());
    for (const QJsonValue value : letter.value("parts"_L1).toArray()) {
        const QJsonObject part = value.toObject();
        const QString type = part.value("type"_L1).toString();
        m_partTypes << type;
        m_parts.insert(type, part.value("text"_L1).toString().replace("\r\n"_L1, "\n"_L1));
        if (type == u"text/calendar")
            m_calendarMethod = part.value("method"_L1).toString();
    }
}

} // namespace accueil
