// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

/// Neighbouring residues of one chain: first to last − 1, 0-based. Like ResiduePair it turns itself into the
/// numbers that people read, which count from 1 and name the last one too.
struct ResidueRange
{
    int first = 0;
    int last = 0; ///< one past the end

    int length() const { return last - first; }
    bool operator==(const ResidueRange &) const = default;

    /// "12-240".
    QString text() const;
    /// Reads "12-240". Fails: InvalidInput, also outside 1..length.
    static Result<ResidueRange> parse(const QString &text, int length);
};

} // namespace WhiteBox
