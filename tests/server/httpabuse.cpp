#include "tests/server/httpabuse.h"

namespace accueil {

QList<HttpCase> malformedBodyCases();

namespace {

// A literal with zero bytes in it.
template <std::size_t size>
QByteArray raw(const char (&text)[size])
{
    return QByteArray(text, size - 1);
}

HttpCase line(const char *name, const QByteArray &requestLine, const char *status)
{
    return {QByteArray("request line: ") + name, requestLine + "\r\nHost: a\r\n\r\n", status};
}

HttpCase target(const char *name, const QByteArray &target, const char *status)
{
    return {QByteArray("target: ") + name, "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n", status};
}

HttpCase version(const QByteArray &version, const char *status)
{
    return {"version: " + version, "GET / " + version + "\r\nHost: a\r\n\r\n", status};
}

HttpCase field(const char *name, const QByteArray &field, const char *status)
{
    return {QByteArray("field: ") + name, "GET / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n", status};
}

HttpCase host(const char *name, const QByteArray &fields, const char *status)
{
    return {QByteArray("host: ") + name, "GET / HTTP/1.1\r\n" + fields + "\r\n", status};
}

QList<HttpCase> requestLines()
{
    return {
        line("leading space", " GET / HTTP/1.1", "400"),
        line("leading tab", "\tGET / HTTP/1.1", "400"),
        line("two spaces before the target", "GET  / HTTP/1.1", "400"),
        line("two spaces before the version", "GET /  HTTP/1.1", "400"),
        line("trailing space", "GET / HTTP/1.1 ", "400"),
        line("tab for the first space", "GET\t/ HTTP/1.1", "400"),
        line("tab for the second space", "GET /\tHTTP/1.1", "400"),
        line("vertical tab", "GET /\vHTTP/1.1", "400"),
        line("form feed", "GET\f/ HTTP/1.1", "400"),
        line("no version (0.9)", "GET /", "400"),
        line("only a method", "GET", "400"),
        line("only spaces", "   ", "400"),
        line("no target", "GET HTTP/1.1", "400"),
        line("four words", "GET / x HTTP/1.1", "400"),
        line("space in the target", "GET /a b HTTP/1.1", "400"),
        line("bracket in the method", "GE[T / HTTP/1.1", "400"),
        line("colon in the method", "GET: / HTTP/1.1", "400"),
        line("slash in the method", "G/T / HTTP/1.1", "400"),
        line("method beyond ASCII", "GÉT / HTTP/1.1", "400"),
        line("zero byte in the method", raw("G\0T / HTTP/1.1"), "400"),
        line("zero byte first", raw("\0GET / HTTP/1.1"), "400"),
        line("very long method", QByteArray(5000, 'A') + " / HTTP/1.1", "414"),
        line("preface of HTTP/2", "PRI * HTTP/2.0", "505"),
        line("CONNECT", "CONNECT a:443 HTTP/1.1", "400"),
        line("bare CR inside", "GET /\r HTTP/1.1", "400"),
        line("doubled CR", "GET / HTTP/1.1\r", "400"),
        {"request line: TLS on the plain port", raw("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), "400"},
        {"request line: SSH", "SSH-2.0-OpenSSH_9.2p1\r\n", "400"},
        {"request line: SMTP", "EHLO example.org\r\n", "400"},
        {"request line: JSON", "{\"a\":1}\r\n\r\n", "400"},
        {"request line: line feed first", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        {"request line: three empty lines first", "\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        {"request line: line feeds only", "GET / HTTP/1.1\nHost: a\n\n", "400"},
        {"request line: line feed after it", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400"},
        {"request line: CR for the line end", "GET / HTTP/1.1\rHost: a\r\r\n\r\n", "400"},
        {"request line: CR LF reversed", "GET / HTTP/1.1\n\rHost: a\n\r\n\r", "400"},
    };
}

QList<HttpCase> targets()
{
    return {
        target("no slash", "a", "400"),
        target("backslash", "\\", "400"),
        target("question mark only", "?a=b", "400"),
        target("asterisk with GET", "*", "400"),
        target("asterisk and more", "*a", "400"),
        target("fragment", "/a#b", "400"),
        target("quotation mark", "/\"a\"", "400"),
        target("angle brackets", "/<script>", "400"),
        target("angle bracket in the query", "/?a=<b", "400"),
        target("braces", "/{id}", "400"),
        target("backslash in the path", "/a\\..\\b", "400"),
        target("backtick", "/`id`", "400"),
        target("control character", "/a\x01", "400"),
        target("delete character", "/a\x7f", "400"),
        target("zero byte", raw("/a\0b"), "400"),
        target("raw UTF-8", "/é", "400"),
        target("raw byte above ASCII", "/\xff", "400"),
        target("escaped zero", "/a%00b", "400"),
        target("escaped zero in the query", "/?q=%00", "400"),
        target("escape cut short", "/a%", "400"),
        target("escape of one digit", "/a%4", "400"),
        target("escape of no hex digit", "/a%zz", "400"),
        target("escape of IIS", "/a%u0041", "400"),
        target("broken escape in the query", "/?q=100%", "400"),
        target("dot segment", "/a/./b", "400"),
        target("climbing", "/../etc/passwd", "400"),
        target("climbing at the end", "/a/..", "400"),
        target("climbing, escaped", "/%2e%2e/etc/passwd", "400"),
        target("climbing, half escaped", "/.%2E/etc/passwd", "400"),
        target("absolute without a host", "http:///a", "400"),
        target("absolute with user information", "http://a@b/", "400"),
        target("absolute with a wrong port", "http://a:99999/", "400"),
        target("absolute of another scheme", "ftp://a/", "400"),
        target("script", "javascript:alert(1)", "400"),
        target("authority form", "a:80", "400"),
        target("too long", '/' + QByteArray(4096, 'a'), "414"),
        target("much too long", '/' + QByteArray(100'000, 'a'), "414"),
        target("too long query", "/?" + QByteArray(4096, 'a'), "414"),
    };
}

QList<HttpCase> versions()
{
    QList<HttpCase> cases{
        version("HTTP/9.9", "505"), version("HTTP/2.0", "505"), version("HTTP/0.9", "505"), version("HTTP/1.2", "505")};
    for (const char *malformed :
        {"HTTP/1", "HTTP/1.", "HTTP/.1", "HTTP/11", "HTTP/1.10", "HTTP/01.1", "HTTP/+1.1", "HTTP/1,1", "HTTP/1.1x",
            "HTTPXYZW", "HTTP 1.1", "http/1.1", "Http/1.1", "HTTPS/1.1", "HTP/1.1", "HTTP\\1.1", "ICY/1.1", "1.1"})
        cases.append(version(malformed, "400"));
    return cases;
}

QList<HttpCase> fields()
{
    QByteArray many;
    for (int i = 0; i < 120; ++i)
        many += "x-" + QByteArray::number(i) + ": v\r\n";
    return {
        field("space before the colon", "X-A : b", "400"),
        field("tab before the colon", "X-A\t: b", "400"),
        field("no colon", "X-A", "400"),
        field("no name", ": b", "400"),
        field("space first", " X-A: b", "400"),
        field("folded with a space", "X-A: b\r\n c", "400"),
        field("folded with a tab", "X-A: b\r\n\tc", "400"),
        field("space in the name", "X A: b", "400"),
        field("bracket in the name", "X(A): b", "400"),
        field("quotation mark in the name", "\"X\": b", "400"),
        field("name beyond ASCII", "Xé: b", "400"),
        field("zero byte in the name", raw("X\0A: b"), "400"),
        field("zero byte in the value", raw("X: a\0b"), "400"),
        field("control character in the value", "X: a\x01", "400"),
        field("bell in the value", "X: \a", "400"),
        field("delete character in the value", "X: \x7f", "400"),
        field("bare CR in the value", "X: a\rb", "400"),
        field("bare CR before a field", "X: a\rContent-Length: 5", "400"),
        field("line feed before a field", "X: a\nY: b", "400"),
        field("doubled CR", "X: a\r", "400"),
        field("line feed as the only line end", "X: a\n", "400"),
        field("too many", many.chopped(2), "431"),
        field("one too large", "X: " + QByteArray(17'000, 'a'), "431"),
        field("far too large", "X: " + QByteArray(1'000'000, 'a'), "431"),
        field("name too large", QByteArray(17'000, 'a') + ": b", "431"),
        field("many large ones", ("X: " + QByteArray(1000, 'a') + "\r\n").repeated(20).chopped(2), "431"),
        field("expectation", "Expect: 200-ok", "417"),
        field("two expectations in one", "Expect: 100-continue, 200-ok", "417"),
        host("none", "", "400"),
        host("empty", "Host:\r\n", "400"),
        host("two", "Host: a\r\nHost: b\r\n", "400"),
        host("two alike", "Host: a\r\nHost: a\r\n", "400"),
        host("two in other case", "Host: a\r\nhOST: a\r\n", "400"),
        host("list", "Host: a, b\r\n", "400"),
        host("space inside", "Host: a b\r\n", "400"),
        host("user information", "Host: a@b\r\n", "400"),
        host("path", "Host: a/b\r\n", "400"),
        host("port that is no number", "Host: a:b\r\n", "400"),
        host("port too large", "Host: a:65536\r\n", "400"),
        host("two ports", "Host: a:1:2\r\n", "400"),
        host("open bracket", "Host: [::1\r\n", "400"),
        host("text after the bracket", "Host: [::1]x\r\n", "400"),
        host("empty brackets", "Host: []\r\n", "400"),
        host("beyond ASCII", "Host: é\r\n", "400"),
        host("space before the colon", "Host : a\r\n", "400"),
        {"host: two with HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
        {"host: absolute target and no Host", "GET http://a/ HTTP/1.1\r\n\r\n", "400"},
    };
}

} // namespace

QList<HttpCase> malformedCases()
{
    return requestLines() + targets() + versions() + fields() + malformedBodyCases();
}

QList<HttpCase> wellFormedCases()
{
    const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const QByteArray chunkedHead = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    return {
        {"plain", get, "200"},
        {"one empty line first", "\r\n" + get, "200"},
        {"two empty lines first", "\r\n\r\n" + get, "200"},
        {"three pipelined", get + get + get, "200,200,200"},
        {"fifty pipelined", get.repeated(50), QByteArray("200,").repeated(50).chopped(1)},
        {"good and then bad", get + "BAD\r\n\r\n" + get, "200,400"},
        {"nothing after close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get, "200"},
        {"nothing after close in a list", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n" + get, "200"},
        {"HTTP/1.0 ends", "GET / HTTP/1.0\r\n\r\n" + get, "200"},
        {"HTTP/1.0 kept alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n" + get, "200,200"},
        {"query", "GET /a?b=c&d=%20 HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"query as browsers send it", "GET /?a=[1]&b={x}|y^` HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"two slashes", "GET //a//b HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"dots in a name", "GET /a..b/.well-known/c. HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"longest target", "GET /" + QByteArray(4095, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"absolute target", "GET http://b:80/x?y HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"absolute target without a path", "GET https://b HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"options for everything", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"method of another name", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"trace reaches the router", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"lower case method is another", "get / HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"host of IPv6", "GET / HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n", "200"},
        {"white space around a value", "GET / HTTP/1.1\r\nHost: \t a \t\r\nX:\r\nY:b\r\n\r\n", "200"},
        {"value beyond ASCII", "GET / HTTP/1.1\r\nHost: a\r\nX-Name: Éwané\r\n\r\n", "200"},
        {"length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + get, "200,200"},
        {"length with leading zeros", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\nabc" + get, "200,200"},
        {"length zero", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + get, "200,200"},
        {"body of a GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + get, "200,200"},
        {"zero bytes in a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n" + QByteArray(3, '\0') + get,
            "200,200"},
        {"largest body",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n\r\n" + QByteArray(1'048'576, 'x') + get,
            "200,200"},
        {"chunks", chunkedHead + "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n" + get, "200,200"},
        {"no chunk", chunkedHead + "0\r\n\r\n" + get, "200,200"},
        {"chunk with leading zeros", chunkedHead + "0003\r\nabc\r\n000\r\n\r\n" + get, "200,200"},
        {"chunk extension", chunkedHead + "3;a=b;c=\"d\"\r\nabc\r\n0 ;x\r\n\r\n" + get, "200,200"},
        {"trailer", chunkedHead + "3\r\nabc\r\n0\r\nX-Sum: 1\r\nHost: evil\r\n\r\n" + get, "200,200"},
        {"chunked in other case", "POST / HTTP/1.1\r\nHost: a\r\nTRANSFER-encoding:\tChunked \r\n\r\n0\r\n\r\n" + get,
            "200,200"},
        {"expectation with the body already there",
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc" + get, "200,200"},
        {"cut off in the request line", "GET / HT", ""},
        {"cut off in the header", "GET / HTTP/1.1\r\nHost: a\r\n", ""},
        {"cut off in the body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab", ""},
        {"cut off in a chunk", chunkedHead + "5\r\nab", ""},
        {"cut off after a request", get + "GET /", "200"},
        {"nothing", "", ""},
    };
}

} // namespace accueil
