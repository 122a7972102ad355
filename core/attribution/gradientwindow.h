// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"
#include "core/sequence/aminoacid.h"

#include <cstddef>
#include <span>
#include <vector>

namespace WhiteBox {

/// How a gradient passes a ReLU with input z and incoming gradient g.
enum class AttributionMethod {
    Gradient,  ///< g·[z > 0]
    Deconvnet, ///< g·[g > 0] (Zeiler & Fergus 2014)
    Guided,    ///< g·[z > 0]·[g > 0] (Springenberg et al. 2014)
};

/// Guided backpropagation and deconvnet of +y and of −y are different pictures, not negatives of each other.
enum class AttributionTarget { RaisesDistance, LowersDistance };

/// One explanation: the values G(a, b, Δi, Δj), 21×21 tiles of side×side (15×15 for the shipped network),
/// float32, order [a][b][Δi][Δj] with Δ running from −radius to +radius, Å per unit of the network's input.
/// It is the method applied to the target: +y for RaisesDistance, −y for LowersDistance (a positive value
/// then lowers the distance). Cells of residues outside 0..length−1 are no inputs: "outside", stored as 0 but
/// not zero.
struct GradientWindow
{
    ResiduePair pair;
    int channel = 3;
    AttributionMethod method = AttributionMethod::Guided;
    AttributionTarget target = AttributionTarget::RaisesDistance;
    int length = 0; ///< L of the protein
    int side = 0;   ///< 2·radius + 1
    /// Of the summed magnitude of the gradient by all inputs: not 0 for networks that see beyond the window.
    float outsideShare = 0;
    std::vector<float> values;

    int radius() const { return side / 2; }
    std::size_t index(int a, int b, int di, int dj) const
    {
        return (std::size_t(a * kStates + b) * std::size_t(side) + std::size_t(di + radius())) *
                   std::size_t(side) +
               std::size_t(dj + radius());
    }
    /// Δ from −radius to +radius.
    float at(int a, int b, int di, int dj) const { return values[index(a, b, di, dj)]; }
    bool isInside(int di, int dj) const
    {
        const int i = pair.i + di;
        const int j = pair.j + dj;
        return i >= 0 && i < length && j >= 0 && j < length;
    }
    /// side×side values of one amino-acid pair.
    std::span<const float> tile(int a, int b) const
    {
        return std::span<const float>(values).subspan(index(a, b, -radius(), -radius()),
                                                      std::size_t(side) * std::size_t(side));
    }
};

} // namespace WhiteBox
