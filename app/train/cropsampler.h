// SPDX-License-Identifier: GPL-3.0-or-later
// Square crops of proteins' input and true distances, ready for the network.
#pragma once

#include "app/train/couplingcache.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace WhiteBox::Train {

/// A protein of the training or validation set.
struct Example
{
    QString id;
    std::shared_ptr<const CachedCouplings> couplings;
    DistanceMap truth;

    int length() const { return truth.length(); }
};

/// A crop: residues [i, i + size) × [j, j + size) of an example; what lies outside of the protein is masked.
struct Crop
{
    const Example *example = nullptr;
    int i = 0;
    int j = 0;
};

struct Batch
{
    at::Tensor input;      ///< (B, 441, S + 14, S + 14), float32, channels last
    at::Tensor mask;       ///< (B, 1, S + 14, S + 14), float32: 1 inside of the protein
    at::Tensor truth;      ///< (B, 4, S, S), Å, NaN where unknown
    at::Tensor separation; ///< (B, 1, S, S), |i − j|
};

/// Which crops an epoch holds. Both: from either half of the matrix; since w_ij(a,b) = w_ji(b,a), this is the
/// augmentation by transposition. Upper: i ≤ j; the other half would teach a symmetric network the same.
enum class Halves { Both, Upper };

/// Crops of one epoch in random order, as many of each protein as half its area asks for.
std::vector<Crop> sampleEpoch(const std::vector<Example> &examples, int size, Halves halves,
                              std::uint64_t seed);

Batch makeBatch(const Crop *crops, int count, int size, int margin);

} // namespace WhiteBox::Train
