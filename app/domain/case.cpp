#include "app/domain/case.h"

namespace accueil {

std::optional<QDateTime> Case::dueAt() const
{
    switch (status) {
    case CaseStatus::Open:
        return acknowledgeBy;
    case CaseStatus::Acknowledged:
        return resolveBy;
    case CaseStatus::Resolved:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool Case::isOverdue(const QDateTime &now) const
{
    const std::optional<QDateTime> due = dueAt();
    return due && *due < now;
}

QString caseNumber(CaseId id)
{
    return QStringLiteral("S-%1").arg(id.value, 4, 10, QChar(u'0'));
}

std::optional<CaseId> caseOfNumber(const QString &number)
{
    QString digits = number.trimmed();
    if (digits.startsWith(u"s-", Qt::CaseInsensitive))
        digits.remove(0, 2);
    bool isNumber = false;
    const qint64 value = digits.toLongLong(&isNumber);
    return isNumber && value > 0 ? std::optional(CaseId{value}) : std::nullopt;
}

bool isAllowed(CaseStatus from, CaseStatus to)
{
    switch (from) {
    case CaseStatus::Open:
        return to == CaseStatus::Acknowledged || to == CaseStatus::Resolved;
    case CaseStatus::Acknowledged:
        return to == CaseStatus::Resolved;
    case CaseStatus::Resolved:
        return to == CaseStatus::Acknowledged;
    }
    Q_UNREACHABLE();
}

} // namespace accueil
