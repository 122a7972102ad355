#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages: whitebox, and whitebox-torch with what needs LibTorch.
#
#   packaging/deb.sh           into build/package/packages, looked at by lintian
#   packaging/deb.sh --check   and installs them in a fresh Debian (a chroot; needs root), runs the programs as a user
#                              who may do nothing else, removes them and looks for what is left
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"
PACKAGES=$ROOT/build/package/packages

fail() {
  printf 'deb.sh: %s\n' "$1" >&2
  exit 1
}

make_packages() {
  install_packages $BUILD_PACKAGES $PACKAGE_BUILD_PACKAGES
  build package
  rm -rf "$PACKAGES"
  say "Packing"
  (cd build/package && quietly cpack -G DEB)
  say "Asking lintian"
  # The packages have never been in Debian's archive: there is no wish to close there.
  quietly lintian --fail-on error --suppress-tags initial-upload-closes-no-bugs "$PACKAGES"/*.deb
  ls -l "$PACKAGES"/*.deb
}

# in_chroot COMMAND...: as root. as_user COMMAND...: as nobody, in a home of its own, without a display.
in_chroot() { chroot "$CHROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() {
  chroot --userspec=65534:65534 "$CHROOT" env -i PATH=/usr/bin:/bin HOME=/srv/user LC_ALL=C.UTF-8 \
    QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/srv/user/run "$@"
}

tidy_up() {
  umount "$CHROOT/proc" 2> /dev/null || true
  rm -rf --one-file-system "$CHROOT"
}

make_chroot() {
  CHROOT=$(mktemp -d /var/tmp/whitebox-chroot.XXXXXX)
  trap tidy_up EXIT
  say "Making a fresh Debian in $CHROOT"
  quietly debootstrap --variant=minbase bookworm "$CHROOT" "${WHITEBOX_MIRROR:-http://deb.debian.org/debian}"
  chmod 755 "$CHROOT" # as mktemp made it, only root could be in it
  mount -t proc proc "$CHROOT/proc"
  cp /etc/resolv.conf "$CHROOT/etc/resolv.conf"
  quietly in_chroot apt-get install -y man-db
  mkdir -p "$CHROOT/srv/packages" "$CHROOT/srv/user/run"
  cp "$PACKAGES"/*.deb "$CHROOT/srv/packages"
  chown -R 65534:65534 "$CHROOT/srv/user"
  chmod 700 "$CHROOT/srv/user/run"
}

# 40 aligned sequences of 30 residues; a third of them varies. Without a gap they would be one long sequence.
write_alignment() {
  awk 'BEGIN { srand(7); letters = "ACDEFGHIKLMNPQRSTVWY"
    for (i = 1; i <= 30; i++) query[i] = substr(letters, 1 + int(20 * rand()), 1)
    for (n = 0; n < 40; n++) { row = ""
      for (i = 1; i <= 30; i++)
        row = row (n == 0 || rand() > 0.33 ? query[i] : rand() < 0.1 ? "-" : substr(letters, 1 + int(20 * rand()), 1))
      print row } }' > "$CHROOT/srv/user/family.aln"
}

# The window has to come up, stay and say nothing on stderr. Ended by the time limit (124).
open_window() {
  local status=0
  as_user timeout 10 whitebox /srv/user/family.aln 2> "$CHROOT/srv/window.txt" || status=$?
  [ "$status" = 124 ] || fail "the window ended with status $status: $(cat "$CHROOT/srv/window.txt")"
  sed -i '/^This plugin does not support/d' "$CHROOT/srv/window.txt" # Qt's, of the platform without a screen
  [ ! -s "$CHROOT/srv/window.txt" ] || fail "the window says $(cat "$CHROOT/srv/window.txt")"
}

use_programs() {
  say "Running what was installed"
  as_user whitebox-cli --version
  as_user whitebox --version
  as_user whitebox-train --help > /dev/null
  write_alignment
  quietly as_user whitebox-cli run /srv/user/family.aln --out /srv/user/out
  [ -s "$CHROOT/srv/user/out/distances.npy" ] || fail "no distances were predicted"
  open_window
  # A live search, a matrix, an explained pair, and their pictures.
  quietly as_user whitebox --example --demo-output /srv/user/demo
  [ -s "$CHROOT/srv/user/demo/figure.pdf" ] || fail "the example leaves no figure"
  for page in "$CHROOT"/usr/share/man/man1/whitebox*.gz; do
    as_user man -P cat "$(basename "$page" .1.gz)" > "$CHROOT/srv/page.txt" 2>&1
    grep -q '^NAME' "$CHROOT/srv/page.txt" || fail "man cannot show $(basename "$page")"
  done
  for type in x-scheme-handler/whitebox text/x-fasta; do
    grep -q "$type=.*whitebox.desktop" "$CHROOT/usr/share/applications/mimeinfo.cache" ||
      fail "the desktop was not told that whitebox opens $type"
  done
}

check_packages() {
  [ "$(id -u)" -eq 0 ] || fail "--check makes a chroot: run it as root"
  make_chroot
  say "Installing the packages and what they recommend"
  quietly in_chroot apt-get install -y shared-mime-info desktop-file-utils
  quietly in_chroot sh -c 'apt-get install -y /srv/packages/*.deb'
  use_programs
  say "Removing them"
  quietly in_chroot apt-get purge -y whitebox whitebox-torch
  local left
  left=$(cd "$CHROOT" && find usr etc var opt -iname '*whitebox*' ! -path 'var/log/*' ! -path 'var/cache/apt/*'
    grep -rl whitebox "$CHROOT/usr/share/mime" "$CHROOT/usr/share/applications" || true)
  [ -z "$left" ] || fail "this is left after the removal: $left"
}

make_packages
[ "${1:-}" = --check ] && check_packages
say "Done"
