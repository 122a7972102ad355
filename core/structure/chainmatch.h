// SPDX-License-Identifier: GPL-3.0-or-later
// Which chain of a structure is the truth of a query: the one rule, whichever way the structure came in.
#pragma once

#include "core/base/result.h"
#include "core/structure/structure.h"

#include <QString>

#include <string>
#include <vector>

namespace WhiteBox {

/// Structures below this share of identical residues are refused: what remains is chance.
inline constexpr double kLeastIdentity = 0.2;
/// Below it a structure is another protein's, which is told.
inline constexpr double kSameProtein = 0.9;

/// The chain with the most identical aligned residues. Fails: Mismatch (no chain aligns, or the best one with
/// less than kLeastIdentity), Resources.
Result<StructureMatch> bestMatch(const std::vector<Structure> &chains, const std::string &query);

/// Of every match: what was aligned, identity, mismatches and missing residues, with a warning below
/// kSameProtein. chains: among how many it was chosen.
QString matchText(const StructureMatch &match, std::size_t chains = 1);
/// The same, and empty where the one chain there was has every residue of the query.
QString matchNotice(const StructureMatch &match, std::size_t chains = 1);

} // namespace WhiteBox
