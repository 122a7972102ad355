// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/arraychoices.h"

#include "core/export/jobarrays.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace WhiteBox {

namespace {

using Kind = ArrayChoice::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("ArrayChoices", text);
}

std::shared_ptr<const ArraySource> openOfPair(Kind kind, const JobResult &result,
                                              const Explanation &explanation)
{
    const GradientWindow &shown = *explanation.gradient;
    if (kind == Kind::Gradient)
        return windowArray(QStringLiteral("explanation"), methodUnit(explanation.method), shown);
    if (kind == Kind::Input)
        return windowArray(QStringLiteral("input"), tr("network input"), *explanation.couplings);
    return jacobianArray(
        std::make_shared<const Jacobian>(explanation.explainer, shown.channel, shown.method, shown.target),
        result.query.residues, std::max(1, QThread::idealThreadCount()));
}

} // namespace

std::vector<ArrayChoice> arrayChoices(const JobResult *result,
                                      const std::vector<std::shared_ptr<const ArraySource>> &files)
{
    std::vector<ArrayChoice> choices;
    if (result && result->couplings)
        choices.push_back({Kind::Couplings, tr("Couplings"), nullptr});
    if (result && result->predicted)
        choices.push_back({Kind::Predicted, tr("Predicted distances"), nullptr});
    if (result && result->structure)
        choices.push_back({Kind::Truth, tr("True distances"), nullptr});
    if (result && result->couplings) {
        choices.push_back({Kind::Gradient, tr("Explanation of the pair"), nullptr});
        choices.push_back({Kind::Input, tr("Network input around the pair"), nullptr});
        choices.push_back({Kind::Jacobian, tr("Jacobian, computed on demand"), nullptr});
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
