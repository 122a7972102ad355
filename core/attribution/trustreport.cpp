// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/trustreport.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrustReport)
};

} // namespace

DeconvnetConstancy deconvnetConstancy(const Explainer &explainer, ResiduePair pair, int channel,
                                      AttributionTarget target)
{
    const int length = explainer.input().length();
    const int radius = explainer.windowSide() / 2;
    const int low = std::min(radius, length - 1);
    const int high = std::max(low, length - 1 - radius);
    const auto inner = [&](int residue, int step) {
        return low + (std::clamp(residue, low, high) - low + step) % (high - low + 1);
    };
    DeconvnetConstancy found;
    found.one = {inner(pair.i, 0), inner(pair.j, 0)};
    found.other = {inner(pair.i, 3), inner(pair.j, 7)};
    if (found.other == found.one)
        found.other = {found.one.i, (found.one.j + 1) % length};
    found.change = found.other == found.one
                       ? std::numeric_limits<double>::quiet_NaN()
                       : deconvnetChange(explainer, found.one, found.other, channel, target);
    return found;
}

Result<TrustReport> trustReport(const Explainer &explainer, ResiduePair pair, const WindowQuestion &question,
                                const StopToken &stop, const Progress &progress)
{
    TrustReport report;
    report.pair = pair;
    report.question = question;
    report.completeness = completeness(explainer, pair, question.channel);
    report.differences = finiteDifferences(explainer, pair, question.channel);
    report.symmetry = symmetryAudit(explainer, pair, question.channel, question.method, question.target);
    report.constancy = deconvnetConstancy(explainer, pair, question.channel, question.target);
    for (std::size_t method = 0; method < report.randomisation.size(); ++method) {
        progress.report(double(1 + method) / double(1 + report.randomisation.size()),
                        Text::tr("Randomising the weights"));
        auto steps = randomiseWeights(explainer, pair, question.channel, kExplanationMethods[method],
                                      question.target, {}, stop);
        if (!steps.isOk())
            return std::move(steps).error();
        report.randomisation[method] = std::move(steps).value();
    }
    return report;
}

TrustNote noteOf(TrustTest test)
{
    switch (test) {
    case TrustTest::Completeness:
        return {Text::tr(
                    "The network is piecewise linear: input times plain gradient and the biases' part should "
                    "make up the prediction; more than rounding left over means that the gradient is wrong."),
                Text::tr("Sundararajan, Taly and Yan 2017; Srinivas and Fleuret 2019")};
    case TrustTest::FiniteDifferences:
        return {
            Text::tr("The plain gradient should agree with central differences of a second, double-precision "
                     "network: then the engine computes what it says."),
            Text::tr("numerical differentiation, step 1e-6")};
    case TrustTest::Randomisation:
        return {
            Text::tr(
                "A picture that stays alike when the network's layers are randomised from the output down "
                "does not explain the network; guided backpropagation is known to change too little."),
            Text::tr("Adebayo et al. 2018, Sanity checks for saliency maps")};
    case TrustTest::Symmetry:
        return {
            Text::tr(
                "Couplings are symmetric, so that the windows of (i, j) and (j, i) should be each other's "
                "transposes; a network whose weights are not tied need not be."),
            Text::tr("definition of the couplings")};
    case TrustTest::DeconvnetConstancy:
        break;
    }
    return {
        Text::tr(
            "Without pooling the deconvnet does not look at the input: a picture that is the same for two "
            "pairs away from the borders, whatever the protein, explains neither."),
        Text::tr("Mahendran and Vedaldi 2016; Nie, Zhang and Patel 2018")};
}

} // namespace WhiteBox
