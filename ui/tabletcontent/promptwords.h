#pragma once

#include "app/domain/prompt.h"
#include "ui/widgets/chip.h"

#include <QCoreApplication>

namespace accueil {

// How the window calls what tablets ask and say.
class PromptWords
{
    Q_DECLARE_TR_FUNCTIONS(accueil::PromptWords)
public:
    static QString question(TabletQuestion question); // "The care"
    static QString place(PromptKey key); // where it is said: "Above the faces"
    static QString sentence(PromptKey key); // what tablets say by themselves, in the window's language
    static Chip chip(const std::optional<Prompt> &prompt); // missing, recorded or reviewed
};

} // namespace accueil
