#include "app/domain/smssender.h"

#include "app/domain/textfolding.h"

#include <QRegularExpression>

namespace accueil {

using namespace Qt::StringLiterals;

SmsSenderKind smsSenderKind(QStringView text)
{
    static const QRegularExpression number(u"\\A\\+[1-9][0-9]{6,14}\\z"_s);
    static const QRegularExpression name(u"\\A(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?\\z"_s);
    static const QRegularExpression service(u"\\AMG[0-9a-fA-F]{32}\\z"_s);
    if (number.match(text.toString()).hasMatch())
        return SmsSenderKind::Number;
    if (service.match(text.toString()).hasMatch())
        return SmsSenderKind::Service;
    return name.match(text.toString()).hasMatch() ? SmsSenderKind::Name : SmsSenderKind::None;
}

bool asksForReply(QStringView text)
{
    static const QStringList asking{u"repondez"_s, u"repondre"_s, u"reply"_s};
    // "Ne répondez pas", "ne pas répondre", "do not reply", "don't reply", "no reply".
    static const QStringList denying{u"ne"_s, u"pas"_s, u"not"_s, u"dont"_s, u"no"_s, u"cannot"_s, u"cant"_s};
    const QStringList words = foldedTokens(text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (asking.contains(words[i]) && (i == 0 || !denying.contains(words[i - 1])))
            return true;
    }
    return false;
}

} // namespace accueil
