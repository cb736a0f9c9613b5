#pragma once

#include <QFont>

namespace accueil {

// The sizes of text (design: mockups/tokens.md section 1, "Type"). Two weights only, because the packaged Noto Sans has
// no others and a half-bold would be faked. Sizes are points, so that they grow with the system's font scale.
enum class TextRole {
    Title, // page title
    Section, // dialog title, name in a record
    Body,
    BodyBold,
    Label, // above a field
    Small, // hints, second lines, chips
    SmallBold,
    Mini, // times, axis text
    Key, // key hints in buttons
    Code, // fixed width, for keys and codes
};

// Fonts of the program's families at the size of a role, with figures of equal width where the font has them.
QFont fontFor(TextRole role);

// The font of the whole program: set once at start.
QFont applicationFont();

} // namespace accueil
