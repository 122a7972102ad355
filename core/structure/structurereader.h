// SPDX-License-Identifier: GPL-3.0-or-later
// Reads PDB, mmCIF and mmJSON, plain or gzipped, through gemmi (Wojdyr 2022).
// Rules: the first model; the first alternate location of an atom and the first residue of a
// microheterogeneity; modified residues count as their parent (MSE is M); residues without Cα are left out,
// as are waters and ligands; a missing Cβ is replaced by Cα; secondary structure is assigned from Cα alone.
#pragma once

#include "core/base/result.h"
#include "core/structure/structure.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace WhiteBox {

/// All protein chains of a file, in file order, at least one residue each; format recognised by content.
/// Fails: Io, Parse (coordinates that are no numbers, or the same for two residues, too), InvalidInput (no
/// protein chain).
Result<std::vector<Structure>> readStructureChains(const QString &path);
/// The same from memory; name is used in messages and where the file does not name itself.
Result<std::vector<Structure>> parseStructureChains(QByteArray data, const QString &name);
/// The chain that fits the query best, as bestMatch(). Fails as above, Mismatch and Resources.
Result<StructureMatch> readMatchingChain(const QString &path, const std::string &query);

/// Three states from the distances among five consecutive Cα, as in TM-align (Zhang & Skolnick 2005):
/// no hydrogens or oxygens are needed. Coil where a neighbour is missing.
std::vector<SecondaryStructure> assignSecondaryStructure(const std::vector<Position> &ca);

} // namespace WhiteBox
