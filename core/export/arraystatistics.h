// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <span>

namespace WhiteBox {

/// Of the finite values of a slice. Without any, all numbers are 0.
struct ArrayStatistics
{
    static constexpr int kBins = 64;

    qint64 values = 0;  ///< finite
    qint64 missing = 0; ///< NaN or infinite
    double least = 0;
    double most = 0;
    double mean = 0;
    double deviation = 0; ///< of the population
    double zeroShare = 0; ///< 0..1 of the finite values that are exactly zero
    /// Values in kBins equal parts of least..most; all in the first where these are the same.
    std::array<qint64, kBins> bins{};
};
/// O(n).
ArrayStatistics statisticsOf(std::span<const float> values);

} // namespace WhiteBox
