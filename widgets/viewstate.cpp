// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewstate.h"

#include "widgets/explainbar.h"
#include "widgets/figurerecipe.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace WhiteBox {

namespace {

template <class Offered>
bool isOffered(const Offered &offered, int value)
{
    return std::find(std::begin(offered), std::end(offered), value) != std::end(offered);
}

Result<FigureRecipe> recipeOf(const QJsonObject &state)
{
    return FigureRecipe::fromJson(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

} // namespace

QJsonObject viewState(const ViewSettings &settings, std::optional<ResiduePair> pair)
{
    return QJsonDocument::fromJson(FigureRecipe::of(settings, pair).toJson()).object();
}

void applyViewState(const QJsonObject &state, ViewSettings &settings, bool hasTruth)
{
    const auto read = recipeOf(state);
    if (!read.isOk())
        return;
    FigureRecipe view = read.value();
    if (!isOffered(ExplainBar::kDivisors, view.markedDivisor))
        view.markedDivisor = settings.markedDivisor();
    if (!isOffered(ExplainBar::kSeparations, view.minimumSeparation))
        view.minimumSeparation = settings.minimumSeparation();
    if (!hasTruth && needsTruth(view.lower))
        view.lower = MatrixContent::Predicted;
    if (!hasTruth && needsTruth(view.upper))
        view.upper = MatrixContent::CouplingScore;
    view.applyTo(settings);
}

std::optional<ResiduePair> pairOf(const QJsonObject &state, int length)
{
    const auto read = recipeOf(state);
    const auto pair = read.isOk() ? read.value().pair : std::nullopt;
    return pair && std::max(pair->i, pair->j) < length ? pair : std::nullopt;
}

} // namespace WhiteBox
