// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/jacobian.h"
#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

struct JacobianFileOptions
{
    bool half = false;   ///< binary16: half the size, three digits
    int gzip = 0;        ///< HDF5 only: 1..9, 0 for none
    bool resume = false; ///< go on with PATH.part of a stopped run, where it was made from the same data
    QString description; ///< for the file (HDF5) or PATH's JSON (NPY)
};

/// Writes a whole Jacobian (L, L, 21, 21, side, side), pair by pair, as HDF5 (suffix .h5 or .hdf5; dataset
/// "jacobian", a chunk a pair) or NPY; memory stays at some windows. The disk's room is checked first, as if
/// nothing could be compressed. The values go to PATH.part, which becomes PATH when it is whole, and stays
/// for resuming when the run is cancelled. Fails: Unsupported (suffix), Resources (not enough room), Io,
/// Cancelled.
Result<void> writeJacobian(const QString &path, const Jacobian &jacobian,
                           const JacobianFileOptions &options = {}, int threads = 1,
                           const StopToken &stop = {}, const Progress &progress = {});

} // namespace WhiteBox
