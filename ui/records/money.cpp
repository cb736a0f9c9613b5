#include "ui/records/money.h"

#include <QLocale>

namespace accueil {

using namespace Qt::StringLiterals;

QString moneyText(double amount, const QString &currency)
{
    // Francs have no smaller coin; others are shown as their own countries do.
    const bool isFranc = currency == "XAF"_L1;
    const QString number = QLocale().toString(amount, 'f', isFranc ? 0 : 2);
    return number + QChar(QChar::Nbsp) + (isFranc ? u"FCFA"_s : currency);
}

double amountOf(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return 0;
    bool isNumber = false;
    const double here = QLocale().toDouble(typed, &isNumber);
    if (isNumber)
        return here;
    const double elsewhere = QLocale::c().toDouble(typed, &isNumber);
    return isNumber ? elsewhere : -1;
}

QString amountText(double amount)
{
    return amount > 0 ? QLocale().toString(amount, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace accueil
