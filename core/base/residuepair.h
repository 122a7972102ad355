// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <compare>
#include <cstdlib>
#include <string_view>

namespace WhiteBox {

/// Two residues of the query, 0-based. Everything shown to a person counts from 1: only this type converts.
struct ResiduePair
{
    int i = 0;
    int j = 0;

    int separation() const { return std::abs(i - j); }
    ResiduePair transposed() const { return {j, i}; }
    auto operator<=>(const ResiduePair &) const = default;

    /// "12,40", or "L12-V40" with the query's letters. 1-based.
    QString text(std::string_view sequence = {}) const;
    /// Reads "12,40", "12 40", "12-40" or "L12-V40" (1-based). With a sequence, letters must agree with it.
    /// Fails: InvalidInput, also outside 1..length.
    static Result<ResiduePair> parse(const QString &text, int length, std::string_view sequence = {});
};

} // namespace WhiteBox
