// SPDX-License-Identifier: GPL-3.0-or-later
// What of a result a map shows: the one way from results and settings to the view.
#pragma once

#include "core/store/jobresult.h"
#include "widgets/viewsettings.h"

namespace WhiteBox {

class MatrixView;

/// Name, letters and, from the truth, secondary structure.
void showProtein(MatrixView &map, const JobResult &result);
/// Both halves. O(L²).
void showLayers(MatrixView &map, const JobResult &result, const ViewSettings &settings);
/// The marked pairs, and how many of them are right. O(L² log L).
void showMarks(MatrixView &map, const JobResult &result, const ViewSettings &settings);

} // namespace WhiteBox
