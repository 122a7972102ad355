# SPDX-License-Identifier: GPL-3.0-or-later
# What demo.sh and test.sh share: installing Debian packages and keeping the noise in a log. Sourced, never run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
LOG=${WHITEBOX_LOG:-$ROOT/build/$(basename "$0" .sh).log}
mkdir -p "$(dirname "$LOG")"
: > "$LOG"

BUILD_PACKAGES="g++ cmake ninja-build ccache mold pkg-config git ca-certificates
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev libqt6sql6-sqlite libgl-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  libqcustomplot-dev libeigen3-dev libhdf5-dev gemmi-dev tao-pegtl-dev libcli11-dev libmsgpack-dev zlib1g-dev"
RUN_PACKAGES="hmmer mmseqs2-examples freecontact fonts-dejavu-core"
TEST_PACKAGES="hmmer-examples faketime libtorch-dev libopenblas0-pthread python3-h5py python3-numpy poppler-utils
  chromium locales-all xvfb xauth xdotool x11-apps imagemagick clang-format
  desktop-file-utils appstream shared-mime-info libxml2-utils mandoc"
# libFuzzer is a part of libclang-rt.
FUZZ_PACKAGES="clang libclang-rt-14-dev"
PACKAGE_BUILD_PACKAGES="libtorch-dev dpkg-dev file lintian debootstrap"

STARTED=$(date +%s)

# say TEXT: one line on the terminal, with the seconds since the start.
say() { printf '[%4d s] %s\n' "$(($(date +%s) - STARTED))" "$*"; }

# quietly COMMAND...: its output goes to the log; the log's end is shown when it fails.
quietly() {
  printf '\n$ %s\n' "$*" >> "$LOG"
  if ! "$@" >> "$LOG" 2>&1; then
    printf 'This failed: %s\n' "$*" >&2
    printf 'The last lines of %s:\n' "$LOG" >&2
    tail -n 30 "$LOG" >&2
    exit 1
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }

# install_packages NAME...: installs the Debian packages that are not there yet.
install_packages() {
  local missing=() name
  for name in "$@"; do
    is_installed "$name" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo > /dev/null; then
    printf 'Debian packages are missing and neither root nor sudo is at hand. As root:\n  apt-get install %s\n' \
      "${missing[*]}" >&2
    exit 1
  fi
  say "Installing ${#missing[@]} Debian packages and what they need"
  quietly as_root apt-get update
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# ensure_file PACKAGE PATH: minimal images leave out /usr/share/doc, where the example's sequences lie; put PATH back.
ensure_file() {
  [ -e "$2" ] && return
  say "Unpacking $2, which this system's dpkg left out"
  local folder
  folder=$(mktemp -d)
  chmod 755 "$folder"
  (cd "$folder" && quietly apt-get download "$1" && dpkg-deb --fsys-tarfile ./*.deb |
    as_root tar -x -C / ".$2") || exit 1
  rm -rf "$folder"
}

install_example_sources() {
  ensure_file mmseqs2-examples /usr/share/doc/mmseqs2/example-data/DB.fasta.gz
  ensure_file freecontact /usr/share/doc/freecontact/examples/demo_1000.aln
}

# build PRESET [cmake options]: configures and builds.
build() {
  local preset=$1
  shift
  say "Configuring ($preset)"
  quietly cmake -S "$ROOT" --preset "$preset" "$@"
  say "Building with $(nproc) cores"
  quietly cmake --build "$ROOT/build/$preset" -j "$(nproc)"
}
