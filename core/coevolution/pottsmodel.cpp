// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/pottsmodel.h"

#include "core/base/systemmemory.h"
#include "core/coevolution/convergedfit.h"
#include "core/coevolution/fitcheckpoint.h"
#include "core/coevolution/pottsobjective.h"
#include "core/coevolution/sequenceweights.h"
#include "core/coevolution/similaritytree.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>

namespace WhiteBox {

namespace {

constexpr int kFewestColumns = 5;
constexpr int kMostColumns = 8191;
constexpr int kLineSearchTrials = 5;
constexpr double kSufficientDecrease = 1e-4;
constexpr double kCurvature = 0.2;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PottsModel)
};

Error refusal(const QString &why, const QString &remedy)
{
    Error error;
    error.what = Text::tr("No couplings can be computed from this alignment");
    error.why = why;
    error.remedy = remedy;
    return error;
}

Result<void> checkAlignment(const Alignment &alignment)
{
    if (alignment.rows() < 2)
        return refusal(alignment.rows() == 0 ? Text::tr("it has no rows") : Text::tr("it has one row only"),
                       Text::tr("Coevolution needs homologs: search a larger database."));
    if (alignment.columns() < kFewestColumns)
        return refusal(
            Text::tr("it has %1 columns, fewer than %2").arg(alignment.columns()).arg(kFewestColumns),
            Text::tr("Use a longer sequence."));
    if (alignment.columns() > kMostColumns)
        return refusal(Text::tr("it has %1 columns, more than %2").arg(alignment.columns()).arg(kMostColumns),
                       Text::tr("Cut the protein into domains."));
    if (std::ranges::all_of(alignment.states(), [](std::uint8_t state) { return state == kGap; }))
        return refusal(Text::tr("it holds nothing but gaps"),
                       Text::tr("Check that it is a protein alignment."));
    const auto first = alignment.row(0);
    for (int n = 1; n < alignment.rows(); ++n)
        if (!std::ranges::equal(alignment.row(n), first))
            return {};
    return refusal(Text::tr("all %1 rows are identical").arg(alignment.rows()),
                   Text::tr("Coevolution needs variation: search a larger database."));
}

/// Tells of iterations as they end.
class IterationReport
{
public:
    IterationReport(const Progress &progress, int resumedFrom)
        : m_progress(progress)
        , m_resumedFrom(resumedFrom)
    {}

    void operator()(const PottsIteration &iteration) const
    {
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        m_progress.report(couplingsFraction(iteration.iteration),
                          couplingsProgressText(iteration, seconds, iteration.iteration - m_resumedFrom));
    }

private:
    const Progress &m_progress;
    int m_resumedFrom;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// ccmpred's optimiser (libconjugrad): no restarts, α from the last accepted step, halved at most four times.
class ConjugateGradients
{
public:
    ConjugateGradients(PottsObjective &objective, const PottsOptions &options, const StopToken &stop,
                       const std::function<void()> &report, OptimiserState &state)
        : m_objective(objective)
        , m_options(options)
        , m_stop(stop)
        , m_report(report)
        , m_state(state)
    {}

