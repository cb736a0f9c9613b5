#include "ui/tablets/tabletdialog.h"

#include "app/services/deviceservice.h"
#include "ui/tablets/wardbox.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/textline.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

TabletDialog::TabletDialog(const RecordContext &desk, WardList &wards, const Device &device, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_device(device)
    , m_name(new TextLine)
    , m_ward(new WardBox)
{
    m_name->setObjectName(u"tabletName"_s);
    m_ward->setObjectName(u"tabletWard"_s);
    m_name->setText(device.name);
    m_ward->follow(wards);
    m_ward->setWard(device.ward);
    m_nameField = addField(m_name, {}, {u"name"_s});
    m_wardField = addField(m_ward, {}, {u"ward"_s});
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::fieldGap);
    column->addWidget(m_nameField);
    column->addWidget(m_wardField);
    setForm(form);
    m_name->selectAll();
    m_name->setFocus();
}

DeviceDraft TabletDialog::draft() const
{
    return {m_name->text().trimmed(), m_ward->ward()};
}

bool TabletDialog::hasUnsavedWork() const
{
    return draft().name != m_device.name || draft().ward != m_device.ward;
}

void TabletDialog::save()
{
    setBusy(true);
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session, id = m_device.id, draft = draft()] {
            return devices.edit(who, id, draft);
        },
        [this](const Result<Device> &answer) {
            setBusy(false);
            if (!answer)
                return showProblems(answer.error());
            Q_EMIT saved(*answer);
            closeSaved();
        });
}

void TabletDialog::retranslate()
{
    RecordDialog::retranslate();
    setTitle(tr("Change the tablet %1").arg(m_device.name));
    m_nameField->setLabel(tr("&Name shown"));
    m_wardField->setLabel(tr("&Ward"));
    m_wardField->setHint(tr("counts for what it sends from now on"));
    m_ward->setNone(tr("No ward"));
}

} // namespace accueil
