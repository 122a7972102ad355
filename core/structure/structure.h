// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/structure/distancemap.h"

#include <QString>
#include <QStringList>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace WhiteBox {

/// Position in Å, NaN where the atom is not resolved.
using Position = std::array<double, 3>;

/// Secondary structure of a residue, from the backbone (three states).
enum class SecondaryStructure : char { Helix = 'H', Strand = 'E', Coil = 'C' };

/// One chain of a structure file, residue by residue, in file order.
struct Structure
{
    QString name;                ///< "1ABA chain A"
    std::string residues;        ///< one letter each, 'X' where unknown
    std::vector<QString> labels; ///< number and insertion code as in the file, "21" or "52A"
    std::vector<Position> ca;    ///< Cα
    std::vector<Position> cb;    ///< Cβ; Cα for glycine and where no Cβ was resolved
    std::vector<SecondaryStructure> secondary;
    QStringList notices{}; ///< what the reader chose or left out; whole sentences

    int length() const { return int(residues.size()); }
};

/// A structure brought onto the residues of a query by sequence alignment; residue numbers are never trusted.
struct StructureMatch
{
    Structure structure;
    std::vector<int> residueOf; ///< L entries: index into structure, −1 where none is aligned
    double identity = 0;        ///< identical residues / aligned residues
    int aligned = 0;            ///< aligned pairs
    int mismatches = 0;         ///< aligned pairs of different residues
};

/// Needleman–Wunsch with BLOSUM62 and free end gaps. Fails: Mismatch (fewer than 10 aligned), Resources.
Result<StructureMatch> matchStructure(const Structure &structure, const std::string &query);

/// Tells for how many aligned residues Cα stands in for a Cβ that was not resolved; empty where for none but
/// glycine.
QString missingCbNotice(const StructureMatch &match);

/// True distances on the query's residues: 4 × L × L, NaN where unresolved.
DistanceMap trueDistances(const StructureMatch &match);

} // namespace WhiteBox
