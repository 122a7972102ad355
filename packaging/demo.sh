#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare Debian 12 and a clone of this repository to an explained distance matrix of a real protein:
# installs what is missing, builds, searches the homologs of E. coli CheY live and explains a predicted pair.
#
#   packaging/demo.sh [FOLDER]
#
# With a display the window opens on the finished example. Without one the same window runs offscreen and leaves its
# screenshot, the figure page and the result file in FOLDER (default: build/demo).
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"
OUT=${1:-$ROOT/build/demo}

install_packages $BUILD_PACKAGES $RUN_PACKAGES
install_example_sources
build release

BIN=$ROOT/build/release/app/whitebox
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "Opening the window on the example: CheY of E. coli"
  exec "$BIN" --example
fi
say "No display: running the example offscreen, a live jackhmmer search included"
mkdir -p "$OUT"
QT_QPA_PLATFORM=offscreen "$BIN" --example --demo-output "$OUT" 2>> "$LOG" || {
  printf 'The example failed. The last lines of %s:\n' "$LOG" >&2
  tail -n 20 "$LOG" >&2
  exit 1
}
say "Done"
