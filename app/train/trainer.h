// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/train/cropsampler.h"
#include "app/train/trainnet.h"
#include "core/structure/contactmetrics.h"

#include <functional>

namespace WhiteBox::Train {

struct TrainOptions
{
    NetSpec net;
    int cropSize = 64;
    int batchSize = 4;
    int epochs = 60; ///< at most
    double minutes =
        0; ///< at most, 0: no limit; the learning rate falls with the larger of the two fractions
    double learningRate = 1e-3;
    double weightDecay = 1e-4;
    double clampAngstrom = 24;  ///< larger true distances count as this one
    double huberAngstrom = 8;   ///< residuals up to here count squared, beyond linearly
    double softAngstrom = 0;    ///< above 0: distances are compared after saturate(), with this width
    double centreAngstrom = 14; ///< where saturate() bends
    double straightShare =
        0; ///< weight of the loss on distances as they are, beside the one after saturate()
    double averaging = 0.999; ///< of the weights over steps; the averaged ones are validated and kept
    double nearWeight = 1;    ///< pairs truly below 10 Å weigh 1 + this
    int patience = 12;        ///< epochs without a better validation score before it stops
    std::uint64_t seed = 1;
};

/// d where far below centre, bending over to the constant centre far above: centre − soft·softplus((centre −
/// d)/soft). What minimises squared differences of it follows the chance of a short distance, and ranks pairs
/// better than the mean distance does; far pairs are not asked how far they are.
at::Tensor saturate(const at::Tensor &distance, double centre, double soft);

struct Validation
{
    double loss = 0;
    ContactMetrics metrics;
    /// What early stopping watches: mean long-range precision at L/5, L/2 and L.
    double score() const { return (metrics.longRange.l5 + metrics.longRange.l2 + metrics.longRange.l) / 3; }
};

/// Trains until a limit is reached, with best.pt, last.pt and log.csv in folder; goes on from last.pt where
/// it is there. examples() is asked at the start of each epoch: the cache may still be growing.
void train(const TrainOptions &options, const std::function<const std::vector<Example> &()> &examples,
           const std::vector<Example> &validation, const QDir &folder);

/// Loss and metrics of whole maps.
Validation validate(TrainNet &net, const std::vector<Example> &examples, const TrainOptions &options);

/// The network of best.pt.
TrainNet loadBest(const NetSpec &spec, const QDir &folder);

} // namespace WhiteBox::Train
