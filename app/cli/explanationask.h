// SPDX-License-Identifier: GPL-3.0-or-later
// What explain, jacobian, trust and study ask in the same words: a source, a network, an output, a method.
#pragma once

#include "app/cli/explaininput.h"
#include "core/attribution/explanationmethod.h"
#include "core/attribution/windowstream.h"
#include "core/export/arrayfile.h"

#include <QJsonObject>

#include <memory>
#include <optional>
#include <string>

namespace WhiteBox::Cli {

struct ExplanationAsk
{
    std::string source;
    std::string pair; ///< empty where a command takes none
    std::string channel = "bb";
    std::string method = "guided";
    std::string target = "raises";
    ModelAsk model;
    int threads = 1;
};

enum class AskPair { Needed, None };
enum class AskMethods {
    Rules, ///< plain, deconvnet, guided
    All,   ///< and inputxgradient, integrated, smoothgrad
};
/// Adds the options. ask must outlive the parsing.
void addAskOptions(CLI::App &command, ExplanationAsk &ask, AskPair pair, AskMethods methods);

struct Asked
{
    CliModel model;
    std::string residues; ///< of the query, empty where the source has none
    QStringList notices;
    std::optional<StructureMatch> structure; ///< of a stored result that has one
    std::shared_ptr<const Explainer> explainer;
    ResiduePair pair; ///< (0, 0) where none was asked for
    WindowQuestion question;
    ExplanationMethod method = ExplanationMethod::Guided; ///< its rule is the question's
    int threads = 1;
};
/// Fails: as loadCliModel(), loadCliInput(), Explainer::create(), and InvalidInput (pair, channel).
Result<Asked> loadAsked(const ExplanationAsk &ask, const Context &context);
/// As explainBy().
Result<MethodExplanation> explainAsked(const Asked &asked, const StopToken &stop);
/// Its window alone. Fails: the same.
Result<GradientWindow> explanationOf(const Asked &asked, const StopToken &stop);
/// pair, pairText, channel, method, target, unit, length, inputScale, predictedAngstrom, model.
QJsonObject describeAsked(const Asked &asked, bool withPair = true);
QString unitOf(const Asked &asked);

/// As given to --method.
QString methodName(ExplanationMethod method);
QString pathOf(const std::string &text);
/// Null where there is no number: NaN is none in JSON.
QJsonValue numberOrNull(double value);
/// "AR" for the 441 pairs, a outermost.
QStringList acidPairLabels();
QStringList acidLabels();
/// (21, 21, side, side): amino acid at i, at j, offset of i, offset of j; NaN outside the protein.
NamedArray windowArray(const QString &name, const QString &unit, GradientWindow window);
/// The first to the last axis of it.
std::vector<ArrayAxis> windowAxes(int side);

} // namespace WhiteBox::Cli
