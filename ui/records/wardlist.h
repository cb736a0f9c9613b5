#pragma once

#include "ui/records/recordcontext.h"

#include <QObject>
#include <QStringList>

namespace accueil {

// The hospital's wards: those of the settings first, then those that records name. Read in the background, again
// whenever settings or many records change. GUI thread only.
class WardList final : public QObject
{
    Q_OBJECT
public:
    explicit WardList(const RecordContext &desk, QObject *parent = nullptr);
    const QStringList &wards() const { return m_wards; }
    void read();

Q_SIGNALS:
    void changed();

private:
    const RecordContext &m_desk;
    QStringList m_wards;
};

} // namespace accueil
