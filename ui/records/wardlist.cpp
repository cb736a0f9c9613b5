#include "ui/records/wardlist.h"

#include "app/services/domainevents.h"
#include "app/services/patientservice.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"

namespace accueil {

WardList::WardList(const RecordContext &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&desk.services.events, &DomainEvents::settingsChanged, this, &WardList::read);
    connect(&desk.services.events, &DomainEvents::recordsImported, this, &WardList::read);
    read();
}

void WardList::read()
{
    inBackground(
        this,
        [services = m_desk.services, who = m_desk.session]() -> Result<QStringList> {
            QStringList wards = services.settings.current().wards;
            return services.patients.wards(who).map([&wards](const QStringList &known) {
                for (const QString &ward : known) {
                    if (!ward.isEmpty() && !wards.contains(ward, Qt::CaseInsensitive))
                        wards += ward;
                }
                return wards;
            });
        },
        [this](const Result<QStringList> &answer) {
            if (!answer || *answer == m_wards)
                return;
            m_wards = *answer;
            Q_EMIT changed();
        });
}

} // namespace accueil
