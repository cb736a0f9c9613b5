#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringView>

#include <concepts>
#include <optional>

namespace accueil {

// Which members of an object a client asked for (`fields=`); empty: all of them.
using FieldSelection = QByteArrayList;

// Writes JSON straight to bytes, because a QJsonDocument costs more than the query behind a list (qt-facts.md). The
// caller keeps the nesting right; commas are put by the writer.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(QByteArrayView asciiName);
    void textKey(QStringView name); // escaped like any text

    void value(QStringView text);
    void value(std::integral auto number) requires(!std::same_as<decltype(number), bool>)
    {
        integer(static_cast<qint64>(number));
    }
    void value(double number);
    void value(std::same_as<bool> auto truth) { raw(truth ? QByteArrayView("true") : QByteArrayView("false")); }
    void value(const QDateTime &time); // ISO 8601 in UTC with Z; milliseconds only where there are any
    void value(QDate date);
    void null() { raw("null"); }
    void raw(QByteArrayView json);

    const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void integer(qint64 number);

    QByteArray m_bytes;
    bool m_first = true; // nothing stands before the next value in its array or object
};

// One object whose members are left out when the client did not ask for them. Ends the object when it goes out of
// scope.
class ObjectWriter
{
public:
    explicit ObjectWriter(JsonWriter &json, const FieldSelection &selection = {});
    ~ObjectWriter() { m_json.endObject(); }
    ObjectWriter(const ObjectWriter &) = delete;
    ObjectWriter &operator=(const ObjectWriter &) = delete;

    template <typename T>
    void member(QByteArrayView name, const T &value)
    {
        if (begin(name))
            m_json.value(value);
    }
    template <typename T>
    void member(QByteArrayView name, const std::optional<T> &value)
    {
        if (!begin(name))
            return;
        if (value)
            m_json.value(*value);
        else
            m_json.null();
    }
    void textOrNull(QByteArrayView name, QStringView text); // an empty text is null
    void null(QByteArrayView name);

    // Writes the key when the member is wanted; the caller then writes one value.
    bool begin(QByteArrayView name);
    JsonWriter &json() { return m_json; }

private:
    JsonWriter &m_json;
    const FieldSelection &m_selection;
};

} // namespace accueil
