// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <string>
#include <string_view>

namespace WhiteBox {

inline constexpr int kShortestQuery = 5;          ///< residues; shorter ones are refused
inline constexpr int kNetworkWindow = 15;         ///< residues; shorter queries are seen through padding
inline constexpr int kLongestQuery = 100000;      ///< residues that jackhmmer searches with
inline constexpr double kUnknownShareLimit = 0.3; ///< share of X above which a search is pointless

/// At least 90 % of the letters (20 or more) are A, C, G, T, U or N, in either case.
bool looksLikeNucleotides(std::string_view letters);
/// What is told of those. One sentence everywhere, so that a job of several stages tells it once.
QString nucleotideNotice();

/// Share of residues (0..1) in windows of 12 with a Shannon entropy of at most 2.2 bits: SEG's trigger
/// (Wootton & Federhen 1993), without its optimisation of segment borders.
double lowComplexityShare(std::string_view residues);

/// Upper case; U becomes C, and B, J, O and Z become X. What was changed is told in notices. Letters only.
std::string strictResidues(std::string_view letters, QStringList *notices);

} // namespace WhiteBox
