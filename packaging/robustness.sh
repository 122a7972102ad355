#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long form of the robustness tests, which packaging/test.sh runs in their short form: hundreds of kills, full
# loads and 10 minutes of fuzzing for each reader. Takes hours.
#
#   packaging/robustness.sh                all of it
#   packaging/robustness.sh --tests        without the fuzzers
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"

install_packages $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
install_example_sources
build dev

say "Running the robustness tests in their long form"
status=0 # what took hours is done to its end, whatever the first part found
WHITEBOX_LONG=1 QTEST_FUNCTION_TIMEOUT=7200000 ctest --preset dev -L robustness -j 1 || status=1
if [ "${1:-}" != --tests ]; then
  packaging/fuzz.sh 600 || status=1
fi
[ $status = 0 ] || { say "Something was found: see above"; exit 1; }
say "Done"
