// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/cropsampler.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <utility>

namespace WhiteBox::Train {
namespace {

/// The 441 half-precision values of pair (i, j), seen from i.
void copyPair(const CachedCouplings &couplings, int i, int j, std::uint16_t *out)
{
    if (i < j) {
        std::memcpy(out, couplings.pair(i, j), kBlock * sizeof *out);
    } else if (i > j) {
        const std::uint16_t *in = couplings.pair(j, i);
        for (int a = 0; a < kStates; ++a) {
            for (int b = 0; b < kStates; ++b)
                out[a * kStates + b] = in[b * kStates + a];
        }
    }
}

void fillInput(const Crop &crop, int side, int margin, std::uint16_t *input, float *factors, float *mask)
{
    const int length = crop.example->length();
    for (int y = 0; y < side; ++y) {
        const int i = crop.i - margin + y;
        for (int x = 0; x < side; ++x) {
            const int j = crop.j - margin + x;
            if (i < 0 || j < 0 || i >= length || j >= length)
                continue;
            copyPair(*crop.example->couplings, i, j, input + std::size_t(y * side + x) * kBlock);
            factors[y * side + x] = i == j ? 0.0F : crop.example->couplings->factor(i, j);
            mask[y * side + x] = 1;
        }
    }
}

void fillTruth(const Crop &crop, int size, float *truth, float *separation)
{
    const int length = crop.example->length();
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const int i = crop.i + y;
            const int j = crop.j + x;
            separation[y * size + x] = float(std::abs(i - j));
            for (int c = 0; c < kDistanceChannels; ++c) {
                truth[(c * size + y) * size + x] = i < length && j < length
                                                       ? crop.example->truth.at(c, i, j)
                                                       : std::numeric_limits<float>::quiet_NaN();
            }
        }
    }
}

/// A start such that every residue is covered alike, except for clamping at the ends.
int randomStart(int length, int size, std::mt19937_64 &random)
{
    std::uniform_int_distribution<int> start(-size / 2, length - size / 2);
    return std::clamp(start(random), 0, std::max(0, length - size));
}

} // namespace

std::vector<Crop> sampleEpoch(const std::vector<Example> &examples, int size, Halves halves,
                              std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<Crop> crops;
    for (const Example &example : examples) {
        const double area = double(example.length()) * example.length() / (2.0 * size * size);
        const int count = std::max(1, int(std::lround(area)));
        for (int n = 0; n < count; ++n) {
            int i = randomStart(example.length(), size, random);
            int j = randomStart(example.length(), size, random);
            if (halves == Halves::Upper && i > j)
                std::swap(i, j);
            crops.push_back({&example, i, j});
        }
    }
    std::shuffle(crops.begin(), crops.end(), random);
    return crops;
}

Batch makeBatch(const Crop *crops, int count, int size, int margin)
{
    const int side = size + 2 * margin;
    const auto factors = torch::zeros({count, side, side, 1});
    const auto halves = torch::zeros({count, side, side, kBlock}, torch::kHalf);
    Batch batch;
    batch.mask = torch::zeros({count, 1, side, side});
    batch.truth = torch::empty({count, kDistanceChannels, size, size});
    batch.separation = torch::empty({count, 1, size, size});
    for (int n = 0; n < count; ++n) {
        fillInput(crops[n], side, margin, static_cast<std::uint16_t *>(halves[n].data_ptr()),
                  factors[n].data_ptr<float>(), batch.mask[n].data_ptr<float>());
        fillTruth(crops[n], size, batch.truth[n].data_ptr<float>(), batch.separation[n].data_ptr<float>());
    }
    batch.input = halves.to(torch::kFloat32).mul_(factors).permute({0, 3, 1, 2});
    return batch;
}

} // namespace WhiteBox::Train
