#!/bin/sh
# Makes the pictures of the window again: tests/screenshots.sh [FOLDER] [--only patients,settings] [--variant fr-light].
# Needs a development build (cmake --preset dev && ninja -C build/dev accueil_screens); no display.
set -e
cd "$(dirname "$0")/.."
build=${ACCUEIL_BUILD:-build/dev}
folder=${1:-build/pictures}
[ $# -gt 0 ] && shift
QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$build/tests/screens/accueil_screens" "$folder" "$@"
echo "pictures are in $folder"
