#pragma once

#include "app/understanding/hashedterms.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace accueil {

// Learned weights for some outputs: one byte for each output of each bucket of terms, and a number for each measure.
class WeightTable
{
public:
    int outputs() const { return int(m_bias.size()); }
    int bucketBits() const { return m_bucketBits; } // 0: of measures only
    // The sum for each output, before it is made a probability.
    std::vector<double> outputsOf(const std::vector<HashedTerm> &terms, std::span<const double> measures) const;

private:
    friend class Weights;

    int m_bucketBits = 0;
    std::vector<double> m_bias;
    std::vector<double> m_scales; // what 1 of a byte is worth, by output
    std::vector<std::vector<double>> m_measures; // by output
    QByteArray m_bytes; // outputs of bucket 0, of bucket 1, ...
};

// The file that resources/understanding/train.py makes; its README says how. A file that is not whole is a mistake of
// ours: it is part of the program.
class Weights
{
public:
    explicit Weights(const QString &path);

    const QString &version() const { return m_version; } // names the weights, the word lists and the engine
    const WeightTable &table(const QString &name) const;

private:
    QString m_version;
    QHash<QString, WeightTable> m_tables;
};

} // namespace accueil
