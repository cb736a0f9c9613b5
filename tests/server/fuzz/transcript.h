#pragma once

#include "server/http/requestparser.h"

#include <algorithm>

namespace accueil::fuzz {

// Small, so that short inputs reach every limit.
inline HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.headerBytes = 512;
    limits.headerCount = 8;
    limits.targetBytes = 64;
    limits.bodyBytes = 128;
    limits.uploadBytes = 512;
    return limits;
}

// All that a parser makes of `input` when it gets at most `step` bytes at a time, as text: must not depend on `step`.
inline QByteArray transcript(QByteArrayView input, qsizetype step)
{
    const HttpLimits limits = smallLimits();
    const UploadRule isUpload = [](Method, const QByteArray &path) { return path.startsWith("/up"); };
    RequestParser parser(limits, isUpload);
    QByteArray text;
    while (!input.isEmpty() && parser.stage() != RequestParser::Stage::Refused) {
        const QByteArrayView part = input.first(std::min(step, input.size()));
        const qsizetype taken = parser.consume(part);
        if (taken < part.size() && parser.stage() != RequestParser::Stage::Complete
            && parser.stage() != RequestParser::Stage::Refused)
            qFatal("bytes were left although the parser waits for more");
        if (parser.bufferedBody() > limits.uploadBytes)
            qFatal("more body than allowed");
        input = input.sliced(taken);
        if (parser.stage() != RequestParser::Stage::Complete)
            continue;
        text += parser.keepsConnection() ? "keep " : "close ";
        const HttpRequest request = parser.take();
        text += methodName(request.method) + ' ' + request.path + '?' + request.query + '\n';
        for (const HttpHeader &header : request.headers)
            text += header.name + '=' + header.value + '\n';
        text += request.body + '\n';
    }
    text += "stage " + QByteArray::number(static_cast<int>(parser.stage())) + '\n';
    if (parser.stage() == RequestParser::Stage::Refused)
        text += QByteArray::number(parser.refusal().status) + ' ' + parser.refusal().code + '\n';
    return text;
}

} // namespace accueil::fuzz
