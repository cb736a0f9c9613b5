#include "app/services/hospitalsettings.h"

#include "app/domain/smstext.h"

namespace accueil {

QString TwilioSettings::asSent(const QString &text) const
{
    return unicode ? text : plainSpelling(text);
}

QString HospitalSettings::publicAddress(const QString &path) const
{
    if (publicUrl.isEmpty())
        return {};
    QString base = publicUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    return base + path;
}

} // namespace accueil
