#include "app/gateways/calendarentry.h"

#include "app/domain/privacyrules.h"
#include "app/gateways/emailmessage.h"
#include "app/services/messagewording.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

// RFC 5545, 3.3.11.
QByteArray escaped(const QString &text)
{
    QString value;
    for (const QChar character : text.simplified()) {
        if (character == u'\\' || character == u';' || character == u',')
            value += u'\\';
        if (character.category() != QChar::Other_Control)
            value += character;
    }
    return value.toUtf8();
}

// RFC 5545, 3.2: a parameter in quotes holds no quote.
QByteArray quoted(QString text)
{
    text.removeIf([](QChar character) { return character.category() == QChar::Other_Control; });
    return '"' + text.replace(u'"', u'\'').toUtf8() + '"';
}

// RFC 5545, 3.1: lines of at most 75 octets, no character cut in two.
QByteArray folded(const QByteArray &line)
{
    constexpr qsizetype longest = 75;
    QByteArray lines;
    qsizetype start = 0;
    qsizetype room = longest;
    while (line.size() - start > room) {
        qsizetype end = start + room;
        while ((uchar(line[end]) & 0xC0) == 0x80) // in the middle of a character of UTF-8
            --end;
        lines += line.mid(start, end - start) + "\r\n ";
        start = end;
        room = longest - 1;
    }
    return lines + line.mid(start) + "\r\n";
}

QByteArray utc(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

// The same for every message about the appointment, and no other hospital's.
QByteArray identity(const OutgoingMessage &message, const QByteArray &organizer)
{
    if (message.appointmentReference.isEmpty())
        return escaped(message.messageId);
    QString name = message.appointmentReference;
    for (QChar &character : name) {
        if (!character.isLetterOrNumber())
            character = u'-';
    }
    return escaped(name) + organizer.mid(organizer.lastIndexOf('@'));
}

} // namespace

QByteArray calendarMethod(const OutgoingMessage &message)
{
    return message.appointmentIsOff ? "CANCEL" : "REQUEST";
}

QByteArray calendarEntry(
    const OutgoingMessage &message, const QString &hospital, const QString &organizer, const QDateTime &now)
{
    const bool namesWard = !message.ward.isEmpty() && sensitiveWords(message.ward).isEmpty();
    const QString place = namesWard ? message.ward + u", "_s + hospital : hospital;
    QList<QByteArray> lines{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Accueil//Accueil//EN",
        "METHOD:" + calendarMethod(message), "BEGIN:VEVENT", "UID:" + identity(message, asciiAddress(organizer)),
        "SEQUENCE:" + QByteArray::number(message.appointmentRevision), "DTSTAMP:" + utc(now),
        "DTSTART:" + utc(*message.appointmentTime), "SUMMARY:" + escaped(appointmentTitle(message.language, hospital)),
        "LOCATION:" + escaped(place), "ORGANIZER;CN=" + quoted(hospital) + ':' + mailAddressUrl(organizer),
        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:" + mailAddressUrl(message.email),
        message.appointmentIsOff ? "STATUS:CANCELLED" : "STATUS:CONFIRMED", "CLASS:PRIVATE", "END:VEVENT",
        "END:VCALENDAR"};
    QByteArray text;
    for (const QByteArray &line : lines)
        text += folded(line);
    return text;
}

} // namespace accueil
