#pragma once

#include "app/settings.h"

#include <QMap>

namespace accueil {

// The values by name, each taken once with its check; collects what is wrong with them.
class SettingsReader
{
public:
    explicit SettingsReader(QMap<QString, QString> values)
        : m_values(std::move(values))
    {
    }

    QString text(const QString &name) const { return m_values.value(name).trimmed(); }
    bool has(const QString &name) const { return !text(name).isEmpty(); }
    // `present`, or the number that the setting holds, between `minimum` and `maximum`.
    qint64 number(const QString &name, qint64 present, qint64 minimum, qint64 maximum);
    QString readableFile(const QString &name); // empty when not set
    void refuse(const QString &name, const QString &expected) { m_problems.append({name, expected}); }

    const QList<SettingProblem> &problems() const { return m_problems; }

private:
    QMap<QString, QString> m_values;
    QList<SettingProblem> m_problems;
};

// The parts of readSettings() that are about the hospital and its providers, and about the HTTP server.
SettingsOverride readOverrides(SettingsReader &reader);
HttpLimits readLimits(SettingsReader &reader);
std::optional<CertificateFiles> readCertificateFiles(SettingsReader &reader);

} // namespace accueil
