// SPDX-License-Identifier: GPL-3.0-or-later
// Plain gradient, backward deconvnet (Zeiler & Fergus 2014) and guided backpropagation (Springenberg et al.
// 2014) of single outputs. The network runs forward once; of the hidden layers only the signs are kept.
#include "core/attribution/explainer.h"

#include "core/attribution/backwardpass.h"
#include "core/attribution/foreignwindow.h"
#include "core/attribution/localproblem.h"
#include "core/attribution/spectralstep.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

namespace WhiteBox {

struct Explainer::Private
{
    Private(std::shared_ptr<const ConvNet> net, InputStack stack)
        : network(std::move(net))
        , input(std::move(stack))
        , backward(*network)
    {}
    Private(std::shared_ptr<const ForeignNetwork> net, InputStack stack)
        : foreign(std::move(net))
        , input(std::move(stack))
    {}

    std::shared_ptr<const ConvNet> network; // one of the two is null
    std::shared_ptr<const ForeignNetwork> foreign;
    InputStack input;
    DistanceMap output;
    std::vector<Gates> gates; // of the hidden layers
    std::optional<BackwardPass> backward;
    // Made when many windows are asked for: it takes a tenth of a second.
    mutable std::once_flag spectralMade;
    mutable std::unique_ptr<const SpectralStep> spectral;

    bool isSpectral() const
    {
        return network && SpectralStep::isWorthwhile(network->layers().front(), backward->side());
    }
    const SpectralStep &spectralStep() const
    {
        std::call_once(spectralMade, [this] {
            spectral = std::make_unique<const SpectralStep>(network->layers().front(), backward->side());
        });
        return *spectral;
    }
};

namespace {

/// Fresh memory costs more than the arithmetic: each thread keeps its own.
BackwardScratch &threadScratch()
{
    static thread_local BackwardScratch scratch;
    return scratch;
}

/// Residues outside the protein are no inputs.
void clearOutside(GradientWindow &window)
{
    const int radius = window.radius();
    if (window.isInside(-radius, -radius) && window.isInside(radius, radius))
        return;
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj)
            if (!window.isInside(di, dj))
                for (int a = 0; a < kStates; ++a)
                    for (int b = 0; b < kStates; ++b)
                        window.values[window.index(a, b, di, dj)] = 0.0F;
}

float signOf(AttributionTarget target)
{
    return target == AttributionTarget::RaisesDistance ? 1.0F : -1.0F;
}

struct Frame
{
    ResiduePair pair;
    int side = 0;
    int length = 0;
};

/// Everything but the values of a window.
void prepare(GradientWindow &window, const Frame &frame, int channel, AttributionMethod method,
             AttributionTarget target)
{
    window.pair = frame.pair;
    window.channel = channel;
    window.method = method;
    window.target = target;
    window.length = frame.length;
    window.side = frame.side;
    window.values.resize(std::size_t(kBlock) * std::size_t(frame.side) * std::size_t(frame.side));
}

GradientWindow emptyWindow(ResiduePair pair, int length, int side)
{
    GradientWindow window;
    window.pair = pair;
    window.length = length;
    window.side = side;
    window.values.resize(std::size_t(kBlock) * std::size_t(side) * std::size_t(side));
    return window;
}

} // namespace

