#include "ui/dashboard/dashboardreader.h"

#include "ui/background.h"

#include <utility>

namespace accueil {

namespace {

constexpr int soonMs = 1000;

} // namespace

DashboardReader::DashboardReader(const RecordContext &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &DashboardReader::again);
}

void DashboardReader::ask(const DashboardQuestion &question)
{
    m_question = question;
    again();
}

void DashboardReader::againSoon()
{
    if (!m_soon.isActive()) // an import must not put it off for ever
        m_soon.start();
}

void DashboardReader::again()
{
    if (m_isBusy) {
        m_isWanted = true;
        return;
    }
    m_isBusy = true;
    inBackground(
        this,
        [services = m_desk.services, who = m_desk.session, question = m_question] {
            return dashboardAnswer(services, who, question);
        },
        [this, question = m_question](const Result<DashboardAnswer> &answer) {
            m_isBusy = false;
            if (std::exchange(m_isWanted, false))
                again();
            if (question != m_question) // overtaken
                return;
            if (answer)
                Q_EMIT answered(*answer);
            else
                Q_EMIT failed(answer.error());
        });
}

} // namespace accueil
