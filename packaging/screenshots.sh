#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Photographs the window on a display of its own (Xvfb): each perspective, light and dark, at 1 and at 2 pixels a
# point, of CheY (a live search) and, where ../shared holds it, of 1ABA_A with its structure. To be looked at.
#
#   packaging/screenshots.sh [FOLDER [WHITEBOX]]
#
# FOLDER (default: build/screenshots) gets PROTEIN-THEME-SCALEx-PERSPECTIVE.png. Without WHITEBOX the release is built.
# Beside a WHITEBOX of the preset dev whose target dialog_pictures was built every dialog is photographed too, light,
# dark and in German: dialogs-light/ …
set -euo pipefail
source "$(dirname "$0")/common.sh"
OUT=$(realpath -m "${1:-$ROOT/build/screenshots}")
BIN=${2:-}
[ -z "$BIN" ] || BIN=$(realpath "$BIN")
cd "$ROOT"
install_packages $RUN_PACKAGES $TEST_PACKAGES
install_example_sources
if [ -z "$BIN" ]; then
  install_packages $BUILD_PACKAGES
  build release
  BIN=$ROOT/build/release/app/whitebox
fi
mkdir -p "$OUT"
WORK=$(mktemp -d)
finish() {
  kill "${window_process:-}" "${display_process:-}" 2> /dev/null || true
  wait 2> /dev/null || true
  rm -rf "$WORK"
}
trap finish EXIT
fail() {
  printf 'screenshots: %s\n' "$1" >&2
  cat "$WORK/stderr" >&2 2> /dev/null || true
  exit 1
}

Xvfb -displayfd 3 -screen 0 3400x2200x24 -nolisten tcp 3> "$WORK/display" 2> /dev/null &
display_process=$!
for _ in $(seq 100); do
  [ -s "$WORK/display" ] && break
  sleep 0.1
done
[ -s "$WORK/display" ] || fail "Xvfb does not start"
export DISPLAY=":$(cat "$WORK/display")" QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$WORK/runtime"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# open SECONDS [ARGUMENT...]: starts the program and waits for a window with a result.
open() {
  local patience=$1
  shift
  "$BIN" "$@" 2> "$WORK/stderr" &
  window_process=$!
  id=$(timeout 60 xdotool search --sync --onlyvisible --pid "$window_process" --name 'White Box' | head -1)
  [ -n "$id" ] || fail "no window"
  for _ in $(seq "$((patience * 2))"); do
    xdotool getwindowname "$id" | grep -q '– White Box' && return
    kill -0 "$window_process" 2> /dev/null || fail "the program ended"
    sleep 0.5
  done
  fail "no result after $patience s"
}

# settle: waits until the window has looked the same for two seconds.
settle() {
  local seen= now same=0
  for _ in $(seq 150); do
    now=$(xwd -silent -id "$id" | sha1sum)
    [ "$now" = "$seen" ] && same=$((same + 1)) || same=0
    [ "$same" -ge 4 ] && return
    seen=$now
    sleep 0.5
  done
  fail "the window does not come to rest"
}

close() {
  xdotool windowfocus --sync "$id" key ctrl+q
  wait "$window_process" || fail "the program ended with status $?"
}

# photograph PROTEIN THEME SCALE: of the result that the library opened last.
photograph() {
  local key=1 perspective
  QT_SCALE_FACTOR=$3 open 60 --theme "$2"
  xdotool windowfocus --sync "$id"
  for perspective in overview explain array jobs; do
    xdotool key "ctrl+$key"
    key=$((key + 1))
    settle
    import -silent -window "$id" "$OUT/$1-$2-${3}x-$perspective.png"
  done
  close
}

# protein NAME [ARGUMENT...]: computes its result in a library of its own, then takes all its pictures.
protein() {
  local name=$1 theme scale
  shift
  export WHITEBOX_HOME="$WORK/$name/home" XDG_CONFIG_HOME="$WORK/$name/config"
  say "Computing $name"
  open 600 "$@"
  settle
  close
  for theme in light dark; do
    for scale in 1 2; do
      say "Photographing $name, $theme, $scale pixels a point"
      photograph "$name" "$theme" "$scale"
    done
  done
}

protein chey --example
SHARED=${WHITEBOX_SHARED:-$ROOT/../shared}/data/demo/1ABA_A
if [ -e "$SHARED/1ABA_A.aln" ]; then
  protein 1aba "$SHARED/1ABA_A.aln" "$SHARED/1ABA_A.pdb"
else
  say "1ABA_A is left out: $SHARED is not there"
fi
DIALOGS=$(dirname "$BIN")/../tests/app/dialog_pictures
if [ -x "$DIALOGS" ]; then
  say "Photographing the dialogs"
  for theme in light dark; do
    QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 quietly "$DIALOGS" "$OUT/dialogs-$theme" "$theme"
  done
  QT_QPA_PLATFORM=offscreen LC_ALL=de_DE.UTF-8 quietly "$DIALOGS" "$OUT/dialogs-german" light
else
  say "The dialogs are left out: $DIALOGS was not built"
fi
[ ! -s "$WORK/stderr" ] || fail "something was written to stderr"
say "Done: $OUT"
