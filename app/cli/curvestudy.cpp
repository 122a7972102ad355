// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study.h"
#include "core/attribution/perturbation.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace WhiteBox::Cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct CurveAsk : StudyAsk
{
    double first = -1;
    double last = 1;
    int points = 41;
    int kinks = 8;
};

NamedArray curveArray(const std::vector<PerturbationPoint> &curve)
{
    std::vector<float> values;
    for (const PerturbationPoint &point : curve)
        for (const double value : {point.coefficient, point.outputAngstrom, point.tangentAngstrom,
                                   double(point.least), double(point.most), double(point.switchedUnits)})
            values.push_back(float(value));
    return tableArray(QStringLiteral("curve"), QStringLiteral("as the columns say"), QStringLiteral("point"),
                      {QStringLiteral("coefficient"), QStringLiteral("output in Å"),
                       QStringLiteral("tangent in Å"), QStringLiteral("smallest input"),
                       QStringLiteral("largest input"), QStringLiteral("switched units")},
                      std::move(values));
}

NamedArray kinksArray(const std::vector<Kink> &kinks)
{
    std::vector<float> values;
    for (const Kink &kink : kinks)
        for (const double value : {kink.coefficient, kink.slopeBefore, kink.slopeAfter})
            values.push_back(float(value));
    return tableArray(
        QStringLiteral("kinks"), QStringLiteral("slopes in Å a unit of the coefficient"),
        QStringLiteral("kink"),
        {QStringLiteral("coefficient"), QStringLiteral("slope nearer to 0"), QStringLiteral("slope beyond")},
        std::move(values));
}

/// Far outside of what proteins have, digits behind the point say nothing.
QString distanceText(double angstrom)
{
    return std::abs(angstrom) < 1e6 ? QString::number(angstrom, 'f', 3) : QString::number(angstrom, 'g', 4);
}

QStringList curveLines(const std::vector<PerturbationPoint> &curve, const std::vector<Kink> &kinks)
{
    QStringList lines{tr("coefficient    output     tangent   inputs from..to    switched units")};
    for (const PerturbationPoint &point : curve)
        lines << QStringLiteral("%1 %2 Å %3 Å %4..%5 %6")
                     .arg(point.coefficient, 11, 'g', 4)
                     .arg(distanceText(point.outputAngstrom), 8)
                     .arg(distanceText(point.tangentAngstrom), 8)
                     .arg(double(point.least), 9, 'g', 4)
                     .arg(double(point.most), -9, 'g', 4)
                     .arg(point.switchedUnits, 8);
    const auto after =
        std::find_if(kinks.begin(), kinks.end(), [](const Kink &k) { return k.coefficient > 0; });
    lines << tr("straight from %1 to %2")
                 .arg(after == kinks.begin() ? tr("below the range")
                                             : numberText((after - 1)->coefficient, 4),
                      after == kinks.end() ? tr("beyond the range") : numberText(after->coefficient, 4));
    return lines;
}

/// Whether single precision, the network's, holds the point.
bool isFinite(const PerturbationPoint &point)
{
    const double values[] = {point.coefficient, point.outputAngstrom, point.tangentAngstrom,
                             double(point.least), double(point.most)};
    return std::all_of(std::begin(values), std::end(values),
                       [](double value) { return std::isfinite(float(value)); });
}

/// The ends of the range: in between, inputs are smaller. Before all points are computed.
Result<void> checkRange(const CurveAsk &c, const Asked &asked, const GradientWindow &direction,
                        const StopToken &stop)
{
    auto ends =
        perturbationCurve(*asked.explainer, direction, asked.question.channel, c.first, c.last, 2, stop);
    if (!ends.isOk())
        return std::move(ends).error();
    for (const PerturbationPoint &end : ends.value())
        if (!isFinite(end))
            return Error{
                ErrorKind::InvalidInput,
                tr("The network cannot be asked at the coefficient %1").arg(end.coefficient, 0, 'g', 4),
                tr("inputs or outputs there exceed single precision"),
                tr("Give --from and --to nearer to 0.")};
    return {};
}

Result<StudyOutcome> curveOf(const CurveAsk &c, const Asked &asked, const Context &context)
{
    if (!(c.first < c.last) || !std::isfinite(c.first) || !std::isfinite(c.last))
        return Error{ErrorKind::InvalidInput, tr("The range of coefficients is empty"),
                     tr("it goes from %1 to %2").arg(c.first).arg(c.last), tr("Give --from below --to.")};
    auto direction = explanationOf(asked, context.stop);
    if (!direction.isOk())
        return std::move(direction).error();
    if (auto finite = checkRange(c, asked, direction.value(), context.stop); !finite.isOk())
        return std::move(finite).error();
    const int channel = asked.question.channel;
    const Progress shown = terminalProgress();
    const Progress points(
        [&](double fraction, const QString &) { shown.report(fraction, tr("Points of the curve")); });
    const Progress search([&](double fraction, const QString &) { shown.report(fraction, tr("Kinks")); });
    auto curve = perturbationCurve(*asked.explainer, direction.value(), channel, c.first, c.last, c.points,
                                   context.stop, points);
    if (!curve.isOk())
        return std::move(curve).error();
    auto kinks = perturbationKinks(*asked.explainer, direction.value(), channel, std::min(c.first, 0.0),
                                   std::max(c.last, 0.0), c.kinks, context.stop, search);
    if (!kinks.isOk())
        return std::move(kinks).error();
    StudyOutcome outcome;
    outcome.arrays.push_back(curveArray(curve.value()));
    if (!kinks.value().empty())
        outcome.arrays.push_back(kinksArray(kinks.value()));
    outcome.lines = curveLines(curve.value(), kinks.value());
    if (asked.explainer->foreign() != nullptr)
        outcome.lines.last() = tr("kinks are found in networks of the built-in engine alone");
    QJsonArray places;
    for (const Kink &kink : kinks.value())
        places.append(kink.coefficient);
    outcome.numbers = {{QStringLiteral("kinks"), places}};
    if (asked.model.card && asked.model.card->inputRange) {
        const double least = double(asked.model.card->inputRange->least);
        const double most = double(asked.model.card->inputRange->most);
        outcome.numbers.insert(QStringLiteral("trainingRange"),
                               QJsonObject{{QStringLiteral("least"), least}, {QStringLiteral("most"), most}});
        outcome.lines << tr("inputs seen in training: %1 to %2").arg(least, 0, 'g', 4).arg(most, 0, 'g', 4);
    } else {
        outcome.lines << tr("the model card does not tell the range of inputs seen in training");
    }
    return outcome;
}

} // namespace

void addCurveStudy(CLI::App &study, Context &context)
{
    const auto ask = std::make_shared<CurveAsk>();
    auto *command = addStudy(study, "curve", "Prediction while the input moves along the explanation",
                             AskPair::Needed, AskMethods::All, ask, curveOf, context);
    command->add_option("--from", ask->first, "First coefficient")
        ->check(finiteNumber())
        ->capture_default_str();
    command->add_option("--to", ask->last, "Last coefficient")->check(finiteNumber())->capture_default_str();
    command->add_option("--points", ask->points, "Points of the curve")
        ->check(CLI::Range(2, 100000))
        ->capture_default_str();
    command->add_option("--kinks", ask->kinks, "How many kinks to find on either side of 0")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
}

} // namespace WhiteBox::Cli
