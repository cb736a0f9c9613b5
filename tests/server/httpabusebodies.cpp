#include "tests/server/httpabuse.h"

namespace accueil {

QList<HttpCase> malformedBodyCases();

namespace {

// What must never be taken for a request of its own.
const QByteArray smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";

HttpCase framing(
    const char *name, const QByteArray &fields, const char *status, const QByteArray &body = "0\r\n\r\n" + smuggled)
{
    return {QByteArray("framing: ") + name, "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n" + body, status};
}

HttpCase chunk(const char *name, const QByteArray &body, const char *status = "400")
{
    return {QByteArray("chunk: ") + name,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body + smuggled, status};
}

QList<HttpCase> lengths()
{
    QList<HttpCase> cases{
        framing("length twice", "Content-Length: 5\r\nContent-Length: 5", "400"),
        framing("two lengths", "Content-Length: 5\r\nContent-Length: 6", "400"),
        framing("list of equal lengths", "Content-Length: 5, 5", "400"),
        framing("list of lengths", "Content-Length: 5, 6", "400"),
        framing("space before the colon of the length", "Content-Length : 5", "400"),
        framing("zero byte after the name", QByteArray("Content-Length\0: 5", 18), "400"),
        framing("folded length", "Content-Length:\r\n 5", "400"),
        framing("length of 2^31", "Content-Length: 2147483648", "413"),
        framing("length of 2^63", "Content-Length: 9223372036854775808", "413"),
        framing("length of 2^64 and 5", "Content-Length: 18446744073709551621", "413"),
        framing("length of a hundred digits", "Content-Length: " + QByteArray(100, '9'), "413"),
        framing("a byte too long", "Content-Length: 1048577", "413"),
        framing("far too long, sent", "Content-Length: 3000000", "413", QByteArray(3'000'000, 'x')),
    };
    for (const char *malformed :
        {"", "-5", "+5", "5.0", "5e0", "0x5", "5 5", "5;", "five", "\"5\"", "5\v", "٥", "5,", ",5", "5\t5"})
        cases.append({QByteArray("framing: length ") + malformed,
            QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ") + malformed + "\r\n\r\n0\r\n\r\n" + smuggled,
            "400"});
    return cases;
}

QList<HttpCase> transferEncodings()
{
    QList<HttpCase> cases{
        framing("length and chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked", "400"),
        framing("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 5", "400"),
        framing("length zero and chunked", "Content-Length: 0\r\nTransfer-Encoding: chunked", "400"),
        framing("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "400"),
        framing("chunked and identity", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "400"),
        framing("identity and chunked", "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", "400"),
        framing("space before the colon", "Transfer-Encoding : chunked", "400"),
        framing("tab before the colon", "Transfer-Encoding\t: chunked", "400"),
        framing("folded", "Transfer-Encoding:\r\n chunked", "400"),
        framing("folded after an empty fold", "X: y\r\n Transfer-Encoding: chunked", "400"),
        framing("space first", " Transfer-Encoding: chunked", "400"),
        framing("vertical tab before it", "Transfer-Encoding:\vchunked", "400"),
        framing("zero byte before it", QByteArray("Transfer-Encoding: \0chunked", 27), "400"),
        framing("line feed before it", "X: y\nTransfer-Encoding: chunked", "400"),
        framing("bare CR before it", "X: y\rTransfer-Encoding: chunked", "400"),
        framing("compressed under chunks", "Transfer-Encoding: gzip, chunked", "501"),
        framing("identity under chunks", "Transfer-Encoding: identity, chunked", "501"),
        {"framing: chunked with HTTP/1.0",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, "400"},
    };
    for (const char *malformed : {"", "gzip", "identity", "xchunked", "chunkedx", "x chunked", "chunked x",
             "chunked;q=1", "\"chunked\"", "'chunked'", "chunked, gzip", "chunked, identity", "chunked, chunked",
             ", chunked", "chunked,", "gzip,, chunked", "ch unked", "chunked\x01",
             "chun\xc4\xb7"
             "ed"})
        cases.append({QByteArray("framing: coding ") + malformed,
            QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: ") + malformed + "\r\n\r\n0\r\n\r\n"
                + smuggled,
            "400"});
    return cases;
}

QList<HttpCase> chunks()
{
    return {
        chunk("negative size", "-5\r\nabcde\r\n0\r\n\r\n"),
        chunk("plus sign", "+3\r\nabc\r\n0\r\n\r\n"),
        chunk("hex prefix", "0x3\r\nabc\r\n0\r\n\r\n"),
        chunk("no size", "\r\nabc\r\n0\r\n\r\n"),
        chunk("no hex digit", "g\r\nabc\r\n0\r\n\r\n"),
        chunk("space before the size", " 3\r\nabc\r\n0\r\n\r\n"),
        chunk("space after the size", "3 \r\nabc\r\n0\r\n\r\n"),
        chunk("text after the size", "3 x\r\nabc\r\n0\r\n\r\n"),
        chunk("line feed after the size", "3\nabc\r\n0\r\n\r\n"),
        chunk("CR after the size", "3\rabc\r\n0\r\n\r\n"),
        chunk("line feed after the content", "3\r\nabc\n0\r\n\r\n"),
        chunk("content too long", "3\r\nabcd\r\n0\r\n\r\n"),
        chunk("content too short", "5\r\nabc\r\n0\r\n\r\n"),
        chunk("no line end after the content", "3\r\nabc0\r\n\r\n"),
        chunk("two letters for the line end", "3\r\nabcxx0\r\n\r\n"),
        chunk("size of 64 bits", "7fffffffffffffff\r\nabc\r\n0\r\n\r\n", "413"),
        chunk("size of all bits", "ffffffffffffffff\r\nabc\r\n0\r\n\r\n", "413"),
        chunk("size that overflows", "10000000000000003\r\nabc\r\n0\r\n\r\n"),
        chunk("size of many zeros", QByteArray(200, '0') + "3\r\nabc\r\n0\r\n\r\n"),
        chunk("a byte too long", "100001\r\n", "413"),
        chunk("sum too long", ("80000\r\n" + QByteArray(0x80000, 'x') + "\r\n").repeated(2) + "1\r\nx\r\n", "413"),
        chunk("control character in the extension", "3;a=\x01\r\nabc\r\n0\r\n\r\n"),
        chunk("bare CR in the extension", "3;a\rb\r\nabc\r\n0\r\n\r\n"),
        chunk("line feed in the extension", "3;a\nb\r\nabc\r\n0\r\n\r\n"),
        chunk("long extension", "3;" + QByteArray(1000, 'a') + "\r\nabc\r\n0\r\n\r\n"),
        chunk("many extensions", ("1;" + QByteArray(200, 'a') + "\r\nx\r\n").repeated(60) + "0\r\n\r\n"),
        chunk("broken trailer", "0\r\nX\r\n\r\n"),
        chunk("trailer with a space before the colon", "0\r\nX : y\r\n\r\n"),
        chunk("folded trailer", "0\r\nX: y\r\n z\r\n\r\n"),
        chunk("line feed after a trailer", "0\r\nX: y\n\r\n"),
        chunk("too many trailers", "0\r\n" + ("X: " + QByteArray(100, 'a') + "\r\n").repeated(100) + "\r\n", "431"),
        chunk("zero byte in a trailer", QByteArray("0\r\nX: \0\r\n\r\n", 11)),
    };
}

} // namespace

QList<HttpCase> malformedBodyCases()
{
    return lengths() + transferEncodings() + chunks();
}

} // namespace accueil
