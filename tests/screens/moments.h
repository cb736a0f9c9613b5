#pragma once

#include <QString>

namespace accueil {

class Camera;
class Desk;
class Shell;

// Pictures of what is seen only now and then: a duplicate, two people changing one record, an empty list, a slow store,
// a store that does not answer, a form with mistakes, an import. `shell` has a session on a demonstration store, whose
// file is `storeFile`; afterwards the store is as it was.
void photographMoments(Shell &shell, Desk &desk, const Camera &camera, const QString &storeFile);

// The lists of a store in which there is nothing yet.
void photographEmptyPages(Shell &shell, const Camera &camera);

} // namespace accueil
