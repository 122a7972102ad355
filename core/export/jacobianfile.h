// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/jacobian.h"
#include "core/export/npy.h"

namespace WhiteBox {

/// Writes a whole Jacobian, pair by pair, as NPY of shape (L, L, 21, 21, side, side); memory stays at some
/// windows. The disk's room is checked first; the file appears when it is whole. type: Float32, or Float16
/// for half the size. Fails: Resources (not enough room, disk full), Io, Cancelled.
Result<void> writeJacobianNpy(const QString &path, const Jacobian &jacobian, NpyType type, int threads,
                              const StopToken &stop = {}, const Progress &progress = {});

} // namespace WhiteBox
