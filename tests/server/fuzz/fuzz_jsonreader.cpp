// libFuzzer target: what the JSON reader takes, Qt's own reader takes too and means the same by it.
#include "server/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

// Qt holds 15E015 as a whole number and takes the double of the same value for another one.
bool means(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() && other.isDouble())
        return one.toDouble() == other.toDouble();
    if (one.isArray() && other.isArray()) {
        const QJsonArray left = one.toArray();
        const QJsonArray right = other.toArray();
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), means);
    }
    if (one.isObject() && other.isObject()) {
        const QJsonObject left = one.toObject();
        const QJsonObject right = other.toObject();
        if (left.keys() != right.keys())
            return false;
        const QStringList names = left.keys();
        return std::all_of(names.begin(), names.end(),
            [&](const QString &name) { return means(left.value(name), right.value(name)); });
    }
    return one == other;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const std::optional<QJsonValue> value = accueil::readJson(input);
    if (!value)
        return 0;
    QByteArray wrapped("["); // Qt reads objects and arrays only
    wrapped.append(input);
    wrapped.append(']');
    if (!means(QJsonDocument::fromJson(wrapped).array(), QJsonArray{*value}))
        qFatal("another value than Qt reads");
    const QByteArray written = QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact);
    const std::optional<QJsonValue> again = accueil::readJson(QByteArrayView(written).sliced(1).chopped(1));
    if (!again || !means(*again, *value))
        qFatal("the value is another one when it is written and read again");
    return 0;
}
