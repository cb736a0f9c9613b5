#pragma once

#include "app/domain/result.h"
#include "ui/dashboard/dashboardanswer.h"
#include "ui/records/recordcontext.h"

#include <QObject>
#include <QTimer>

namespace accueil {

// Asks the services in the background and says what they answered, the newest question only: one at a time, and again
// when what it is about has changed. GUI thread only.
class DashboardReader final : public QObject
{
    Q_OBJECT
public:
    explicit DashboardReader(const RecordContext &desk, QObject *parent = nullptr);

    void ask(const DashboardQuestion &question);
    void again(); // the same question
    void againSoon(); // many changes in a row are one

Q_SIGNALS:
    void answered(const accueil::DashboardAnswer &answer);
    void failed(const accueil::Error &error);

private:
    const RecordContext &m_desk;
    DashboardQuestion m_question;
    bool m_isBusy = false;
    bool m_isWanted = false;
    QTimer m_soon;
};

} // namespace accueil
