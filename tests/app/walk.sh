#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Walks the way of a user through the window on a display of its own (Xvfb), with the keys and the mouse of
# xdotool: opens an alignment, clicks and drags over the map, zooms, types a pair, chooses channel, scale,
# perspectives, enlarges a tile, quits.
# Every step has to change what is seen, and nothing may be written to stderr.
#   walk.sh WHITEBOX [FOLDER]     FOLDER keeps the screenshots
set -euo pipefail
whitebox=$1
work=$(mktemp -d)
shots=${2:-$work}
mkdir -p "$shots"
finish() {
    kill "${window_process:-}" "${display_process:-}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "walk: $1" >&2
    [ -z "${id:-}" ] || xwd -silent -id "$id" > "$shots/failed.xwd" || true
    cat "$work/stderr" >&2 2>/dev/null || true
    exit 1
}

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
display_process=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || fail "Xvfb does not start"
export DISPLAY=":$(cat "$work/display")" WHITEBOX_HOME="$work/home" XDG_CONFIG_HOME="$work/config"
export QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR="$work/runtime"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# 60 aligned sequences of 50 residues; a third of them varies.
awk 'BEGIN { srand(7); letters = "ACDEFGHIKLMNPQRSTVWY"
    for (i = 1; i <= 50; i++) query[i] = substr(letters, 1 + int(20 * rand()), 1)
    for (n = 0; n < 60; n++) { row = ""
        for (i = 1; i <= 50; i++)
            row = row (n == 0 || rand() > 0.33 ? query[i] : rand() < 0.1 ? "-" : substr(letters, 1 + int(20 * rand()), 1))
        print row } }' > "$work/family.aln"

"$whitebox" --theme light "$work/family.aln" 2>"$work/stderr" &
window_process=$!
id=$(timeout 60 xdotool search --sync --onlyvisible --pid "$window_process" --name 'White Box' | head -1)
[ -n "$id" ] || fail "no window"
for _ in $(seq 150); do
    xdotool getwindowname "$id" | grep -q '– White Box' && break
    kill -0 "$window_process" 2>/dev/null || fail "the program ended"
    sleep 0.2
done
xdotool getwindowname "$id" | grep -q '– White Box' || fail "no result"
xdotool windowfocus --sync "$id"

seen=
# step NAME COMMAND…: what is seen has to change within 20 seconds.
step() {
    local name=$1 now
    shift
    "$@"
    for _ in $(seq 100); do
        sleep 0.2
        now=$(xwd -silent -id "$id" | sha1sum)
        [ "$now" != "$seen" ] && break
    done
    [ "$now" != "$seen" ] || fail "$name changes nothing"
    sleep 0.5
    xwd -silent -id "$id" > "$shots/$name.xwd"
    seen=$(sha1sum < "$shots/$name.xwd")
}
step result true
step click xdotool mousemove --window "$id" 560 330 click 1
step channel xdotool key 1
step scale xdotool key s
step ranked xdotool key n
step typed xdotool key ctrl+g type --delay 20 $'12,40\n'
step keys_are_for_the_map_again xdotool key n
step transposed xdotool key t
step dragged xdotool mousemove --window "$id" 560 330 mousedown 1 mousemove --window "$id" 600 300 \
    mousemove --window "$id" 640 360 mouseup 1
step zoomed xdotool mousemove --window "$id" 580 330 click --repeat 3 --delay 60 4
step overview xdotool key ctrl+1
step array xdotool key ctrl+3
step jobs xdotool key ctrl+4
step explain xdotool key ctrl+2
step tile xdotool mousemove --window "$id" 250 752 sleep 0.3 click --repeat 2 --delay 60 1
step tiles xdotool key Escape
xdotool key ctrl+q
for _ in $(seq 100); do kill -0 "$window_process" 2>/dev/null || break; sleep 0.1; done
kill -0 "$window_process" 2>/dev/null && fail "Ctrl+Q does not end the program"
wait "$window_process" || fail "the program ended with status $?"
[ ! -s "$work/stderr" ] || fail "something was written to stderr"
