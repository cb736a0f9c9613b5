#include "ui/tabletcontent/promptwords.h"

namespace accueil {

QString PromptWords::question(TabletQuestion question)
{
    switch (question) {
    case TabletQuestion::Treatment:
        return tr("The care (1 to 5 stars)");
    case TabletQuestion::Communication:
        return tr("The explanations (1 to 5 stars)");
    case TabletQuestion::Facility:
        return tr("The place (1 to 5 stars)");
    case TabletQuestion::Overall:
        return tr("All in all (1 to 5 stars)");
    case TabletQuestion::Recommendation:
        return tr("Would you recommend us? (0 to 10)");
    }
    Q_UNREACHABLE();
}

QString PromptWords::place(PromptKey key)
{
    switch (key) {
    case PromptKey::LanguageName:
        return tr("On the tile of the language");
    case PromptKey::FacesQuestion:
        return tr("Above the five faces");
    case PromptKey::Face1:
    case PromptKey::Face2:
    case PromptKey::Face3:
    case PromptKey::Face4:
    case PromptKey::Face5:
        return tr("Under a face");
    case PromptKey::StarsQuestion:
        return tr("Above the stars");
    case PromptKey::Treatment:
    case PromptKey::Communication:
    case PromptKey::Facility:
    case PromptKey::Overall:
    case PromptKey::Recommendation:
        return tr("Beside the stars");
    case PromptKey::WordsQuestion:
        return tr("Above words and voice");
    case PromptKey::CallbackQuestion:
        return tr("Above the telephone number");
    case PromptKey::Thanks:
        return tr("At the end");
    }
    Q_UNREACHABLE();
}

QString PromptWords::sentence(PromptKey key)
{
    switch (key) {
    case PromptKey::LanguageName:
        return tr("The name of the language");
    case PromptKey::FacesQuestion:
        return tr("How was your visit?");
    case PromptKey::Face1:
        return tr("Very bad");
    case PromptKey::Face2:
        return tr("Bad");
    case PromptKey::Face3:
        return tr("Fair");
    case PromptKey::Face4:
        return tr("Good");
    case PromptKey::Face5:
        return tr("Very good");
    case PromptKey::StarsQuestion:
        return tr("How many stars would you give?");
    case PromptKey::Treatment:
        return tr("The care");
    case PromptKey::Communication:
        return tr("The explanations");
    case PromptKey::Facility:
        return tr("The place");
    case PromptKey::Overall:
        return tr("All in all");
    case PromptKey::Recommendation:
        return tr("Would you recommend us?");
    case PromptKey::WordsQuestion:
        return tr("Tell us what went well or badly.");
    case PromptKey::CallbackQuestion:
        return tr("Which number may we call?");
    case PromptKey::Thanks:
        return tr("Your answer is safely kept.");
    }
    Q_UNREACHABLE();
}

Chip PromptWords::chip(const std::optional<Prompt> &prompt)
{
    if (!prompt)
        return {tr("Missing"), Tone::Neutral, Icon::Minus};
    if (!prompt->review)
        return {tr("Recorded"), Tone::Info, Icon::Mic};
    return {tr("Reviewed"), Tone::Success, Icon::CheckCheck};
}

} // namespace accueil
