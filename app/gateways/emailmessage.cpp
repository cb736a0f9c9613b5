#include "app/gateways/emailmessage.h"

#include "app/gateways/calendarentry.h"
#include "app/services/messagewording.h"

#include <QCryptographicHash>
#include <QLocale>
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

QByteArray part(const QByteArray &boundary, const QByteArray &type, const QByteArray &content)
{
    return "--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64Lines(content);
}

QByteArray plainText(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n').replace("\n"_L1, "\r\n"_L1);
    return text.toUtf8();
}

QString paragraphs(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QString html;
    for (const QString &paragraph : text.split(u"\n\n"_s, Qt::SkipEmptyParts))
        html += u"<p>"_s + paragraph.trimmed().toHtmlEscaped().replace(u'\n', u"<br>\n"_s) + u"</p>\n"_s;
    return html;
}

// Readable in any client, at any size of text, by a screen reader; black on white where colours are not turned around.
QByteArray htmlText(const OutgoingMessage &message, const QString &senderName, const QString &note)
{
    const QString title = onOneLine(message.subject).toHtmlEscaped();
    return (u"<!DOCTYPE html>\n<html lang=\""_s + languageTable.key(message.language)
        + u"\">\n<head>\n<meta charset=\"utf-8\">\n"_s
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + title
        + u"</title>\n</head>\n"_s
          "<body style=\"font-family: sans-serif; font-size: 1em; line-height: 1.5; max-width: 40em\">\n<h1 "
          "style=\"font-size: 1.25em\">"
        + onOneLine(senderName).toHtmlEscaped() + u"</h1>\n"_s + paragraphs(message.text) + u"<hr>\n<p><small>"_s
        + note.toHtmlEscaped() + u"</small></p>\n</body>\n</html>\n"_s)
        .toUtf8();
}

QByteArray unsubscribeHeaders(const OutgoingMessage &message, const QString &senderAddress)
{
    const QByteArray byMail = '<' + mailAddressUrl(senderAddress) + "?subject=STOP>";
    const QUrl page(message.unsubscribeUrl, QUrl::StrictMode);
    if (!page.isValid() || page.scheme() != u"https" || page.host().isEmpty())
        return "List-Unsubscribe: " + byMail + "\r\n";
    return "List-Unsubscribe: <" + page.toEncoded() + ">,\r\n " + byMail
        + "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
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

QByteArray mailAddressUrl(const QString &address)
{
    return "mailto:" + asciiAddress(address).toPercentEncoding("@+");
}

QByteArray composeEmail(
    const OutgoingMessage &message, const QString &senderName, const QString &senderAddress, const QDateTime &now)
{
    const QByteArray date = QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
    const QByteArray messageId = onOneLine(message.messageId).toUtf8();
    // "=_" stands in no base64.
    const QByteArray boundary = "=_" + QCryptographicHash::hash(messageId, QCryptographicHash::Sha256).toHex().left(32);
    const QString note = message.isInternal
        ? staffNote(message.language)
        : unsubscribeNote(message.language, QString::fromLatin1(asciiAddress(senderAddress)));
    QByteArray letter = "From: " + mailbox(senderName, senderAddress) + "\r\n"
        + "To: " + mailbox(message.recipientName, message.email) + "\r\n"
        + "Subject: " + encodedHeaderText(message.subject) + "\r\n" + "Date: " + date + "\r\n" + "Message-ID: <"
        + messageId + ">\r\n" + (message.isInternal ? QByteArray() : unsubscribeHeaders(message, senderAddress))
        + "Auto-Submitted: auto-generated\r\n" // RFC 3834: no holiday replies to the desk
        + "MIME-Version: 1.0\r\n" + "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    // From the plainest to the richest (RFC 2046, 5.1.4).
    letter += part(boundary, "text/plain; charset=UTF-8", plainText(message.text + u"\n\n-- \n"_s + note));
    letter += part(boundary, "text/html; charset=UTF-8", htmlText(message, senderName, note));
    if (message.appointmentTime) {
        letter += part(boundary, "text/calendar; charset=UTF-8; method=" + calendarMethod(message),
            calendarEntry(message, senderName, senderAddress, now));
    }
    return letter + "--" + boundary + "--\r\n";
}

} // namespace accueil
