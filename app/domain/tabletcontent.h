#pragma once

#include "app/domain/enumtable.h"
#include "app/domain/language.h"
#include "app/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>

namespace accueil {

// What a tablet may ask beside the five faces; each names the rating of Ratings that it fills.
enum class TabletQuestion { Treatment, Communication, Facility, Overall, Recommendation };

inline constexpr EnumTable<TabletQuestion, 5> tabletQuestionTable{{{
    {TabletQuestion::Treatment, u"treatment_satisfaction"}, {TabletQuestion::Communication, u"communication_rating"},
    {TabletQuestion::Facility, u"facility_rating"}, {TabletQuestion::Overall, u"overall_experience"},
    {TabletQuestion::Recommendation, u"recommendation_likelihood"}, // 0-10, the others 1-5
}}};

// What a tablet says, in writing and aloud.
enum class PromptKey {
    LanguageName,
    FacesQuestion,
    Face1,
    Face2,
    Face3,
    Face4,
    Face5,
    StarsQuestion,
    Treatment,
    Communication,
    Facility,
    Overall,
    Recommendation,
    WordsQuestion,
    CallbackQuestion,
    Thanks
};

inline constexpr EnumTable<PromptKey, 16> promptKeyTable{{{
    {PromptKey::LanguageName, u"language.name"}, // says the language's own name
    {PromptKey::FacesQuestion, u"faces.question"},
    {PromptKey::Face1, u"face.1"}, // very bad
    {PromptKey::Face2, u"face.2"},
    {PromptKey::Face3, u"face.3"},
    {PromptKey::Face4, u"face.4"},
    {PromptKey::Face5, u"face.5"}, // very good
    {PromptKey::StarsQuestion, u"stars.question"},
    {PromptKey::Treatment, u"treatment_satisfaction"},
    {PromptKey::Communication, u"communication_rating"},
    {PromptKey::Facility, u"facility_rating"},
    {PromptKey::Overall, u"overall_experience"},
    {PromptKey::Recommendation, u"recommendation_likelihood"},
    {PromptKey::WordsQuestion, u"words.question"},
    {PromptKey::CallbackQuestion, u"callback.question"},
    {PromptKey::Thanks, u"thanks"},
}}};

// One thing said in one language.
struct PromptAddress
{
    PromptKey key = PromptKey::LanguageName;
    Language language = Language::French;

    // "faces.question.dua": its address in the API.
    QString text() const { return promptKeyTable.key(key) + u'.' + languageTable.key(language); }
    static std::optional<PromptAddress> parse(QStringView text);
    friend auto operator<=>(const PromptAddress &, const PromptAddress &) = default;
};

using TabletQuestions = QList<TabletQuestion>; // in the order in which they are asked
using TabletTexts = QMap<PromptAddress, QString>; // the hospital's own words in place of the page's

// Fits on a tile or under a face; a sentence on two or three lines.
inline constexpr int longestTabletName = 40; // characters
inline constexpr int longestTabletSentence = 160;
int longestTabletText(PromptKey key);

inline constexpr int shortestAsking = 15; // seconds; who reads slowly is not hurried
inline constexpr int longestAsking = 600; // a tablet that lies there with somebody's answers is a leak
inline constexpr int shortestCountdown = 5;
inline constexpr int longestCountdown = 120;

// What tablets ask and say, as somebody wants it; before it is checked.
struct TabletContentDraft
{
    TabletQuestions questions{
        TabletQuestion::Treatment, TabletQuestion::Communication, TabletQuestion::Facility, TabletQuestion::Overall};
    QMap<QString, TabletQuestions> wardQuestions; // of wards that ask others; may be none at all
    bool callbackOffered = true;
    int askSeconds = 60; // without a touch, until the tablet asks whether somebody is there
    int wipeSeconds = 75; // without a touch, until it forgets what was begun
    TabletTexts texts;

    friend bool operator==(const TabletContentDraft &, const TabletContentDraft &) = default;
};

struct TabletContent
{
    TabletContentDraft chosen;
    bool hasPin = false;
    std::optional<QDateTime> updatedAt; // UTC; nothing: as the program comes
    qint64 version = 0; // 0: as the program comes

    const TabletQuestions &questionsOf(const QString &ward) const;
    friend bool operator==(const TabletContent &, const TabletContent &) = default;
};

// As it is stored: texts composed and without white space around, empty ones and repeated questions left out.
TabletContentDraft cleaned(const TabletContentDraft &draft);

// Of a cleaned draft; `field` is the path in the API's JSON ("texts.dua.thanks").
QList<FieldError> validate(const TabletContentDraft &draft);

// What a tablet needs to check the digits that let people leave its page while nothing is reachable:
// PBKDF2-HMAC-SHA256 of the ASCII digits. The digits themselves are stored nowhere.
struct ExitPin
{
    QByteArray salt;
    int iterations = 0;
    QByteArray hash;

    friend bool operator==(const ExitPin &, const ExitPin &) = default;
};

// 4 to 8 digits 0-9, and not those that everybody tries first.
QList<FieldError> validateExitPin(const QString &digits);

} // namespace accueil
