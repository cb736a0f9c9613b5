#pragma once

namespace accueil {

class Camera;
class Desk;
class Shell;

// The tablets of a hospital in every condition, what is opened from their page, and what they send: the notice, a
// number that nobody has, two submissions to compare. `shell` has a session on a demonstration store.
void photographTablets(Shell &shell, Desk &desk, const Camera &camera);

} // namespace accueil
