# What Accueil needs from Debian, and how it is installed; sourced by run.sh and test.sh.
# Only what is missing is installed: a package that is there, in whatever version, is left alone.

build_packages=(
  clang g++ cmake ninja-build mold ccache git ca-certificates pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
  libgl-dev libvulkan-dev libqt6sql6-sqlite libqt6sql6-psql
  libexpected-dev libphonenumber-dev libcurl4-openssl-dev libssl-dev zlib1g-dev qtkeychain-qt6-dev
  libqrencode-dev libavahi-client-dev libopusenc-dev qt6-multimedia-dev qt6-charts-dev
)
# Qt Charts asks for it; from Debian 13 on it is part of qt6-base-dev.
if grep -qs '^VERSION_ID="12"' /etc/os-release; then build_packages+=(libqt6opengl6-dev); fi
run_packages=(
  fonts-noto-core fonts-noto-color-emoji fonts-noto-mono
  gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-pulseaudio
)
test_packages=(postgresql python3-aiosmtpd tzdata openssl curl procps chromium zbar-tools poppler-utils)

say() { printf '%s\n' "$*" >&2; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# as_root COMMAND...: runs it as root, asking once when we are not.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    say "These packages have to be installed by root: $*"
    return 1
  fi
}

# install_missing PACKAGE...
install_missing() {
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  # Another node than Debian's serves as well.
  command -v npm >/dev/null || missing+=(npm)
  [ "${#missing[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null || { say "This needs Debian 12 or 13; install by hand: ${missing[*]}"; return 1; }
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  if [[ " ${missing[*]} " == *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    # The tests run a private cluster; without this line Debian would set up and start one of its own.
    as_root mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Options::=--force-confold "${missing[@]}" >"${TMPDIR:-/tmp}/accueil-apt.log" 2>&1 || {
    tail -n 20 "${TMPDIR:-/tmp}/accueil-apt.log" >&2
    say "Installing failed; the whole log is ${TMPDIR:-/tmp}/accueil-apt.log"
    return 1
  }
}
