// SPDX-License-Identifier: GPL-3.0-or-later
// Couplings as arrays for other programs: NumPy's NPY of shape (L, L, 21, 21), and HDF5 with the names of a
// job's result file, of which the couplings can be read in the same way.
#pragma once

#include "core/base/result.h"
#include "core/coevolution/contactscore.h"
#include "core/coevolution/couplingtensor.h"
#include "core/export/npy.h"

#include <QString>

namespace WhiteBox {

/// What a file of couplings tells beside the numbers.
struct CouplingsNote
{
    QString engine; ///< "built-in" or "ccmpred"
    QString mode;   ///< "ccmpred" or "converged"
    QString status;
    int iterations = 0;
    double objective = 0;
    double neff = 0;
    QString options; ///< with which it was computed, filters among them: JSON
};

/// (L, L, 21, 21) float32: [i][j][a][b], 0 where i = j. 1764·L² bytes. The fields are not in it. Fails: Io,
/// Resources.
Result<void> saveCouplingsNpy(const QString &path, const CouplingTensor &couplings);
/// couplings/pairs (pairs i < j, 21, 21), couplings/fields (L, 21), couplings/score (L, L); the note as
/// attributes of the group. Whole or not at all. Fails: Io.
Result<void> saveCouplingsHdf5(const QString &path, const CouplingTensor &couplings,
                               const ContactScore &score, const CouplingsNote &note);

/// An array of shape (L, L, 21, 21) with w_ij(a,b) = w_ji(b,a) and w_ii = 0; its fields are 0. name: for
/// messages. Fails: Mismatch (shape, symmetry), Parse (NaN, infinite): the first index is named.
Result<CouplingTensor> couplingsFromArray(const NpyArray &array, const QString &name);
/// Fails: Io, Parse.
Result<CouplingTensor> loadCouplingsHdf5(const QString &path);

/// NPY, HDF5 or one of ccmpred's formats, told by the first bytes. Fails: Io, Parse, Mismatch, Resources.
Result<CouplingTensor> loadAnyCouplings(const QString &path);

} // namespace WhiteBox
