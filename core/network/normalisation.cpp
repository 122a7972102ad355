// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/normalisation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace WhiteBox {

namespace {

constexpr double kNormPerDeviation = 6;

constexpr std::array kNames{std::pair{Normalisation::None, "none"},
                            std::pair{Normalisation::UnitRms, "unit-rms"},
                            std::pair{Normalisation::AboveBackground, "above-background"}};

double softplus(double z)
{
    return z > 30 ? z : std::log1p(std::exp(z));
}

/// Mean of each row, the diagonal's zero among the values, as in the average product correction.
std::vector<double> rowMeans(const ContactScore &norms)
{
    std::vector<double> means(std::size_t(norms.length), 0.0);
    for (int i = 0; i < norms.length; ++i)
        for (int j = 0; j < norms.length; ++j)
            means[std::size_t(i)] += norms.at(i, j) / norms.length;
    return means;
}

/// Of the values' magnitudes; the upper of the two middle ones where their number is even.
double medianMagnitude(std::vector<double> values)
{
    for (double &value : values)
        value = std::abs(value);
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// A_ij of the pairs i < j, row by row.
std::vector<double> correctedNorms(const ContactScore &norms)
{
    const std::vector<double> means = rowMeans(norms);
    double all = 0;
    for (const double mean : means)
        all += mean / norms.length;
    std::vector<double> corrected;
    for (int i = 0; i < norms.length; ++i)
        for (int j = i + 1; j < norms.length; ++j)
            corrected.push_back(norms.at(i, j) -
                                (all > 0 ? means[std::size_t(i)] * means[std::size_t(j)] / all : 0.0));
    return corrected;
}

} // namespace

QString nameOf(Normalisation normalisation)
{
    const auto *entry = std::find_if(kNames.begin(), kNames.end(),
                                     [=](const auto &known) { return known.first == normalisation; });
    return QString::fromLatin1(entry->second);
}

std::optional<Normalisation> normalisationOf(const QString &name)
{
    for (const auto &[normalisation, known] : kNames) {
        if (name == QLatin1String(known))
            return normalisation;
    }
    return std::nullopt;
}

float inputScale(Normalisation normalisation, const CouplingTensor &couplings)
{
    if (normalisation != Normalisation::UnitRms || couplings.values().empty())
        return 1.0F;
    double sum = 0;
    for (const float value : couplings.values())
        sum += double(value) * double(value);
    const double rms = std::sqrt(sum / double(couplings.values().size()));
    return rms > 0 && std::isfinite(rms) ? float(1.0 / rms) : 1.0F;
}

std::vector<float> aboveBackground(const ContactScore &norms)
{
    const auto L = std::size_t(norms.length);
    std::vector<float> factors(L * L, 0.0F);
    if (L < 2)
        return factors;
    const std::vector<double> corrected = correctedNorms(norms);
    const double deviation = medianMagnitude(corrected);
    std::size_t pair = 0;
    for (int i = 0; i < norms.length; ++i)
        for (int j = i + 1; j < norms.length; ++j, ++pair) {
            const double z = deviation > 0 ? corrected[pair] / deviation : 0.0;
            const double factor = norms.at(i, j) > 0 ? kNormPerDeviation * softplus(z) / norms.at(i, j) : 0.0;
            factors[std::size_t(i) * L + std::size_t(j)] = float(factor);
            factors[std::size_t(j) * L + std::size_t(i)] = float(factor);
        }
    return factors;
}

InputStack normalisedInput(Normalisation normalisation, std::shared_ptr<const CouplingTensor> couplings)
{
    if (normalisation != Normalisation::AboveBackground) {
        const float scale = inputScale(normalisation, *couplings);
        return InputStack(std::move(couplings), scale);
    }
    std::vector<float> factors =
        aboveBackground(contactScore(*couplings, {.averageProductCorrection = false}));
    return InputStack(std::move(couplings), std::move(factors));
}

} // namespace WhiteBox
