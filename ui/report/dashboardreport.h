#pragma once

#include "ui/dashboard/dashboardanswer.h"

#include <QByteArray>
#include <QCoreApplication>

namespace accueil {

// Who a report is of and when it was made, in words.
struct ReportHead
{
    QString hospital;
    QString period;
    QString made; // day
};

// The dashboard of a period on paper, for the hospital's board: cover, what it says in short, charts, tables and how
// everything was counted. In the language that the program speaks.
class DashboardReport
{
    Q_DECLARE_TR_FUNCTIONS(accueil::DashboardReport)
public:
    // A PDF of A4 sheets. GUI thread only; takes some tenths of a second.
    static QByteArray pdf(const DashboardAnswer &answer, const ReportHead &head);
    static QString monthName(const QDate &month); // "October 2026"
};

} // namespace accueil
