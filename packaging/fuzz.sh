#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the readers of outside data (tests/fuzz) under the address and undefined-behaviour sanitizers.
#
#   packaging/fuzz.sh SECONDS [TARGET...]    each target, or those named, for so long; two at a time
#
# What is new in the corpus goes to build/fuzz/new/TARGET. Ends with 1 when anything was found, and says where
# the input lies that shows it.
set -euo pipefail
source "$(dirname "$0")/common.sh"
cd "$ROOT"
SECONDS_EACH=${1:?Usage: packaging/fuzz.sh SECONDS [TARGET...]}
shift
SEED=0 # a new one each time
[ "$SECONDS_EACH" -ge 60 ] || SEED=1 # what a short run finds was brought by the last change, not by chance
TREE=$ROOT/build/fuzz

install_packages $BUILD_PACKAGES $FUZZ_PACKAGES
say "Configuring (fuzz)"
quietly cmake -S "$ROOT" -B "$TREE" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
  -DWHITEBOX_FUZZ=ON -DWHITEBOX_TESTS=OFF -DWHITEBOX_TRAIN=OFF
say "Building the fuzz targets"
quietly cmake --build "$TREE" --target fuzzers -j "$(nproc)"

# fuzz TARGET: one line of what it did; 1 when it found anything.
fuzz() {
  local name=$1 seeds=$ROOT/tests/fuzz/corpus/$1 new=$TREE/new/$1 log=$TREE/new/$1.log status=0
  mkdir -p "$new"
  rm -f "$TREE/new/$name"-{crash,leak,oom,timeout,slow-unit}-*
  QT_QPA_PLATFORM=offscreen "$TREE/tests/fuzz/fuzz_$name" -max_total_time="$SECONDS_EACH" -rss_limit_mb=2048 \
    -timeout=10 -seed=$SEED -print_final_stats=1 -artifact_prefix="$TREE/new/$name-" "$new" "$seeds" > "$log" 2>&1 || status=1
  printf '%-12s %10s runs, %5s edges%s\n' "$name" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)" \
    "$([ $status = 0 ] || printf ': FOUND %s, told in %s' "$(ls "$TREE/new/$name"-*-* 2> /dev/null | tr '\n' ' ')" "$log")"
  return $status
}
export -f fuzz
# HDF5 asks for what a damaged header claims before it looks for it, and goes on without; our own new[] may not.
export ASAN_OPTIONS=max_allocation_size_mb=1024:allocator_may_return_null=1:suppressions=$ROOT/tests/support/asan.supp
export LSAN_OPTIONS=suppressions=$ROOT/tests/support/lsan.supp:print_suppressions=0
export ROOT TREE SECONDS_EACH SEED

[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls fuzz_*.cpp | sed 's/fuzz_\(.*\)\.cpp/\1/')
say "Fuzzing $# targets for $SECONDS_EACH s each"
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'
say "Nothing found"
