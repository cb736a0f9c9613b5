#include "tests/screens/tabletcontentmoments.h"

#include "app/services/promptservice.h"
#include "app/services/services.h"
#include "app/services/tabletcontentservice.h"
#include "ui/audio/sound.h"

#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QByteArray voice()
{
    Sound sound;
    for (int i = 0; i < 2 * Sound::rate; ++i)
        sound.samples << qint16(6000 * std::sin(i * 0.1));
    return oggOpus(sound);
}

} // namespace

void fillTabletContent(const Services &services)
{
    const Session speaker{{}, u"p.ekwalla"_s, Role::Manager};
    const Session reviewer{{}, u"m.dikongue"_s, Role::Manager};
    const QByteArray bytes = voice();
    for (const PromptKey key :
        {PromptKey::LanguageName, PromptKey::FacesQuestion, PromptKey::Face1, PromptKey::Face2}) {
        for (const Language language : {Language::French, Language::Duala, Language::Ewondo}) {
            const Result<Prompt> prompt = services.prompts.replace(speaker, {key, language}, bytes);
            if (prompt && key < PromptKey::Face1)
                (void)services.prompts.markReviewed(reviewer, prompt->address, prompt->sha256);
        }
    }
    const Result<TabletContent> content = services.tabletContent.content(Session::system());
    TabletContentDraft draft;
    draft.texts.insert({PromptKey::Thanks, Language::French}, u"Merci ! L’hôpital lit chaque avis."_s);
    draft.wardQuestions.insert(
        u"Maternité"_s, {TabletQuestion::Recommendation, TabletQuestion::Treatment, TabletQuestion::Overall});
    (void)services.tabletContent.save(Session::system(), draft, content->version);
}

} // namespace accueil
