// SPDX-License-Identifier: GPL-3.0-or-later
// Residue-residue contacts in CASP's RR format
// (https://predictioncenter.org/casp13/index.cgi?page=format#RR).
#pragma once

#include "core/base/result.h"
#include "core/sequence/sequence.h"
#include "core/structure/distancemap.h"

#include <QByteArray>
#include <QString>

namespace WhiteBox {

struct CaspRrOptions
{
    DistanceChannel channel = DistanceChannel::CbCb;
    int minimumSeparation = 6;
    float cutoffAngstrom = 8.0F; ///< what counts as a contact
    QString method;              ///< a line for METHOD, such as the model's name
};

/// A number in 0..1 for the format's probability column: ½ at the cutoff, falling by a logistic curve of 1 Å
/// width. It keeps the order of the predicted distances; it is not calibrated, and the file says so.
double contactConfidence(float distanceAngstrom, float cutoffAngstrom);

/// Pairs i < j of at least the separation, nearest first, ties by i and j; those of confidence below 0.005
/// are left out. The mean of (i, j) and (j, i) counts, unknown distances do not.
QByteArray caspRrText(const Sequence &sequence, const DistanceMap &map, const CaspRrOptions &options = {});
/// Fails: Io.
Result<void> writeCaspRr(const QString &path, const Sequence &sequence, const DistanceMap &map,
                         const CaspRrOptions &options = {});

} // namespace WhiteBox
