// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a trained network as White Box ships it: NAME.safetensors, NAME.json (the model card) and NAME.pt
// (TorchScript).
#pragma once

#include "app/train/trainnet.h"
#include "core/base/result.h"
#include "core/network/normalisation.h"

#include <QJsonObject>
#include <QString>

#include <utility>
#include <vector>

namespace WhiteBox::Train {

struct ExportOptions
{
    QString weightsPath;     ///< NAME.safetensors; the others lie beside it
    QJsonObject about;       ///< taken over into the card: title, training, limits …
    QJsonObject evaluations; ///< by split, what "whitebox-cli --json evaluate" printed
    std::vector<float> meanDistanceBySeparation;
    std::pair<float, float> inputRange; ///< smallest and largest input over the training chains
    Normalisation normalisation = Normalisation::UnitRms;
    double clampAngstrom = 0;
};

/// Fails: Io.
Result<void> exportModel(const TrainNet &net, const ExportOptions &options);

} // namespace WhiteBox::Train
