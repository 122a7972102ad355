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
    int epochs = 60;          ///< at most
    double minutes = 0;       ///< at most, 0: no limit; the learning rate falls with the larger of the two fractions
    double learningRate = 1e-3;
    double weightDecay = 1e-4;
    double clampAngstrom = 24; ///< larger true distances count as this one
    double huberAngstrom = 8;  ///< residuals up to here count squared, beyond linearly
    double nearWeight = 1;     ///< pairs truly below 10 Å weigh 1 + this
    int patience = 12;         ///< epochs without a better validation score before it stops
    std::uint64_t seed = 1;
};

struct Validation
{
    double loss = 0;
    ContactMetrics metrics;
    /// What early stopping watches: mean long-range precision at L/5, L/2 and L.
    double score() const
    {
        return (metrics.longRange.l5 + metrics.longRange.l2 + metrics.longRange.l) / 3;
    }
};

/// Trains until a limit is reached, with best.pt, last.pt and log.csv in folder; goes on from last.pt where it is there.
/// examples() is asked at the start of each epoch: the cache may still be growing.
void train(const TrainOptions &options, const std::function<const std::vector<Example> &()> &examples,
           const std::vector<Example> &validation, const QDir &folder);

/// Loss and metrics of whole maps.
Validation validate(TrainNet &net, const std::vector<Example> &examples, const TrainOptions &options);

/// The network of best.pt.
TrainNet loadBest(const NetSpec &spec, const QDir &folder);

} // namespace WhiteBox::Train
