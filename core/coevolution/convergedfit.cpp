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
        if (!search(beta, slope, trials))
            return false;
        if (trials > 0 || beta == 0)
            return true;
        m_state.lastSlope = 0; // begin anew along the gradient
        return step(trials);
    }

private:
    // F is convex: its derivative rises along the line, and where it is 0 lies between two steps of either
    // sign.
    bool search(double beta, double slope, int &trials)
    {
        const double start = m_objective.sums().objective;
        if (!m_objective.turn(beta, m_stop))
            return false;
        struct
        {
            double length;
            double derivative;
        } near{0, slope}, far{0, 0};
        for (trials = 1; trials <= kTrials; ++trials) {
            const double length = m_state.step;
            if (!m_objective.probe(length, m_stop))
                return false;
            const LinePoint &point = m_objective.probed();
            const bool lower = point.objective <= start + kNoise * std::abs(start);
            if (lower && std::abs(point.derivative) <= kCurvature * std::abs(slope))
                return m_objective.settle(m_stop);
            if (lower && point.derivative < 0) {
                const double zero =
                    length - (length - near.length) * point.derivative / (point.derivative - near.derivative);
                near = {length, point.derivative};
                m_state.step = zero > length ? std::clamp(zero, 1.1 * length, 4 * length) : 4 * length;
            } else {
                far = {length, std::max(point.derivative, 0.0)};
            }
            if (far.length > 0) {
                const double share = near.derivative / (near.derivative - far.derivative);
                m_state.step = near.length + (far.length - near.length) * std::clamp(share, 0.1, 0.9);
            }
        }
        trials = 0;
        return m_objective.probe(0, m_stop) && m_objective.settle(m_stop);
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
