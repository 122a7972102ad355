// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attribution/whatif.h"

#include "core/attribution/localproblem.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace WhiteBox {

namespace {

constexpr std::int64_t kMostValues = 1 << 24;

/// Random numbers of the same sequence with every standard library.
std::size_t below(std::mt19937 &random, std::size_t count)
{
    return std::size_t((std::uint64_t(random()) * std::uint64_t(count)) >> 32U);
}

void shuffle(std::vector<float> &values, std::uint32_t seed)
{
    std::mt19937 random(seed);
    for (std::size_t n = values.size(); n > 1; --n)
        std::swap(values[n - 1], values[below(random, n)]);
}

void drawSigns(std::vector<float> &values, std::uint32_t seed)
{
    std::mt19937 random(seed);
    for (float &value : values)
        value = below(random, 2) == 0 ? std::abs(value) : -std::abs(value);
}

void change(std::vector<float> &values, const WhatIf &whatIf, const InputStack &whole)
{
    switch (whatIf.kind) {
    case WhatIfKind::Original:
        break;
    case WhatIfKind::Constant:
        std::fill(values.begin(), values.end(), float(whatIf.value));
        break;
    case WhatIfKind::Shift:
        for (float &value : values)
            value += float(whatIf.value);
        break;
    case WhatIfKind::RandomSigns:
        drawSigns(values, whatIf.seed);
        break;
    case WhatIfKind::Shuffled:
        shuffle(values, whatIf.seed);
        break;
    case WhatIfKind::Percentile:
        std::fill(values.begin(), values.end(), inputPercentile(whole, whatIf.value));
        break;
    }
}

} // namespace

std::string WhatIf::name() const
{
    const char *formats[] = {"original",     "constant %g", "shift %+g",
                             "random signs", "shuffled",    "percentile %g"};
    char text[64];
    // The formats without a number leave it unread.
    std::snprintf(text, sizeof text, formats[int(kind)], value); // NOLINT
    return text;
}

std::vector<WhatIf> usualWhatIfs()
{
    return {{WhatIfKind::Original},      {WhatIfKind::Constant, -0.3}, {WhatIfKind::Constant, 0.3},
            {WhatIfKind::Shift, -10},    {WhatIfKind::Shift, 10},      {WhatIfKind::RandomSigns},
            {WhatIfKind::Shuffled},      {WhatIfKind::Percentile, 5},  {WhatIfKind::Percentile, 50},
            {WhatIfKind::Percentile, 95}};
}

Result<std::vector<WhatIfResult>> explainWhatIfs(const Explainer &explainer, ResiduePair pair,
                                                 const WindowQuestion &question,
                                                 const std::vector<WhatIf> &whatIfs, const StopToken &stop,
                                                 const Progress &progress)
{
    const LocalProblem local(explainer.input(), pair, explainer.pieceSide());
    std::vector<WhatIfResult> results;
    for (const WhatIf &whatIf : whatIfs) {
        std::vector<float> values = local.values;
        change(values, whatIf, explainer.input());
        auto changed = explainer.on(InputStack::fromDense(local.length, std::move(values)), stop);
        if (!changed.isOk())
            return std::move(changed).error();
        const Explainer &at = *changed.value();
        WhatIfResult result;
        result.whatIf = whatIf;
        result.outputAngstrom = double(at.output().at(question.channel, local.pair.i, local.pair.j));
        result.input = local.toWhole(inputWindow(at.input(), local.pair, explainer.windowSide()));
        auto piece = at.explain(local.pair, question.channel, question.method, question.target);
        if (auto known = at.check(piece); !known.isOk())
            return std::move(known).error();
        result.explanation = local.toWhole(std::move(piece));
        results.push_back(std::move(result));
        progress.report(double(results.size()) / double(whatIfs.size()));
    }
    return results;
}

float inputPercentile(const InputStack &input, double percentile)
{
    const int length = input.length();
    const std::int64_t pairs = std::int64_t(length) * (length - 1);
    const std::int64_t step = std::max<std::int64_t>(1, (pairs * kBlock + kMostValues - 1) / kMostValues);
    std::vector<float> values;
    std::vector<float> block(kBlock);
    for (std::int64_t n = 0; n < pairs; n += step) {
        const int i = int(n / (length - 1));
        const int other = int(n % (length - 1));
        input.gather(i, other < i ? other : other + 1, std::span<float, kBlock>(block.data(), kBlock));
        values.insert(values.end(), block.begin(), block.end());
    }
    if (values.empty())
        return 0;
    const double place = std::clamp(percentile, 0.0, 100.0) / 100 * double(values.size() - 1);
    const auto at = values.begin() + std::ptrdiff_t(place);
    std::nth_element(values.begin(), at, values.end());
    const double low = double(*at);
    const double part = place - std::floor(place);
    return part > 0 ? float(low + part * (double(*std::min_element(at + 1, values.end())) - low))
                    : float(low);
}

} // namespace WhiteBox