Explainer::Explainer(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

Explainer::~Explainer() = default;

Result<std::shared_ptr<const Explainer>> Explainer::create(std::shared_ptr<const ConvNet> network,
                                                           InputStack input, int threads,
                                                           const StopToken &stop)
{
    auto p = std::make_unique<Private>(std::move(network), std::move(input));
    const auto &layers = p->network->layers();
    for (std::size_t l = 0; l + 1 < layers.size(); ++l)
        p->gates.emplace_back(p->input.length(), layers[l].outputs);
    auto output =
        p->network->forward(p->input, threads, stop, {}, [&](int layer, int i, std::span<const float> row) {
            p->gates[std::size_t(layer)].setRow(i, row);
        });
    if (!output.isOk())
        return std::move(output).error();
    p->output = std::move(output).value();
    return std::shared_ptr<const Explainer>(new Explainer(std::move(p)));
}

Result<std::shared_ptr<const Explainer>> Explainer::create(std::shared_ptr<const ForeignNetwork> network,
                                                           InputStack input, int threads,
                                                           const StopToken &stop)
{
    auto p = std::make_unique<Private>(std::move(network), std::move(input));
    auto output = p->foreign->forward(p->input, threads, stop);
    if (!output.isOk())
        return std::move(output).error();
    p->output = std::move(output).value();
    return std::shared_ptr<const Explainer>(new Explainer(std::move(p)));
}

Result<std::shared_ptr<const Explainer>> Explainer::on(InputStack input, const StopToken &stop) const
{
    return d->foreign ? create(d->foreign, std::move(input), 1, stop)
                      : create(d->network, std::move(input), 1, stop);
}

const ForeignNetwork *Explainer::foreign() const
{
    return d->foreign.get();
}

int Explainer::windowSide() const
{
    return d->foreign ? foreignWindowSide(*d->foreign) : d->backward->side();
}

int Explainer::pieceSide() const
{
    if (!d->foreign)
        return d->backward->side();
    const int field = d->foreign->receptiveField();
    return field > 0 ? field : d->input.length();
}

const ConvNet &Explainer::network() const
{
    Q_ASSERT(d->network);
    return *d->network;
}

const InputStack &Explainer::input() const
{
    return d->input;
}

const DistanceMap &Explainer::output() const
{
    return d->output;
}

GradientWindow Explainer::explain(ResiduePair pair, int channel, AttributionMethod method,
                                  AttributionTarget target) const
{
    GradientWindow window;
    explainInto(window, pair, channel, method, target);
    return window;
}

void Explainer::explainInto(GradientWindow &window, ResiduePair pair, int channel, AttributionMethod method,
                            AttributionTarget target) const
{
    const int length = d->input.length();
    Q_ASSERT(pair.i >= 0 && pair.i < length && pair.j >= 0 && pair.j < length);
    Q_ASSERT(channel >= 0 && channel < d->output.channels());
    prepare(window, {pair, windowSide(), length}, channel, method, target);
    if (d->foreign) {
        fillForeign(*d->foreign, d->input, pieceSide(), window);
        return;
    }
    d->backward->run({pair, channel, method, signOf(target)}, length, d->gates, threadScratch(),
                     window.values.data());
    clearOutside(window);
}

Result<void> Explainer::check(const GradientWindow &window) const
{
    if (!d->foreign || !isUnknown(window))
        return {};
    // Asked again for its reason, which a window cannot hold.
    const LocalProblem local(d->input, window.pair, pieceSide());
    auto gradient =
        d->foreign->gradient(local.input(), {local.pair, window.channel, window.method, window.target});
    // What does not fail again was a lack of memory.
    return gradient.isOk() ? Error::outOfMemory() : std::move(gradient).error();
}

void Explainer::explainMany(std::span<const ResiduePair> pairs, int channel, AttributionMethod method,
                            AttributionTarget target, std::span<GradientWindow> windows) const
{
    Q_ASSERT(windows.size() == pairs.size());
    if (!d->isSpectral()) {
        for (std::size_t n = 0; n < pairs.size(); ++n)
            explainInto(windows[n], pairs[n], channel, method, target);
        return;
    }
    static thread_local SpectralScratch spectra;
    const SpectralStep &step = d->spectralStep();
    const int length = d->input.length();
    const int count = int(pairs.size());
    step.begin(count, spectra);
    std::vector<float *> values;
    for (std::size_t n = 0; n < pairs.size(); ++n) {
        d->backward->runHidden({pairs[n], channel, method, signOf(target)}, length, d->gates,
                               threadScratch());
        step.add(int(n), threadScratch().square, d->backward->rowWeights(), spectra);
        prepare(windows[n], {pairs[n], d->backward->side(), length}, channel, method, target);
        values.push_back(windows[n].values.data());
    }
    step.run(count, spectra, values);
    for (GradientWindow &window : windows)
        clearOutside(window);
}

int Explainer::groupSize() const
{
    constexpr int spectral = 48;
    constexpr int single = 8;
    if (d->foreign)
        return 1;
    return d->isSpectral() ? spectral : single;
}

double Explainer::biasPart(ResiduePair pair, int channel) const
{
    if (d->foreign)
        return std::numeric_limits<double>::quiet_NaN();
    return d->backward->biasPart({pair, channel, AttributionMethod::Gradient, 1.0F}, d->input.length(),
                                 d->gates, threadScratch());
}

GradientWindow inputWindow(const InputStack &input, ResiduePair pair, int side)
{
    GradientWindow window = emptyWindow(pair, input.length(), side);
    const int radius = window.radius();
    std::vector<float> block(kBlock);
    for (int di = -radius; di <= radius; ++di)
        for (int dj = -radius; dj <= radius; ++dj) {
            if (!window.isInside(di, dj))
                continue;
            input.gather(pair.i + di, pair.j + dj, std::span<float, kBlock>(block.data(), kBlock));
            float *to = window.values.data() + window.index(0, 0, di, dj);
            for (int channel = 0; channel < kBlock; ++channel)
                to[std::ptrdiff_t(channel) * side * side] = block[std::size_t(channel)];
        }
    return window;
}

} // namespace WhiteBox
