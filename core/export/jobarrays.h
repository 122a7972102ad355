// SPDX-License-Identifier: GPL-3.0-or-later
// The arrays of a job and of an explained pair, with their axes named. On the screen residues count from 1.
#pragma once

#include "core/attribution/jacobian.h"
#include "core/export/arraysource.h"
#include "core/store/jobresult.h"

#include <memory>
#include <string_view>

namespace WhiteBox {

/// "i" or "j" with the labels L12 …; "a" or "b" with Ala …; "Δi" or "Δj" from −radius.
ArrayAxis residueAxis(const QString &name, std::string_view sequence);
ArrayAxis stateAxis(const QString &name);
ArrayAxis offsetAxis(const QString &name, int side);

/// couplings[i, j, a, b] (L, L, 21, 21), 0 where i = j, read from where they lie.
std::shared_ptr<const ArraySource> couplingsArray(const JobResult &result);
/// name[channel, i, j] (channels, L, L), Å, as values for a file.
NamedArray distanceValues(const QString &name, const DistanceMap &map, std::string_view sequence);
/// name[a, b, Δi, Δj] (21, 21, side, side), NaN outside the protein.
NamedArray windowValues(const QString &name, const QString &unit, GradientWindow window);
/// name[channel, i, j] (channels, L, L), Å. Copies the map.
std::shared_ptr<const ArraySource> distancesArray(const QString &name, const DistanceMap &map,
                                                  std::string_view sequence);
/// name[a, b, Δi, Δj] (21, 21, side, side), NaN outside the protein. Copies the window.
std::shared_ptr<const ArraySource> windowArray(const QString &name, const QString &unit,
                                               GradientWindow window);
/// jacobian[i, j, a, b, Δi, Δj], each window computed when it is asked for by `threads`. about: of what it
/// is.
std::shared_ptr<const ArraySource> jacobianArray(std::shared_ptr<const Jacobian> jacobian,
                                                 std::string_view sequence, int threads,
                                                 const QString &about = {});

} // namespace WhiteBox
