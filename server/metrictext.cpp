#include "server/metrictext.h"

#include <cmath>

namespace accueil {

namespace {

QByteArray escaped(QStringView value)
{
    QByteArray text = value.toUtf8();
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return text;
}

QByteArrayView typeName(MetricText::Type type)
{
    switch (type) {
    case MetricText::Type::Counter:
        return "counter";
    case MetricText::Type::Gauge:
        return "gauge";
    case MetricText::Type::Histogram:
        return "histogram";
    }
    return {};
}

} // namespace

void MetricText::family(QByteArrayView name, Type type, QByteArrayView help)
{
    m_name = name.toByteArray();
    m_bytes.append("# HELP ").append(name).append(' ').append(help).append('\n');
    m_bytes.append("# TYPE ").append(name).append(' ').append(typeName(type)).append('\n');
}

void MetricText::begin(Labels labels, QByteArrayView suffix)
{
    m_bytes.append(m_name).append(suffix);
    char separator = '{';
    for (const auto &[name, value] : labels) {
        m_bytes.append(separator).append(name).append("=\"").append(escaped(value)).append('"');
        separator = ',';
    }
    if (separator == ',')
        m_bytes.append('}');
    m_bytes.append(' ');
}

void MetricText::sample(qint64 value, Labels labels, QByteArrayView suffix)
{
    begin(labels, suffix);
    m_bytes.append(QByteArray::number(value)).append('\n');
}

void MetricText::sample(double value, Labels labels, QByteArrayView suffix)
{
    begin(labels, suffix);
    m_bytes.append(std::isnan(value) ? QByteArray("NaN") : QByteArray::number(value, 'g', 12)).append('\n');
}

} // namespace accueil