    /// Goes on from the fit's trace. False when stopped.
    bool run(PottsFit &fit)
    {
        const PottsSums &sums = m_objective.sums();
        const bool first = fit.trace.empty();
        const bool minimised = sums.gg <= 1e-8 || sums.gg / sums.xx <= m_options.epsilon;
        fit.status = first ? PottsStatus::AlreadyMinimised : PottsStatus::Converged;
        for (bool done = first ? minimised : converged(fit.trace); !done;)
            if (!iterate(fit, done))
                return false;
        fit.objective = sums.objective;
        return true;
    }

private:
    bool iterate(PottsFit &fit, bool &done)
    {
        const PottsSums &sums = m_objective.sums();
        const int before = int(fit.trace.size());
        if (m_options.iterationLimit() > 0 && before >= m_options.iterationLimit()) {
            fit.status = PottsStatus::IterationLimit;
            done = true;
            return true;
        }
        const double gg = sums.gg;
        const double beta = before > 0 ? gg / m_state.lastGg : 0;
        const double slope = beta * sums.sg - gg; // of s = beta·s − g
        m_state.step = before > 0 ? m_state.step * m_state.lastSlope / slope : 1 / std::sqrt(gg);
        m_state.lastGg = gg;
        m_state.lastSlope = slope;
        int trials = 0;
        bool accepted = false;
        if (!searchLine(beta, slope, trials, accepted))
            return false;
        if (!accepted) {
            fit.status = PottsStatus::LineSearchFailed;
            done = true;
            return true;
        }
        fit.trace.push_back({before + 1, trials, sums.objective, sums.xx, sums.gg, m_state.step});
        m_report();
        done = converged(fit.trace);
        if (done)
            fit.status = PottsStatus::Converged;
        return true;
    }

    bool searchLine(double beta, double slope, int &trials, bool &accepted)
    {
        const double start = m_objective.sums().objective;
        if (!m_objective.turn(beta, m_stop))
            return false;
        for (trials = 1; trials <= kLineSearchTrials; ++trials) {
            if (!m_objective.probe(m_state.step, m_stop))
                return false;
            const LinePoint &point = m_objective.probed();
            accepted = point.objective <= start + kSufficientDecrease * m_state.step * slope &&
                       point.sg < kCurvature * slope;
            if (accepted)
                break;
            m_state.step *= 0.5;
        }
        return m_objective.settle(m_stop);
    }

    bool converged(const std::vector<PottsIteration> &trace) const
    {
        const int before = int(trace.size()) - 1;
        if (before < m_options.lookBack)
            return false;
        const double then = trace[std::size_t(before - m_options.lookBack)].objective;
        return (then - trace.back().objective) / then < m_options.epsilon;
    }

    PottsObjective &m_objective;
    const PottsOptions &m_options;
    const StopToken &m_stop;
    const std::function<void()> &m_report;
    OptimiserState &m_state;
};

Alignment reordered(const Alignment &alignment, std::span<const int> order)
{
    std::vector<std::uint8_t> states;
    states.reserve(alignment.states().size());
    for (const int n : order)
        states.insert(states.end(), alignment.row(n).begin(), alignment.row(n).end());
    return Alignment(alignment.columns(), std::move(states));
}

} // namespace

// Natural alignments meet ccmpred's criterion after 28 to 45 iterations; F says nothing about the end before
// it comes.
constexpr double kUsualIterations = 36;

double couplingsFraction(int iteration)
{
    return iteration < kUsualIterations ? 0.9 * iteration / kUsualIterations
                                        : 1 - 0.1 * kUsualIterations / iteration;
}

QString couplingsProgressText(const PottsIteration &iteration, double seconds, int iterations)
{
    QString text = Text::tr("Iteration %1: F = %2, |g| = %3, step %4")
                       .arg(iteration.iteration)
                       .arg(iteration.objective, 0, 'f', 1)
                       .arg(std::sqrt(iteration.gradientSquaredNorm), 0, 'g', 4)
                       .arg(iteration.step, 0, 'g', 3);
    const double left = iterations > 0 ? (kUsualIterations - iteration.iteration) * seconds / iterations : 0;
    if (left >= 1)
        text += Text::tr(", about %1 s left").arg(left, 0, 'f', 0);
    return text;
}

Result<void> checkCouplingsInput(const Alignment &alignment, const PottsOptions &options)
{
    if (auto checked = checkAlignment(alignment); !checked.isOk())
        return checked;
    if (!options.start || options.start->length() == alignment.columns())
        return {};
    Error error = refusal(Text::tr("the start couplings have %1 columns, the alignment %2")
                              .arg(options.start->length())
                              .arg(alignment.columns()),
                          Text::tr("Choose the couplings of this alignment, or none."));
    error.kind = ErrorKind::Mismatch;
    return error;
}

