// SPDX-License-Identifier: GPL-3.0-or-later
// The card that lies beside a network's weights: NAME.json beside NAME.safetensors. It says what the network
// is, what it was trained on and how well it does (after Mitchell et al. 2019, "Model cards for model
// reporting").
#pragma once

#include "core/base/result.h"
#include "core/network/normalisation.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace WhiteBox {

struct ModelCard
{
    QString name;
    QString date;          ///< ISO date of training
    QString weightsSha256; ///< of the weights file, lower-case hex
    Normalisation normalisation = Normalisation::None;
    QStringList channels; ///< of the output, such as "CaCa"
    int receptiveField = 0;
    float clampAngstrom = 0; ///< in training, larger distances counted as this one; 0 = none
    std::vector<float> meanDistanceBySeparation; ///< Å between Cβ at |i−j| = index, from the training chains
    QJsonObject document;                        ///< the whole card

    /// Fails: Io, Parse.
    static Result<ModelCard> load(const QString &path);
    static Result<ModelCard> parse(const QByteArray &json, const QString &name);
    /// The card's path for a weights file: the suffix replaced by .json.
    static QString pathFor(const QString &weightsPath);

    /// The mean evaluation on the named split, such as "test", or an empty object.
    QJsonObject evaluation(const QString &split) const;
};

} // namespace WhiteBox
