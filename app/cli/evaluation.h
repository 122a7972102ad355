// SPDX-License-Identifier: GPL-3.0-or-later
// What "whitebox-cli evaluate" found out, and its plots.
#pragma once

#include "core/base/result.h"
#include "core/structure/contactmetrics.h"

#include <QString>

#include <array>
#include <vector>

namespace WhiteBox::Cli {

struct ChainResult
{
    QString id;
    int length = 0;
    double neff = 0;
    ContactMetrics network;
    ContactMetrics couplings;
    ContactMetrics separation;
    double asymmetry = 0;                         ///< of the prediction: largestAsymmetry(), Å
    std::vector<std::array<double, 2>> distances; ///< predicted and true (Å), separation ≥ 12; only for plots
};

struct Evaluation
{
    std::vector<ChainResult> chains;
    QString model;
    QString split;
};

/// The largest of all chains, Å.
double asymmetryOf(const Evaluation &evaluation);
/// Mean of one column over all chains.
ContactMetrics meanOf(const Evaluation &evaluation, ContactMetrics ChainResult::*column);

/// precision.png (by rank), distances.png (predicted and true) and depth.png (precision by depth of the
/// alignment). Fails: Io.
Result<void> writePlots(const Evaluation &evaluation, const QString &folder);

} // namespace WhiteBox::Cli