Result<PottsFit> inferCouplings(const Alignment &alignment, const PottsOptions &options,
                                const StopToken &stop, const Progress &progress)
{
    if (auto checked = checkCouplingsInput(alignment, options); !checked.isOk())
        return std::move(checked).error();
    if (auto fits = checkCouplingsMemory(alignment.rows(), alignment.columns(), options.threads);
        !fits.isOk())
        return std::move(fits).error();
    progress.report(-1, Text::tr("Weighting %1 rows").arg(alignment.rows()));
    auto weights = sequenceWeights(alignment, options.identityThreshold, options.threads, stop);
    if (!weights.isOk())
        return std::move(weights).error();
    // Neighbours that are alike read the same rows of the tables, which then still lie in the L1 cache.
    const SimilarityTree tree = similarityTree(alignment, stop);
    if (stop.stop_requested())
        return Error::cancelled();
    std::vector<float> ordered;
    for (const int n : tree.order)
        ordered.push_back(weights.value().weights[std::size_t(n)]);
    const SimdLevel level = options.simd.value_or(simdLevel());
    PottsObjective objective(reordered(alignment, tree.order), ordered, options.fieldRegularization,
                             options.pairRegularization * (alignment.columns() - 1), level, options.threads,
                             stop);
    if (options.mode == PottsMode::Converged)
        objective.precondition();
    PottsFit fit;
    fit.neff = weights.value().neff;
    fit.mode = options.mode;
    OptimiserState state;
    FitCheckpoint checkpoint(alignment, options, level);
    const auto resumed = checkpoint.load(objective, state, fit.trace, stop);
    if (!resumed.isOk())
        return resumed.error();
    const bool started = resumed.value() ? objective.resume(stop)
                         : options.start ? objective.startAt(*options.start, stop)
                                         : objective.start(stop);
    if (!started)
        return Error::cancelled();
    fit.resumedFrom = int(fit.trace.size());
    const IterationReport tell(progress, fit.resumedFrom);
    const std::function<void()> report = [&] {
        tell(fit.trace.back());
        checkpoint.saveIfDue(objective, state, fit.trace, stop);
    };
    const bool ended = options.mode == PottsMode::Converged
                           ? convergeFully(objective, options.gradientTolerance, options.iterationLimit(),
                                           stop, report, state, fit)
                           : ConjugateGradients(objective, options, stop, report, state).run(fit);
    if (!ended)
        return Error::cancelled();
    fit.checkpointProblem = checkpoint.problem();
    fit.couplings = objective.takePoint(stop);
    if (stop.stop_requested())
        return Error::cancelled();
    return fit;
}

double couplingsMemoryNeeded(int rows, int columns, int threads)
{
    const double tensor = 4.0 * kBlock * columns * (columns - 1) / 2;
    return PottsObjective::memoryNeeded(rows, columns, threads) + tensor;
}

int mostColumnsWithin(double bytes, int rows, int threads)
{
    int fits = 0;
    int tooMany = kMostColumns + 1;
    while (tooMany - fits > 1) {
        const int middle = (fits + tooMany) / 2;
        (couplingsMemoryNeeded(rows, middle, threads) <= bytes ? fits : tooMany) = middle;
    }
    return fits;
}

int mostColumnsThatFit(int rows, int threads)
{
    return mostColumnsWithin(0.9 * availableMemory(), rows, threads);
}

Result<void> checkCouplingsMemory(int rows, int columns, int threads)
{
    const int most = mostColumnsThatFit(rows, threads);
    return checkMemory(
        couplingsMemoryNeeded(rows, columns, threads),
        Text::tr("Computing the couplings of %1 columns").arg(columns),
        most < kFewestColumns
            ? Text::tr("Close other programs.")
            : Text::tr("Close other programs, or take a range of at most %1 residues, such as 1-%1.")
                  .arg(most));
}

} // namespace WhiteBox
