#include "app/gateways/emailmessage.h"

#include <QUrl>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString onOneLine(const QString &text)
{
    QString line = text;
    for (QChar &character : line) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph)
            character = u' ';
    }
    return line.simplified();
}

bool isPlain(const QString &text)
{
    // "=?" could be read as the start of an encoded word.
    return text.size() <= 60 && !text.contains("=?"_L1)
        && std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
}

QByteArray mailbox(const QString &name, const QString &address)
{
    const QString display = onOneLine(name);
    const QByteArray plain = asciiAddress(address);
    if (display.isEmpty())
        return plain;
    if (!isPlain(display))
        return encodedHeaderText(display) + "\r\n <" + plain + '>';
    QByteArray quoted = display.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + "\"\r\n <" + plain + '>';
}

QByteArray base64Lines(const QByteArray &bytes)
{
    constexpr qsizetype lineLength = 76; // RFC 2045, 6.8
    const QByteArray encoded = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < encoded.size(); at += lineLength)
        lines += encoded.mid(at, lineLength) + "\r\n";
    return lines;
}

} // namespace

QByteArray encodedHeaderText(const QString &text)
{
    const QString line = onOneLine(text);
    if (isPlain(line))
        return line.toLatin1();
    // 45 bytes become 60 characters of base64, 72 with the frame; a character is never cut in two (RFC 2047, 5 and 6).
    constexpr qsizetype bytesPerWord = 45;
    QByteArray result;
    QByteArray word;
    const auto finishWord = [&] {
        result += (result.isEmpty() ? "" : "\r\n ") + ("=?UTF-8?B?" + word.toBase64() + "?=");
        word.clear();
    };
    const QList<uint> characters = line.toUcs4();
    for (const uint character : characters) {
        const char32_t one = character;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (word.size() + bytes.size() > bytesPerWord)
            finishWord();
        word += bytes;
    }
    finishWord();
    return result;
}

QByteArray asciiAddress(const QString &address)
{
    const QString line = onOneLine(address);
    const qsizetype at = line.lastIndexOf(u'@');
    const QByteArray domain = QUrl::toAce(line.mid(at + 1));
    QByteArray ascii = line.left(at + 1).toUtf8();
    ascii += domain.isEmpty() ? line.mid(at + 1).toUtf8() : domain;
    return ascii.replace(' ', "").replace('<', "").replace('>', "");
}

QByteArray composeEmail(
    const OutgoingMessage &message, const QString &senderName, const QString &senderAddress, const QDateTime &now)
{
    QString text = message.text;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace("\n"_L1, "\r\n"_L1);
    const QByteArray date = QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
    return "From: " + mailbox(senderName, senderAddress) + "\r\n" + "To: "
        + mailbox(message.recipientName, message.email) + "\r\n" + "Subject: " + encodedHeaderText(message.subject)
        + "\r\n" + "Date: " + date + "\r\n" + "Message-ID: <" + onOneLine(message.messageId).toUtf8() + ">\r\n"
        + "Auto-Submitted: auto-generated\r\n" // RFC 3834: no holiday replies to the desk
        + "MIME-Version: 1.0\r\n" + "Content-Type: text/plain; charset=UTF-8\r\n"
        + "Content-Transfer-Encoding: base64\r\n" + "\r\n" + base64Lines(text.toUtf8());
}

} // namespace accueil
