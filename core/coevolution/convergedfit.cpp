// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/convergedfit.h"

#include "core/coevolution/fitcheckpoint.h"
#include "core/coevolution/pottsobjective.h"

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kTrials = 12;
constexpr double kCurvature = 0.1; // |slope| must fall to this share of the first one
// F is a float64 sum of float32 terms: near the optimum its noise must not make a good step look bad.
constexpr double kNoise = 1e-8;

class Descent
{
public:
    Descent(PottsObjective &objective, const StopToken &stop, OptimiserState &state)
        : m_objective(objective)
        , m_stop(stop)
        , m_state(state)
    {}

    /// One iteration. trials 0: no step decreased F. False when stopped.
    bool step(int &trials)
    {
        const PottsSums &sums = m_objective.sums();
        double beta = m_state.lastSlope < 0 ? sums.gpg / (sums.derivative - m_state.lastSlope) : 0;
        double slope = beta * sums.derivative - sums.gpg;
        if (!(beta > 0) || !(slope < -1e-3 * sums.gpg)) {
            beta = 0;
            slope = -sums.gpg;
        }
        m_state.step = m_state.lastSlope < 0 ? m_state.step * std::min(10.0, m_state.lastSlope / slope)
                                             : 1 / std::sqrt(sums.gpg);
        m_state.lastSlope = slope;
        return search(beta, slope, trials);
    }

private:
    bool search(double beta, double slope, int &trials)
    {
        const double start = m_objective.sums().objective;
        if (!m_objective.turn(beta, m_stop))
            return false;
        for (trials = 1; trials <= kTrials; ++trials) {
            if (!m_objective.probe(m_state.step, m_stop))
                return false;
            const LinePoint &point = m_objective.probed();
            const bool lower = point.objective <= start + kNoise * std::abs(start);
            if (lower && std::abs(point.derivative) <= kCurvature * std::abs(slope))
                return m_objective.settle(m_stop);
            // Where the slope, taken as linear in the step, is 0.
            const double zero = slope / (slope - point.derivative);
            const double factor = point.derivative <= slope ? 4.0 : std::clamp(zero, 0.1, 4.0);
            m_state.step *= lower ? factor : std::min(factor, 0.5);
        }
        trials = 0;
        return m_objective.settle(m_stop);
    }

    PottsObjective &m_objective;
    const StopToken &m_stop;
    OptimiserState &m_state;
};

} // namespace

bool convergeFully(PottsObjective &objective, double tolerance, int maxIterations, const StopToken &stop,
                   const std::function<void()> &report, OptimiserState &state, PottsFit &fit)
{
    const PottsSums &sums = objective.sums();
    Descent descent(objective, stop, state);
    fit.status = fit.trace.empty() ? PottsStatus::AlreadyMinimised : PottsStatus::Converged;
    while (sums.gg > tolerance * tolerance * sums.xx) {
        if (maxIterations > 0 && int(fit.trace.size()) >= maxIterations) {
            fit.status = PottsStatus::IterationLimit;
            break;
        }
        int trials = 0;
        if (!descent.step(trials))
            return false;
        if (trials == 0) {
            fit.status = PottsStatus::LineSearchFailed;
            break;
        }
        fit.status = PottsStatus::Converged;
        fit.trace.push_back(
            {int(fit.trace.size()) + 1, trials, sums.objective, sums.xx, sums.gg, state.step});
        report();
    }
    fit.objective = sums.objective;
    return true;
}

} // namespace WhiteBox
