#include "app/understanding/weights.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView mark = "ACUWTS01";

std::vector<double> numbers(const QJsonValue &list)
{
    std::vector<double> read;
    for (const QJsonValue &number : list.toArray())
        read.push_back(number.toDouble());
    return read;
}

} // namespace

std::vector<double> WeightTable::outputsOf(const std::vector<HashedTerm> &terms, std::span<const double> measures) const
{
    const size_t count = m_bias.size();
    std::vector<double> sums(count, 0.0);
    const quint32 mask = (1U << m_bucketBits) - 1; // terms of more bits are folded
    const auto *bytes = reinterpret_cast<const qint8 *>(m_bytes.constData());
    for (const HashedTerm &term : m_bytes.isEmpty() ? std::vector<HashedTerm>{} : terms) {
        const qint8 *ofBucket = bytes + size_t(term.bucket & mask) * count;
        for (size_t output = 0; output < count; ++output)
            sums[output] += double(term.weight) * ofBucket[output];
    }
    for (size_t output = 0; output < count; ++output) {
        sums[output] = sums[output] * m_scales[output] + m_bias[output];
        Q_ASSERT(m_measures[output].size() == measures.size());
        for (size_t i = 0; i < measures.size(); ++i)
            sums[output] += m_measures[output][i] * measures[i];
    }
    return sums;
}

Weights::Weights(const QString &path)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray content = file.readAll();
    Q_ASSERT_X(isOpen && content.startsWith(mark), "Weights", "the weights are missing from the program");
    const auto headerSize = qFromLittleEndian<quint32>(content.constData() + mark.size());
    const qsizetype bytesAt = mark.size() + qsizetype(sizeof(quint32)) + headerSize;
    const QJsonObject header
        = QJsonDocument::fromJson(content.mid(mark.size() + qsizetype(sizeof(quint32)), headerSize)).object();
    m_version = header.value(u"version").toString();
    for (const QJsonValue &value : header.value(u"tables").toArray()) {
        const QJsonObject object = value.toObject();
        WeightTable table;
        table.m_bucketBits = object.value(u"bucket_bits").toInt();
        table.m_bias = numbers(object.value(u"bias"));
        table.m_scales = numbers(object.value(u"scales"));
        for (const QJsonValue &measures : object.value(u"measures").toArray())
            table.m_measures.push_back(numbers(measures));
        const qsizetype size = table.m_bucketBits > 0 ? (qsizetype(1) << table.m_bucketBits) * table.outputs() : 0;
        table.m_bytes = content.mid(bytesAt + object.value(u"offset").toInteger(), size);
        Q_ASSERT_X(table.m_bytes.size() == size, "Weights", "the weights are cut off");
        m_tables.insert(object.value(u"name").toString(), table);
    }
}

const WeightTable &Weights::table(const QString &name) const
{
    const auto place = m_tables.constFind(name);
    Q_ASSERT(place != m_tables.cend());
    return *place;
}

} // namespace accueil
