// SPDX-License-Identifier: GPL-3.0-or-later
// How a view of an array and the linked cursor find each other: by the names of the axes, i, j, a, b, Δi, Δj.
#pragma once

#include "core/export/arrayview.h"
#include "widgets/pairselection.h"

#include <optional>
#include <vector>

namespace WhiteBox {

/// Hidden axes i, j take the selected pair's index, a, b, Δi, Δj the linked cursor's, unless they are locked.
void followSelection(ArrayView &view, const PairSelection &selection);

/// Index of each axis that the linked cursor stands for; nothing where an axis of the view has another name
/// or the selection does not say.
std::optional<std::vector<qint64>> linkedPlace(const ArrayView &view, const PairSelection &selection);

/// Makes the place the linked cursor: its cell where it names amino acids, else its pair. pair() has to be
/// the place's own, where the view has i and j.
void linkCursor(const ArrayView &view, const std::vector<qint64> &place, PairSelection &selection);

/// The residue pair of a place, where the view has i and j.
std::optional<ResiduePair> pairOf(const ArrayView &view, const std::vector<qint64> &place);

} // namespace WhiteBox
