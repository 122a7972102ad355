// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/jobresult.h"
#include "widgets/pairselection.h"
#include "widgets/viewsettings.h"

#include <QJsonValue>
#include <QRect>

#include <optional>

namespace WhiteBox {

/// All that is needed to make a figure again: of what, with which network, and how it was looked at. It
/// travels inside of the exported file.
struct FigureRecipe
{
    /// "map", "gradient", "couplings", "field", a study's name, or "page" and "talk".
    QString figure;
    QString job;   ///< id in the library, or empty
    QString input; ///< file or name that the result came from
    QString protein;
    QString modelName;
    QString modelSha256;
    QString truth; ///< name of the structure, empty: none
    std::optional<ResiduePair> pair;
    int channel = 3;
    ExplanationMethod method = ExplanationMethod::Guided;
    AttributionTarget target = AttributionTarget::RaisesDistance;
    MosaicScale scale = MosaicScale::Global;
    double lockedGradient = 0; ///< limits of the locked scale
    double lockedCouplings = 0;
    ResidueOrder order = ResidueOrder::Ccmpred;
    MatrixContent lower = MatrixContent::Predicted;
    MatrixContent upper = MatrixContent::CouplingScore;
    int markedDivisor = 0;
    int minimumSeparation = 6;
    QRect visible; ///< cells of the map; empty: all
    std::optional<TileStates> openTile;
    QJsonValue option; ///< of a study, as StudyPanel::figureOption(); null: as it begins

    /// What is open, as it is looked at now; figure, visible and option are the caller's.
    static FigureRecipe of(const JobResult &result, const ViewSettings &settings,
                           const PairSelection &selection);
    /// The choices alone, of no result.
    static FigureRecipe of(const ViewSettings &settings, std::optional<ResiduePair> pair);
    /// Hands the choices on; the pair is the caller's, since it needs the protein's length.
    void applyTo(ViewSettings &settings) const;

    QByteArray toJson() const;
    /// json comes from anywhere. Fails: Parse (no recipe, a part that is none), Unsupported (newer version).
    static Result<FigureRecipe> fromJson(const QByteArray &json);

    bool operator==(const FigureRecipe &) const = default;
};

/// Of a .png, .svg or .pdf that White Box wrote; of others Fails: Io, Parse, Unsupported.
Result<FigureRecipe> recipeOfFile(const QString &path);

/// Recipes longer than this are none.
inline constexpr int kMostRecipeBytes = 65536;
/// Key of the PNG's text and of the SVG's metadata.
inline constexpr const char *kRecipeKey = "whitebox-recipe";
/// Element of the PDF's XMP that holds it.
inline constexpr const char *kRecipeElement = "whitebox:recipe";

/// What the command line and recipes call them; see questionkeys.h for methods and channels.
QStringList scaleKeys();
QStringList orderKeys();

} // namespace WhiteBox
