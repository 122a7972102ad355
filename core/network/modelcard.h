// SPDX-License-Identifier: GPL-3.0-or-later
// The card that lies beside a network's weights: NAME.json beside NAME.safetensors. It says what the network
// is, what it was trained on and how well it does (after Mitchell et al. 2019, "Model cards for model
// reporting"). Cards of others' TorchScript networks are written here: unit, bins and channels are what their
// files do not tell.
#pragma once

#include "core/base/result.h"
#include "core/network/inputstack.h"
#include "core/network/normalisation.h"
#include "core/network/outputmeaning.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace WhiteBox {

/// What cards call the four of DistanceChannel, in its order.
QStringList standardChannelNames();

struct ModelCard
{
    QString name;
    QString date;          ///< ISO date of training
    QString weightsSha256; ///< of the weights file, lower-case hex
    Normalisation normalisation = Normalisation::None;
    QStringList channels;  ///< of the output, such as "CaCa"
    OutputMeaning meaning; ///< "unit" (angstrom, nanometre) and "bins" (centresAngstrom, values)
    int receptiveField = 0;
    float clampAngstrom = 0; ///< in training, larger distances counted as this one; 0 = none
    std::vector<float> meanDistanceBySeparation; ///< Å between Cβ at |i−j| = index, from the training chains
    std::optional<InputRange> inputRange;        ///< over the training chains, after the normalisation
    QJsonObject document;                        ///< the whole card

    /// Fails: Io, Parse.
    static Result<ModelCard> load(const QString &path);
    static Result<ModelCard> parse(const QByteArray &json, const QString &name);
    /// The card's path for a weights file: the suffix replaced by .json.
    static QString pathFor(const QString &weightsPath);
    /// Of a network that somebody else made: what is known of it. clampAngstrom and the like stay unset.
    static ModelCard forScript(const QString &path, const QString &sha256, const QStringList &channels,
                               const OutputMeaning &meaning, Normalisation normalisation);
    /// Whether it describes the file of this hash: the weights, or their TorchScript export.
    bool describes(const QString &sha256) const;
    /// Written atomically. Fails: Io, Resources.
    Result<void> save(const QString &path) const;

    /// The mean evaluation on the named split, such as "test", or an empty object.
    QJsonObject evaluation(const QString &split) const;
};

} // namespace WhiteBox
