// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/arraylink.h"

namespace WhiteBox {

namespace {

/// What the selection says of the axis' entry, as an index.
std::optional<qint64> indexOf(const ArrayAxis &axis, const PairSelection &selection)
{
    const auto pair = selection.pair();
    const auto cell = selection.hoveredCell();
    if (pair && axis.name == QLatin1String("i"))
        return pair->i;
    if (pair && axis.name == QLatin1String("j"))
        return pair->j;
    if (cell && axis.name == QLatin1String("a"))
        return cell->a;
    if (cell && axis.name == QLatin1String("b"))
        return cell->b;
    if (cell && axis.name == QStringLiteral("Δi"))
        return cell->di - axis.first;
    if (cell && axis.name == QStringLiteral("Δj"))
        return cell->dj - axis.first;
    return std::nullopt;
}

std::optional<int> entry(const ArrayView &view, const std::vector<qint64> &place, const QString &name)
{
    const auto axis = view.axisNamed(name);
    if (!axis)
        return std::nullopt;
    // Only offsets count from another number than 0 in the code.
    const bool isOffset = name.startsWith(QChar(0x0394));
    return int(place[std::size_t(*axis)] + (isOffset ? view.axes()[std::size_t(*axis)].first : 0));
}

} // namespace

void followSelection(ArrayView &view, const PairSelection &selection)
{
    for (int axis = 0; axis < view.rank(); ++axis)
        if (const auto index = indexOf(view.axes()[std::size_t(axis)], selection);
            index && view.role(axis) == AxisRole::Slice)
            view.setIndex(axis, *index);
}

std::optional<std::vector<qint64>> linkedPlace(const ArrayView &view, const PairSelection &selection)
{
    std::vector<qint64> place;
    for (int axis = 0; axis < view.rank(); ++axis) {
        const auto index = indexOf(view.axes()[std::size_t(axis)], selection);
        if (!index && view.role(axis) != AxisRole::Slice)
            return std::nullopt;
        place.push_back(index.value_or(view.index(axis)));
    }
    return place.empty() ? std::nullopt : std::optional(place);
}

void linkCursor(const ArrayView &view, const std::vector<qint64> &place, PairSelection &selection)
{
    const auto pair = pairOf(view, place);
    const auto a = entry(view, place, QStringLiteral("a"));
    const auto b = entry(view, place, QStringLiteral("b"));
    if (a && b && (!pair || pair == selection.pair())) {
        selection.setHoveredCell(WindowCell{*a, *b, entry(view, place, QStringLiteral("Δi")).value_or(0),
                                            entry(view, place, QStringLiteral("Δj")).value_or(0)});
    } else if (pair) {
        selection.setHoveredPair(pair);
    }
}

std::optional<ResiduePair> pairOf(const ArrayView &view, const std::vector<qint64> &place)
{
    const auto i = entry(view, place, QStringLiteral("i"));
    const auto j = entry(view, place, QStringLiteral("j"));
    return i && j ? std::optional(ResiduePair{*i, *j}) : std::nullopt;
}

} // namespace WhiteBox
