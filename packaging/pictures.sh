#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Photographs the window anew for the manual (resources/manual/*.png), when the window looks different: the example is
# searched, predicted and explained without a display. Look at the pictures before they are committed.
#
#   packaging/pictures.sh
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

install_packages $BUILD_PACKAGES $RUN_PACKAGES pngquant imagemagick
install_example_sources
quietly cmake --preset dev -DWHITEBOX_TRAIN=OFF
quietly cmake --build build/dev --target manual_pictures
say "Photographing the window"
QT_QPA_PLATFORM=offscreen quietly build/dev/tests/app/manual_pictures "$WORK"
convert "$WORK/explained.png" -resize 900x "$WORK/tour.png"
pngquant --force --nofs --speed 1 --output resources/manual/window.png 256 "$WORK/explained.png" # the README's
# Only what a page shows; a palette is enough for it.
for picture in "$WORK"/*.png; do
  name=$(basename "$picture")
  grep -q "($name)" resources/manual/*.md || continue
  pngquant --force --nofs --speed 1 --output "resources/manual/$name" 48 "$picture"
done
say "Done"
