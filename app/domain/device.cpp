#include "app/domain/device.h"

#include "app/domain/fieldrules.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 80;
constexpr int longestWard = 80; // as of feedback

} // namespace

QList<FieldError> validate(const DeviceDraft &draft)
{
    FieldRules rules;
    const QString name = cleanLine(draft.name);
    rules.required(u"name"_s, name);
    rules.text(u"name"_s, name, longestName);
    rules.text(u"ward"_s, cleanLine(draft.ward), longestWard);
    return rules.errors();
}

std::optional<QString> normalisedPairingCode(const QString &typed)
{
    QString code;
    for (const QChar c : typed) {
        if (!c.isSpace() && c != u'-')
            code += c.toUpper();
    }
    const bool isWhole = code.size() == pairingCodeLength
        && std::ranges::all_of(code, [](QChar c) { return pairingAlphabet.contains(c); });
    return isWhole ? std::optional(code) : std::nullopt;
}

} // namespace accueil
