#pragma once

#include "server/api.h"
#include "tests/support/wireclient.h"

#include <QJsonObject>

namespace accueil {

// Holds answers against what the OpenAPI document declares: status, media type and schema of the operation.
class ApiContract
{
public:
    explicit ApiContract(const Api &api);

    // What is not as declared; empty when all is. Paths that are no operation, and methods that theirs does not have,
    // may only answer with problem details.
    QString breach(const QByteArray &method, const QByteArray &target, const ReceivedAnswer &answer) const;

private:
    QString pathTemplate(const QByteArray &target) const;
    QString bodyBreach(const QJsonObject &content, const ReceivedAnswer &answer) const;

    QJsonObject m_document;
};

} // namespace accueil
