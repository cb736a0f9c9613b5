#pragma once

#include "app/domain/device.h"
#include "ui/records/recordcontext.h"
#include "ui/records/recorddialog.h"

namespace accueil {

class TextLine;
class WardBox;
class WardList;

// The name of a tablet and the ward whose answers it takes.
class TabletDialog final : public RecordDialog
{
    Q_OBJECT
public:
    TabletDialog(const RecordContext &desk, WardList &wards, const Device &device, QWidget *parent);
    bool hasUnsavedWork() const override;

Q_SIGNALS:
    void saved(const accueil::Device &device);

private:
    void retranslate() override;
    void save() override;
    DeviceDraft draft() const;

    const RecordContext &m_desk;
    Device m_device;
    TextLine *m_name;
    WardBox *m_ward;
    Field *m_nameField;
    Field *m_wardField;
};

} // namespace accueil
