// SPDX-License-Identifier: GPL-3.0-or-later
// The network around one pair, in double precision: a second way to the same number, slow and plain, that
// finite differences and curves can lean on. The first layer is linear in the input, so that a move of the
// input moves its sums by a fixed amount.
#pragma once

#include "core/base/residuepair.h"
#include "core/network/convnet.h"

#include <memory>
#include <vector>

namespace WhiteBox {

/// One output as a function of the inputs in its window. Immutable; O(weights · field²) to make and to ask.
class LocalNetwork
{
public:
    LocalNetwork(std::shared_ptr<const ConvNet> network, const InputStack &input, ResiduePair pair,
                 int channel);

    /// First layer's sums, before bias: [y][x][output] of a square around the pair.
    using Sums = std::vector<double>;

    /// What the first layer's sums change by when one input of the window grows by 1.
    Sums moveOf(int a, int b, int di, int dj) const;
    /// The same for a whole direction: values in the order of GradientWindow, cells outside the protein
    /// ignored.
    Sums moveOf(const std::vector<float> &direction) const;
    /// The output, Å, at input + t · move.
    double outputAt(const Sums &move, double t) const;
    double output() const;

    /// The output near one point of the way input + t · move. It is straight between `down` and `up`.
    struct Trace
    {
        double output = 0;      ///< Å
        double slope = 0;       ///< of the output by t
        double down = 0;        ///< the nearest t below and above at which a hidden unit switches;
        double up = 0;          ///< infinite where none does
        std::vector<char> open; ///< which hidden units pass, in a fixed order
    };
    Trace trace(const Sums &move, double t) const;

private:
    bool isInside(int di, int dj) const;
    void addInput(int di, int dj, const std::vector<float> &block, Sums &sums) const;
    double finish(Sums sums) const;
    Sums convolve(std::size_t layer, int radius, const Sums &sums) const;
    void rectify(int radius, int channels, double t, Trace &trace, Sums &sums, Sums &slopes) const;

    std::shared_ptr<const ConvNet> m_network;
    ResiduePair m_pair;
    int m_channel = 0;
    int m_length = 0;
    int m_firstRadius = 0; ///< of the square of the first layer's outputs that the pair sees
    Sums m_sums;
    std::vector<std::vector<double>> m_weights; ///< of the layers after the first, [tap][input][output]
};

} // namespace WhiteBox
