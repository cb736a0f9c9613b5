#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace accueil {

// What a `.env` file says: KEY=VALUE a line, `export` before it allowed, # comments, values in single quotes as they
// are, in double quotes with \n, \" and \\. The error is the number of the first line that is none of these.
tl::expected<QMap<QString, QString>, int> parseEnvironmentFile(const QByteArray &content);

} // namespace accueil
