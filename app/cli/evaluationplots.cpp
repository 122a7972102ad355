// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation.h"
#include "core/export/plot.h"

#include <QCoreApplication>
#include <QDir>

#include <cmath>

namespace WhiteBox::Cli {

namespace {

PlotSeries byRank(const QString &name, Rgb colour, const TopPrecision &top)
{
    return {
        name, colour, PlotSeries::Style::Line, {{0.1, top.l10}, {0.2, top.l5}, {0.5, top.l2}, {1.0, top.l}}};
}

Plot precisionPlot(const Evaluation &evaluation)
{
    Plot plot;
    plot.title = QStringLiteral("Long-range contacts among the first pairs, mean of %1 chains (%2)")
                     .arg(evaluation.chains.size())
                     .arg(evaluation.split);
    plot.xLabel = QStringLiteral("rank / L");
    plot.yLabel = QStringLiteral("precision");
    plot.xRange = {0, 1.05};
    plot.series = {
        byRank(QStringLiteral("network"), kPlotBlue, meanOf(evaluation, &ChainResult::network).longRange),
        byRank(QStringLiteral("couplings (APC)"), kPlotOrange,
               meanOf(evaluation, &ChainResult::couplings).longRange),
        byRank(QStringLiteral("separation"), kPlotGrey,
               meanOf(evaluation, &ChainResult::separation).longRange)};
    return plot;
}

Plot distancePlot(const Evaluation &evaluation)
{
    Plot plot;
    plot.title = QStringLiteral("Cb-Cb distances, separation >= 12, %1 chains (%2)")
                     .arg(evaluation.chains.size())
                     .arg(evaluation.split);
    plot.xLabel = QStringLiteral("predicted (A)");
    plot.yLabel = QStringLiteral("true (A)");
    plot.xRange = {3, 25};
    plot.yRange = {3, 40};
    PlotSeries pairs{{}, kPlotBlue, PlotSeries::Style::Density, {}};
    for (const ChainResult &chain : evaluation.chains)
        pairs.points.insert(pairs.points.end(), chain.distances.begin(), chain.distances.end());
    plot.series = {std::move(pairs),
                   {QStringLiteral("equal"), kPlotOrange, PlotSeries::Style::Line, {{3, 3}, {25, 25}}}};
    return plot;
}

Plot depthPlot(const Evaluation &evaluation)
{
    Plot plot;
    plot.title =
        QStringLiteral("Long-range precision at L/5 by depth of the alignment (%1)").arg(evaluation.split);
    plot.xLabel = QStringLiteral("log10 of Neff / L");
    plot.yLabel = QStringLiteral("precision");
    plot.xRange = {-1.5, 2};
    plot.yRange = {-0.02, 1.02};
    PlotSeries couplings{QStringLiteral("couplings (APC)"), kPlotOrange, PlotSeries::Style::Points, {}};
    PlotSeries network{QStringLiteral("network"), kPlotBlue, PlotSeries::Style::Points, {}};
    for (const ChainResult &chain : evaluation.chains) {
        const double depth = std::log10(chain.neff / chain.length);
        couplings.points.push_back({depth, chain.couplings.longRange.l5});
        network.points.push_back({depth, chain.network.longRange.l5});
    }
    plot.series = {std::move(couplings), std::move(network)};
    return plot;
}

} // namespace

Result<void> writePlots(const Evaluation &evaluation, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error::io(folder, QCoreApplication::translate("Cli", "The folder for plots cannot be made"),
                         {}, QCoreApplication::translate("Cli", "Choose another folder."));
    const QDir place(folder);
    for (const auto &[name, plot] : {std::pair{QStringLiteral("precision.png"), precisionPlot(evaluation)},
                                     std::pair{QStringLiteral("distances.png"), distancePlot(evaluation)},
                                     std::pair{QStringLiteral("depth.png"), depthPlot(evaluation)}}) {
        if (auto saved = savePng(place.filePath(name), drawPlot(plot)); !saved.isOk())
            return saved;
    }
    return {};
}

} // namespace WhiteBox::Cli
