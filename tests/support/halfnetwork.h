// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/foreignnetwork.h"

namespace WhiteBox::Test {

/// What HalfNetwork says of all that it cannot do.
Error brokenEngine();

/// Predicts 0 Å everywhere and explains all channels but the first with seeded numbers; whatever goes
/// further (curves, random weights) fails.
class HalfNetwork : public ForeignNetwork
{
public:
    int outputChannels() const override { return kDistanceChannels; }
    int receptiveField() const override { return 15; }
    QString fingerprint() const override { return QStringLiteral("half"); }
    Result<DistanceMap> forward(const InputStack &input, int threads, const StopToken &stop) const override;
    Result<std::vector<float>> gradient(const InputStack &input,
                                        const OutputQuestion &question) const override;
    Result<std::vector<double>> outputsAlong(const InputStack &input, std::span<const float> direction,
                                             std::span<const double> steps, ResiduePair pair,
                                             int channel) const override;
    int layerCount() const override { return 3; }
    Result<std::shared_ptr<const ForeignNetwork>> randomised(int layers, std::uint32_t seed) const override;
};

} // namespace WhiteBox::Test
