#!/bin/sh
# Brings the translation files up to date with the sources: new sentences are added as unfinished, old ones removed.
# Sources are English. French must be complete (a test holds it to that); English holds only plurals; Duala, Basaa and Ewondo
# hold what somebody who speaks them has given (add sentences by hand), and French stands in for the rest. Their files say
# language="fr" because lupdate knows none of the three; the file name decides what is loaded.
set -e
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
"$lupdate" -silent -no-obsolete -locations none -I . -source-language en -target-language fr ui app -ts translations/accueil_fr.ts
"$lupdate" -silent -no-obsolete -locations none -I . -pluralonly -source-language en -target-language en ui app -ts translations/accueil_en.ts
grep -c 'type="unfinished"' translations/accueil_fr.ts translations/accueil_en.ts || true
