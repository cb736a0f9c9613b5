#include "app/drill.h"

#include "app/application.h"
#include "app/services/demoservice.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace accueil {

DrillPlace::DrillPlace()
    : m_folder(QDir(QDir::tempPath()).filePath(u"accueil-drill-XXXXXX"_s))
{
}

ProgramSettings DrillPlace::settings(quint16 port) const
{
    ProgramSettings settings;
    settings.isDrill = true;
    settings.dataDirectory = m_folder.path();
    settings.database = {.path = m_folder.filePath(u"accueil.db"_s)};
    settings.keyFile = m_folder.filePath(u"accueil.key"_s);
    settings.keyringUse = KeyringUse::Never; // it would keep the key for ever
    settings.host = QHostAddress(QHostAddress::LocalHost);
    settings.port = port;
    // Nobody waits an hour in a drill, and a few late ones are enough to practise on.
    settings.overrides.values = {{u"delivery.quietHours"_s, u"off"_s}, {u"delivery.dailyLimit"_s, u"off"_s},
        {u"delivery.retryDelays"_s, u"5,10,20,30"_s}, {u"delivery.reconcileInterval"_s, u"10"_s},
        {u"delivery.lateLimit"_s, u"5"_s}};
    return settings;
}

Result<QList<DemoAccount>> makeDrillStore(Application &application)
{
    if (const Result<StoreService::State> state = application.store().inspect(); !state)
        return tl::unexpected(state.error());
    if (const Result<RecoveryKey> key = application.store().initialise(); !key)
        return tl::unexpected(key.error());
    application.open();
    return application.demo().fill(Session::system());
}

} // namespace accueil
