#include "ui/patients/consentfields.h"

#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/field.h"
#include "ui/widgets/listbox.h"

#include <QHBoxLayout>

namespace accueil {

ConsentFields::ConsentFields(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    for (const auto &channel : channelTable.rows) {
        auto *list = new ListBox;
        list->addItem(tr("not asked"), NotAsked);
        list->addItem(tr("yes"), Granted);
        list->addItem(tr("no"), Refused);
        auto *field = new Field(list);
        field->setLabel(RecordWords::channel(channel.value));
        list->setAccessibleName(tr("Consent: %1").arg(RecordWords::channel(channel.value)));
        row->addWidget(field, 1);
        m_rows += Row{channel.value, field, list};
    }
}

ConsentFields::Answer ConsentFields::answerOf(const Consent &consent, Channel channel)
{
    int granted = 0;
    int refused = 0;
    for (const auto &purpose : purposeTable.rows) {
        const auto state = consent.constFind({channel, purpose.value});
        if (state == consent.cend())
            continue;
        ++(*state == ConsentState::Granted ? granted : refused);
    }
    const int all = int(purposeTable.rows.size());
    if (granted + refused == 0)
        return NotAsked;
    return granted == all ? Granted : refused == all ? Refused : Mixed;
}

void ConsentFields::setConsent(const Consent &consent)
{
    m_before = consent;
    for (const Row &row : std::as_const(m_rows)) {
        const Answer answer = answerOf(consent, row.channel);
        if (const int mixed = row.list->findData(Mixed); mixed >= 0)
            row.list->removeItem(mixed);
        if (answer == Mixed)
            row.list->addItem(tr("differs by purpose"), Mixed);
        row.list->setValue(answer);
    }
}

Consent ConsentFields::consent() const
{
    Consent consent = m_before;
    for (const Row &row : m_rows) {
        const auto answer = Answer(row.list->currentData().toInt());
        if (answer == Mixed)
            continue;
        for (const auto &purpose : purposeTable.rows) {
            if (answer == NotAsked)
                consent.remove({row.channel, purpose.value});
            else
                consent[{row.channel, purpose.value}]
                    = answer == Granted ? ConsentState::Granted : ConsentState::Refused;
        }
    }
    return consent;
}

} // namespace accueil
