#pragma once

namespace accueil {

class Camera;
class Desk;
class Shell;

// The form of a reminder while it is written: what it says of a good time, of one in quiet hours, of a patient who said
// stop; the tries of one that left. `shell` has a session in a drill, whose provider is set up.
void photographReminderForms(Shell &shell, Desk &desk, const Camera &camera);

} // namespace accueil
