#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything with warnings as errors and runs all tests.
#
#   packaging/test.sh            the tests
#   packaging/test.sh --asan     the same under the address and undefined-behaviour sanitizers
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"
PRESET=dev
[ "${1:-}" = --asan ] && PRESET=dev-asan

install_packages $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
install_example_sources
build "$PRESET"

say "Running the tests"
ctest --preset "$PRESET"
[ "$PRESET" = dev-asan ] || packaging/fuzz.sh 3 # the readers of outside data, in the short form
say "Done"
