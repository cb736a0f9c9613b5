#include "app/domain/optoutwords.h"

#include "app/domain/textfolding.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace accueil {

namespace {

struct Word
{
    QStringView text; // folded
    ReplyWord meaning;
};

constexpr std::array words{
    Word{u"stop", ReplyWord::Stop},
    Word{u"stopall", ReplyWord::Stop},
    Word{u"unsubscribe", ReplyWord::Stop},
    Word{u"end", ReplyWord::Stop},
    Word{u"quit", ReplyWord::Stop},
    Word{u"arret", ReplyWord::Stop},
    Word{u"desabonner", ReplyWord::Stop},
    Word{u"start", ReplyWord::Start},
    Word{u"unstop", ReplyWord::Start},
    Word{u"ouidebut", ReplyWord::Start},
    Word{u"1", ReplyWord::Confirm},
    Word{u"oui", ReplyWord::Confirm},
    Word{u"yes", ReplyWord::Confirm},
    Word{u"ok", ReplyWord::Confirm},
    Word{u"confirmer", ReplyWord::Confirm},
    Word{u"confirm", ReplyWord::Confirm},
    Word{u"2", ReplyWord::Cancel},
    Word{u"non", ReplyWord::Cancel},
    Word{u"no", ReplyWord::Cancel},
    Word{u"annuler", ReplyWord::Cancel},
    Word{u"cancel", ReplyWord::Cancel},
};

// S'il vous plaît, s'il te plaît, svp, stp, merci, please, pls, thanks, thank you.
constexpr std::array<QStringView, 14> courtesies{u"sil", u"si", u"il", u"vous", u"te", u"plait", u"svp", u"stp",
    u"merci", u"please", u"pls", u"thanks", u"thank", u"you"};

// What people say is to stop: "STOP SMS", "Arrêt des messages", "Unsubscribe me".
constexpr std::array<QStringView, 20> objects{u"sms", u"message", u"messages", u"texto", u"textos", u"rappel",
    u"rappels", u"appel", u"appels", u"reminder", u"reminders", u"les", u"des", u"vos", u"ces", u"tous", u"moi", u"me",
    u"the", u"your"};

std::optional<ReplyWord> meaningOf(QStringView word)
{
    const auto row = std::find_if(words.begin(), words.end(), [&](const Word &known) { return known.text == word; });
    return row == words.end() ? std::nullopt : std::optional(row->meaning);
}

// The folded words; emoji are punctuation.
QStringList wordsOf(QStringView message)
{
    QStringList found{QString()};
    for (const char32_t letter : foldText(message).toUcs4()) {
        if (QChar::isLetterOrNumber(letter))
            found.last() += QString::fromUcs4(&letter, 1);
        else if (!found.constLast().isEmpty())
            found.append(QString());
    }
    found.removeIf([](const QString &word) {
        return word.isEmpty() || std::find(courtesies.begin(), courtesies.end(), word) != courtesies.end();
    });
    return found;
}

} // namespace

std::optional<ReplyWord> replyWord(QStringView message)
{
    const QStringList said = wordsOf(message);
    if (said.isEmpty())
        return std::nullopt;
    if (const auto joined = meaningOf(said.join(QString()))) // STOP ALL, OUI-DEBUT
        return joined;
    const std::optional<ReplyWord> first = meaningOf(said.constFirst());
    const auto saysTheSame = [&](const QString &word) {
        return meaningOf(word) == first
            || (first == ReplyWord::Stop && std::ranges::find(objects, word) != objects.end());
    };
    return std::all_of(said.begin(), said.end(), saysTheSame) ? first : std::nullopt;
}

} // namespace accueil
