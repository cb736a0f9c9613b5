#pragma once

#include "app/services/hospitalsettings.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace accueil {

enum class Secrecy { Plain, Secret };

// One setting: its path, whether it is stored encrypted, and how it travels to and from text. The store, the
// environment and the list of what changed all read this table.
struct SettingRow
{
    QString path;
    Secrecy secrecy = Secrecy::Plain;
    std::function<QString(const HospitalSettings &)> text;
    std::function<bool(HospitalSettings &, const QString &)> assign; // false: not such a value, nothing changed
};

const QList<SettingRow> &settingRows();

QString smtpSecurityKey(SmtpSecurity security); // none, starttls, tls
std::optional<SmtpSecurity> smtpSecurity(QStringView key);

} // namespace accueil
