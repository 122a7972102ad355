// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/contactscore.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace WhiteBox {

namespace {

double centredNorm(std::span<const float, kBlock> w)
{
    double mean = 0;
    for (const float value : w)
        mean += value;
    mean /= kBlock;
    double sum = 0;
    for (int a = 0; a < kAminoAcids; ++a)
        for (int b = 0; b < kAminoAcids; ++b) {
            const double d = double(w[std::size_t(a * kStates + b)]) - mean;
            sum += d * d;
        }
    return std::sqrt(sum);
}

void forEachOffDiagonal(ContactScore &score, auto &&f)
{
    for (int i = 0; i < score.length; ++i)
        for (int j = 0; j < score.length; ++j)
            if (i != j)
                f(i, j, score.values[std::size_t(i) * std::size_t(score.length) + std::size_t(j)]);
}

void correctAverageProduct(ContactScore &score)
{
    const int L = score.length;
    std::vector<double> column(std::size_t(L), 0.0);
    double all = 0;
    forEachOffDiagonal(score, [&](int, int j, double value) {
        column[std::size_t(j)] += value / L;
        all += value / (double(L) * L);
    });
    double lowest = std::numeric_limits<double>::infinity();
    forEachOffDiagonal(score, [&](int i, int j, double &value) {
        if (all > 0)
            value -= column[std::size_t(i)] * column[std::size_t(j)] / all;
        lowest = std::min(lowest, value);
    });
    forEachOffDiagonal(score, [&](int, int, double &value) { value -= lowest; });
}

// Over the off-diagonal values; the diagonal stays 0.
void rescale(ContactScore &score)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    forEachOffDiagonal(score, [&](int, int, double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    });
    if (high > low)
        forEachOffDiagonal(score, [&](int, int, double &value) { value = (value - low) / (high - low); });
}

} // namespace

ContactScore contactScore(const CouplingTensor &couplings, const ContactScoreOptions &options)
{
    const int L = couplings.length();
    ContactScore score{L, std::vector<double>(std::size_t(L) * std::size_t(L), 0.0)};
    for (int i = 0; i < L; ++i)
        for (int j = i + 1; j < L; ++j) {
            const double s = centredNorm(couplings.stored(i, j));
            score.values[std::size_t(i) * std::size_t(L) + std::size_t(j)] = s;
            score.values[std::size_t(j) * std::size_t(L) + std::size_t(i)] = s;
        }
    if (options.averageProductCorrection)
        correctAverageProduct(score);
    if (options.rescale)
        rescale(score);
    return score;
}

} // namespace WhiteBox
