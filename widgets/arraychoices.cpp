// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/arraychoices.h"

#include "core/export/jobarrays.h"
#include "widgets/resultlayers.h"
#include "widgets/viewsettings.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace WhiteBox {

namespace {

using Kind = ArrayChoice::Kind;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArrayChoices)
};

std::shared_ptr<const ArraySource> openOfPair(Kind kind, const JobResult &result,
                                              const Explanation &explanation)
{
    const GradientWindow &shown = *explanation.gradient;
    if (kind == Kind::Gradient)
        return windowArray(QStringLiteral("explanation"), methodUnit(explanation.method), shown);
    if (kind == Kind::Input)
        return windowArray(QStringLiteral("input"), Text::tr("network input"), *explanation.couplings);
    // What is made of many gradients is shown as the plain gradient that it is made of.
    const ExplanationMethod rule = methodOf(shown.method);
    return jacobianArray(
        std::make_shared<const Jacobian>(explanation.explainer, shown.channel, shown.method, shown.target),
        result.query.residues, std::max(1, QThread::idealThreadCount()),
        Text::tr("%1 of %2, %3").arg(methodName(rule), channelName(shown.channel), targetName(shown.target)));
}

} // namespace

std::vector<ArrayChoice> arrayChoices(const JobResult *result,
                                      const std::vector<std::shared_ptr<const ArraySource>> &files)
{
    std::vector<ArrayChoice> choices;
    if (result && result->couplings)
        choices.push_back({Kind::Couplings, Text::tr("Couplings"), nullptr});
    if (result && result->predicted)
        choices.push_back({Kind::Predicted, Text::tr("Predicted distances"), nullptr});
    if (result && result->structure)
        choices.push_back({Kind::Truth, Text::tr("True distances"), nullptr});
    if (result && result->couplings) {
        choices.push_back({Kind::Gradient, Text::tr("Explanation of the pair"), nullptr});
        choices.push_back({Kind::Input, Text::tr("Network input around the pair"), nullptr});
        choices.push_back({Kind::Jacobian, Text::tr("Jacobian, computed on demand"), nullptr});
    }
    for (const auto &file : files)
        choices.push_back({Kind::File, file->name(), file});
    return choices;
}

std::shared_ptr<const ArraySource> openChoice(const ArrayChoice &choice, const JobResult *result,
                                              const Explanation *explanation)
{
    switch (choice.kind) {
    case Kind::Couplings:
        return couplingsArray(*result);
    case Kind::Predicted:
        return distancesArray(QStringLiteral("predicted"), *result->predicted, result->query.residues);
    case Kind::Truth:
        return distancesArray(QStringLiteral("true"), trueDistances(*result->structure),
                              result->query.residues);
    case Kind::Gradient:
    case Kind::Input:
    case Kind::Jacobian:
        return explanation ? openOfPair(choice.kind, *result, *explanation) : nullptr;
    case Kind::File:
        return choice.file;
    }
    return nullptr;
}

} // namespace WhiteBox
