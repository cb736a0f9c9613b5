#include "ui/patients/birthtext.h"

#include <QRegularExpression>

namespace accueil {

using namespace Qt::StringLiterals;

std::optional<Birth> parseBirth(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    if (trimmed.isEmpty())
        return Birth{};
    static const QRegularExpression number(u"^\\d{1,4}$"_s);
    if (number.match(trimmed).hasMatch()) {
        const int value = trimmed.toInt();
        return trimmed.size() == 4 ? Birth{.year = value} : Birth{.age = value};
    }
    static const QRegularExpression dayFirst(u"^(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4})$"_s);
    QDate date;
    if (const auto match = dayFirst.match(trimmed); match.hasMatch())
        date = QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    else
        date = QDate::fromString(trimmed, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return Birth{.date = date};
}

QString birthText(const Patient &patient, const QDate &today)
{
    if (patient.birthDate)
        return patient.birthDate->toString(u"dd/MM/yyyy"_s);
    if (patient.birthYear && patient.birthYearEstimated)
        return QString::number(*patient.age(today));
    return patient.birthYear ? QString::number(*patient.birthYear) : QString();
}

} // namespace accueil
