// SPDX-License-Identifier: GPL-3.0-or-later
// An explained pair on its structure, as scripts for ChimeraX and PyMOL. They carry the structure's Cα and Cβ
// themselves, numbered as the query from 1, so that they open on any machine.
#pragma once

#include "core/attribution/gradientwindow.h"
#include "core/base/result.h"
#include "core/structure/structure.h"

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace WhiteBox {

/// What is shown: the pair's distance of the window's channel, each residue of the window coloured by its
/// share, and the neighbouring pairs that count most joined by lines.
struct ExplainedStructure
{
    const StructureMatch &match;
    std::string_view query;
    const GradientWindow &window;
    QStringList caption; ///< comments at the top: what is seen and where it comes from
};

/// Of each residue: its share of Σ|window| over the rows and columns that it stands for; they sum up to 1
/// unless the window is exactly zero. L entries.
std::vector<double> residueShares(const GradientWindow &window);

/// Cα and Cβ of the aligned residues as PDB, chain A, residues numbered from 1 as in the query, B factors 100
/// times the share. Fails: Unsupported (more than 9,999 residues, or coordinates that the format cannot
/// hold).
Result<QByteArray> tracePdb(const StructureMatch &match, std::string_view query,
                            const std::vector<double> &shares);

/// A script of commands (.cxc) that opens STEM.whitebox.pdb beside it, which is written too. The files.
/// Fails: as tracePdb(), Io, Mismatch (a residue of the pair is not in the structure).
Result<QStringList> writeChimeraXScript(const QString &path, const ExplainedStructure &explained);
/// One script (.pml) with the structure in it. Fails: the same.
Result<QStringList> writePyMolScript(const QString &path, const ExplainedStructure &explained);

} // namespace WhiteBox
