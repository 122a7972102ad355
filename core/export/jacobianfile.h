// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/jacobian.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>

namespace WhiteBox {

struct JacobianFileOptions
{
    bool half = false;   ///< binary16: half the size, three digits
    int gzip = 0;        ///< HDF5 only: 1..9, 0 for none
    bool resume = false; ///< go on with PATH.part of a stopped run
    QString description; ///< JSON, for the file (HDF5) or PATH's JSON (NPY)
};

enum class DiskRoom {
    Enough,
    Doubtful, ///< less than the size, which is an upper bound when it is compressed
    TooLittle,
};
/// bytes: yet to be written, not compressed. How far it compresses depends on the array: only what has not
/// even room for a tenth of it is surely too little.
DiskRoom diskRoom(double bytes, double freeBytes, bool compressed);

/// What writeJacobian() would do.
struct JacobianFilePlan
{
    std::int64_t donePairs = 0; ///< of a stopped run, which it would go on with
    bool complete = false;      ///< PATH holds this very array: nothing would be done
    double bytes = 0;           ///< yet to be written, not compressed
    double freeBytes = 0;       ///< on the disk
    DiskRoom room = DiskRoom::Enough;
};
/// Touches no file. Fails: Unsupported (suffix; gzip for NPY), Resources (TooLittle), and with resume
/// Mismatch: PATH.part, or without one PATH, was made from other data or with other settings.
Result<JacobianFilePlan> planJacobian(const QString &path, const Jacobian &jacobian,
                                      const JacobianFileOptions &options);

/// Writes a whole Jacobian (L, L, 21, 21, side, side), pair by pair, as HDF5 (suffix .h5 or .hdf5; dataset
/// "jacobian", a chunk a pair) or NPY; memory stays at some windows. The values go to PATH.part, which
/// becomes PATH when it is whole, and stays for resuming when the run is cancelled. Both name the array's
/// fingerprint, NPY in its JSON. Fails: as planJacobian(), Io, Cancelled.
Result<void> writeJacobian(const QString &path, const Jacobian &jacobian,
                           const JacobianFileOptions &options = {}, int threads = 1,
                           const StopToken &stop = {}, const Progress &progress = {});

} // namespace WhiteBox
