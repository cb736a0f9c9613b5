#include "app/services/casewording.h"

#include <QStringList>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 40; // more are counted

QString kindText(CaseNewsKind kind, Language language)
{
    const bool english = language == Language::English;
    switch (kind) {
    case CaseNewsKind::Opened:
        return english ? u"new"_s : u"nouveau"_s;
    case CaseNewsKind::HandedOver:
        return english ? u"handed to you"_s : u"vous est confié"_s;
    case CaseNewsKind::Reopened:
        return english ? u"opened again"_s : u"rouvert"_s;
    case CaseNewsKind::Escalated:
        return english ? u"overdue"_s : u"en retard"_s;
    }
    Q_UNREACHABLE();
}

bool isUrgent(const QList<CaseNews> &news)
{
    return std::any_of(news.begin(), news.end(), [](const CaseNews &one) { return one.isUrgent; });
}

} // namespace

QString caseLetterSubject(const QList<CaseNews> &news, Language language, const QString &hospital)
{
    const qsizetype n = news.size();
    const bool english = language == Language::English;
    const QString what = english ? (n == 1 ? u"1 case to follow up"_s : u"%1 cases to follow up"_s.arg(n))
                                 : (n == 1 ? u"1 suivi vous attend"_s : u"%1 suivis vous attendent"_s.arg(n));
    const QString urgent = !isUrgent(news) ? QString() : english ? u"Urgent: "_s : u"Urgent : "_s;
    return u"%1%2 (%3)"_s.arg(urgent, what, hospital);
}

QString caseLetterText(const QList<CaseNews> &news, Language language)
{
    const bool english = language == Language::English;
    QStringList lines{english ? u"These cases wait for you:"_s : u"Ces suivis vous attendent :"_s, {}};
    for (const CaseNews &one : news.first(std::min(news.size(), mostLines))) {
        const QString ward = !one.ward.isEmpty() ? one.ward : english ? u"no ward given"_s : u"service non précisé"_s;
        const QString urgent = !one.isUrgent ? QString() : english ? u" (critical)"_s : u" (critique)"_s;
        lines += u"%1, %2: %3%4"_s.arg(caseNumber(one.about), ward, kindText(one.kind, language), urgent);
    }
    if (news.size() > mostLines) {
        lines += (english ? u"and %1 more"_s : u"et %1 autres"_s).arg(news.size() - mostLines);
    }
    lines += QString();
    lines += english ? u"Open Accueil, page Cases, to read and answer them."_s
                     : u"Ouvrez Accueil, page Suivis, pour les lire et y répondre."_s;
    return lines.join(u'\n');
}

} // namespace accueil
