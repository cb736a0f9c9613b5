#pragma once

#include <QByteArray>
#include <QStringView>

#include <initializer_list>
#include <utility>

namespace accueil {

// Writes the text format of Prometheus, version 0.0.4: a family is begun once, then its samples follow.
class MetricText
{
public:
    enum class Type { Counter, Gauge, Histogram };
    using Labels = std::initializer_list<std::pair<QByteArrayView, QStringView>>;

    void family(QByteArrayView name, Type type, QByteArrayView help);
    void sample(qint64 value, Labels labels = {}, QByteArrayView suffix = {}); // of the family begun last
    void sample(double value, Labels labels = {}, QByteArrayView suffix = {});
    // A family of one sample.
    template <typename Number>
    void single(QByteArrayView name, Type type, QByteArrayView help, Number value)
    {
        family(name, type, help);
        sample(value);
    }

    const QByteArray &bytes() const { return m_bytes; }

private:
    void begin(Labels labels, QByteArrayView suffix);

    QByteArray m_bytes;
    QByteArray m_name;
};

} // namespace accueil
