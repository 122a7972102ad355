// SPDX-License-Identifier: GPL-3.0-or-later
// What explanations are made of on the command line: a network, and the input it sees.
#pragma once

#include "app/cli/commands.h"
#include "core/pipeline/loadednetwork.h"
#include "core/structure/structure.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <string>

namespace WhiteBox::Cli {

struct CliModel : LoadedNetwork
{
    bool isDefault = false; ///< nobody named it: a result gets the network that predicted it instead
};

struct ModelAsk
{
    std::string path; ///< empty: the shipped network
    bool trusted = false;
};
/// --model and --trust-model. ask must outlive the parsing. otherwise: which network is the default.
void addModelOptions(CLI::App &command, ModelAsk &ask, const std::string &otherwise);
/// Fails: as Predictor::loadShipped() and loadNetworkFile().
Result<CliModel> loadCliModel(const ModelAsk &ask);

struct CliInput
{
    InputStack input;
    std::string residues; ///< of the query, empty where the source has none
    QStringList notices;
    QString name{};                            ///< of the query or the file
    std::optional<StructureMatch> structure{}; ///< of a result that has one
};

/// text: a result file (HDF5), an array (NPY), an alignment or couplings (raw, braw) by content, else the id
/// of a stored job. Couplings of an alignment are computed. Arrays of shape (441, L, L) or (L, L, 21, 21) are
/// what the network sees, without normalisation. A result's own network takes the place of a default model.
/// Fails: Io, Parse, InvalidInput, Mismatch, Cancelled, Resources.
Result<CliInput> loadCliInput(const QString &text, CliModel &model, int threads, const Context &context);

} // namespace WhiteBox::Cli
