// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/inputstack.h"

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <utility>

namespace WhiteBox {

InputStack::InputStack(std::shared_ptr<const CouplingTensor> couplings, float scale)
    : m_length(couplings->length())
    , m_scale(scale)
    , m_couplings(std::move(couplings))
{}

InputStack::InputStack(std::shared_ptr<const CouplingTensor> couplings, std::vector<float> factors)
    : m_length(couplings->length())
    , m_factors(std::make_shared<const std::vector<float>>(std::move(factors)))
    , m_couplings(std::move(couplings))
{
    Q_ASSERT(m_factors->size() == std::size_t(m_length) * std::size_t(m_length));
}

InputStack InputStack::fromDense(int length, std::vector<float> values)
{
    Q_ASSERT(values.size() == std::size_t(length) * std::size_t(length) * kBlock);
    InputStack stack;
    stack.m_length = length;
    stack.m_dense = std::make_shared<const std::vector<float>>(std::move(values));
    return stack;
}

namespace {

/// In runs of a fixed length, which the compiler turns into vector instructions.
void copyScaled(const float *__restrict from, float scale, float *__restrict to)
{
    constexpr int kRun = 16;
    int channel = 0;
    for (; channel + kRun <= kBlock; channel += kRun)
        for (int n = 0; n < kRun; ++n)
            to[channel + n] = scale * from[channel + n];
    for (; channel < kBlock; ++channel)
        to[channel] = scale * from[channel];
}

} // namespace

void InputStack::gather(int i, int j, std::span<float, kBlock> out) const
{
    if (m_dense) {
        const std::size_t pair = std::size_t(i) * std::size_t(m_length) + std::size_t(j);
        std::copy_n(m_dense->data() + pair * kBlock, kBlock, out.data());
        return;
    }
    if (i == j) {
        std::fill(out.begin(), out.end(), 0.0F);
        return;
    }
    const float *stored = m_couplings->stored(std::min(i, j), std::max(i, j)).data();
    const float scale = factor(i, j);
    if (i < j) {
        copyScaled(stored, scale, out.data());
        return;
    }
    float *to = out.data();
    for (int a = 0; a < kStates; ++a)
        for (int b = 0; b < kStates; ++b)
            *to++ = scale * stored[b * kStates + a];
}

void InputStack::gatherRow(int i, std::span<float> out) const
{
    Q_ASSERT(out.size() >= std::size_t(m_length) * kBlock);
    for (int j = 0; j < m_length; ++j)
        gather(i, j, std::span<float, kBlock>(out.data() + std::size_t(j) * kBlock, kBlock));
}

float InputStack::at(int i, int j, int a, int b) const
{
    if (!m_dense)
        return factor(i, j) * m_couplings->at(i, j, a, b);
    const std::size_t pair = std::size_t(i) * std::size_t(m_length) + std::size_t(j);
    return (*m_dense)[pair * kBlock + std::size_t(a * kStates + b)];
}

InputRange rangeOf(const InputStack &input)
{
    InputRange range{std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest()};
    std::vector<float> row(std::size_t(input.length()) * kBlock);
    for (int i = 0; i < input.length(); ++i) {
        input.gatherRow(i, row);
        const auto [least, most] = std::minmax_element(row.begin(), row.end());
        range = {std::min(range.least, *least), std::max(range.most, *most)};
    }
    return range;
}

} // namespace WhiteBox
