// SPDX-License-Identifier: GPL-3.0-or-later
// gemmi has vectors of types that are still incomplete. clang 14 refuses them where C++20 makes vectors
// constexpr; this, included first, takes that from the vectors of GCC's library, and from nothing else.
#pragma once

#include <string>

#pragma push_macro("_GLIBCXX20_CONSTEXPR")
#undef _GLIBCXX20_CONSTEXPR
#define _GLIBCXX20_CONSTEXPR
#define __fill_a1                                                                                            \
    __fill_a1_of_bits // declared constexpr elsewhere; fills vectors of bool, of which there are none
#include <vector>
#undef __fill_a1
#pragma pop_macro("_GLIBCXX20_CONSTEXPR")
