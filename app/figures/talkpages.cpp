// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/talkpages.h"

#include "core/attribution/blockstudies.h"
#include "core/attribution/whatif.h"
#include "widgets/arrayimage.h"
#include "widgets/curvepanel.h"
#include "widgets/figurerow.h"
#include "widgets/pairheatmap.h"
#include "widgets/randomisationpanel.h"
#include "widgets/scattergrid.h"
#include "widgets/signpanel.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr double kShift = 10;     ///< of the talk's scatter plots
constexpr double kConstant = 0.3; ///< of its patterns

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TalkPages)
};

QString number(double value, int decimals = 2)
{
    return std::isnan(value) ? Text::tr("nothing")
                             : QString::number(value, 'f', decimals).replace(u'-', QStringLiteral("−"));
}

QString percent(double share)
{
    return Text::tr("%1 %").arg(shortNumber(100 * share));
}

int threads()
{
    return std::max(1, QThread::idealThreadCount());
}

/// The windows of one method with a colour scale of their own.
MosaicPicture pictureOf(const GradientWindow &window)
{
    const bool raises = window.target == AttributionTarget::RaisesDistance;
    MosaicPicture picture;
    picture.window = std::make_shared<const GradientWindow>(window);
    picture.title = methodName(methodOf(window.method));
    picture.unit = Text::tr("Å per unit of input");
    picture.highLabel = targetName(window.target);
    picture.lowLabel =
        targetName(raises ? AttributionTarget::LowersDistance : AttributionTarget::RaisesDistance);
    picture.zeroMessage = Text::tr("Gradient is exactly zero: no active path");
    return picture;
}

} // namespace

TalkPages::TalkPages(FigureStudio *studio, FigureRecipe recipe, StopToken stop)
    : m_studio(studio)
    , m_recipe(std::move(recipe))
    , m_stop(std::move(stop))
{}

QString TalkPages::title(int page)
{
    const QString titles[kCount] = {Text::tr("Ground truth and prediction"),
                                    Text::tr("The gradient at the pair"),
                                    Text::tr("Three ways back through the network"),
                                    Text::tr("Coevolution at the pair"),
                                    Text::tr("A slice of the whole Jacobian"),
                                    Text::tr("Correlation of gradients and coevolution"),
                                    Text::tr("Gradients weighted by the sign of the coevolution"),
                                    Text::tr("Distance against coevolution moved along the gradient"),
                                    Text::tr("The receptive field"),
                                    Text::tr("All inputs at −0.3, original, all at +0.3"),
                                    Text::tr("Gradient against coevolution: original, +10, −10"),
                                    Text::tr("What the pictures are worth")};
    return titles[page];
}

Result<TalkPage> TalkPages::make(int page)
{
    static constexpr Maker kMakers[kCount] = {
        &TalkPages::map,      &TalkPages::gradient,    &TalkPages::methods, &TalkPages::couplings,
        &TalkPages::jacobian, &TalkPages::correlation, &TalkPages::signs,   &TalkPages::curve,
        &TalkPages::field,    &TalkPages::constants,   &TalkPages::scatter, &TalkPages::worth};
    const Maker draw = kMakers[page];
    m_made.clear();
    if (auto examined = examine(); !examined.isOk())
        return std::move(examined).error();
    const Sequence &query = m_studio->result().query;
    TalkPage made;
    made.title = title(page);
    made.subject = Text::tr("%1 · %2 (counted from 0: %3, %4) · %5 · %6")
                       .arg(query.name, m_recipe.pair->text(query.residues))
                       .arg(m_recipe.pair->i)
                       .arg(m_recipe.pair->j)
                       .arg(channelName(m_recipe.channel), distanceText());
    if (auto drawn = (this->*draw)(made); !drawn.isOk())
        return std::move(drawn).error();
    return made;
}

Result<void> TalkPages::examine()
{
    if (m_isExamined)
        return {};
    FigureRecipe recipe = m_recipe;
    recipe.figure = QStringLiteral("gradient");
    const auto shown = m_studio->show(recipe, m_stop);
    if (!shown.isOk())
        return shown.error();
    auto report = trustReport(*m_studio->explanation()->explainer, *m_recipe.pair, question(), m_stop);
    if (!report.isOk())
        return std::move(report).error();
    m_trust = std::move(report).value();
    m_isExamined = true;
    return {};
}

Result<void> TalkPages::add(TalkPage &page, const char *figure, const QJsonValue &option)
{
    FigureRecipe recipe = m_recipe;
    recipe.figure = QLatin1String(figure);
    recipe.option = option;
    const auto shown = m_studio->show(recipe, m_stop);
    if (!shown.isOk())
        return shown.error();
    page.pictures.push_back({shown.value()});
    return {};
}

void TalkPages::addMosaics(TalkPage &page, const std::vector<MosaicPicture> &pictures)
{
    for (const MosaicPicture &picture : pictures) {
        auto mosaic = std::make_unique<MosaicRow>(QStringLiteral("mosaic"), picture.title);
        mosaic->setPictures({picture});
        page.pictures.push_back({mosaic.get()});
        m_made.push_back(std::move(mosaic));
    }
}

WindowQuestion TalkPages::question() const
{
    return {m_recipe.channel, ruleOf(m_recipe.method), m_recipe.target};
}

QString TalkPages::ruleNote() const
{
    const ExplanationMethod shown = methodOf(question().method);
    return shown == m_recipe.method ? QString()
                                    : Text::tr("\n\nShown is the %1, the base of %2.")
                                          .arg(methodInSentence(shown), methodInSentence(m_recipe.method));
}

QString TalkPages::distanceText() const
{
    const JobResult &r = m_studio->result();
    const ResiduePair pair = *m_recipe.pair;
    QString text =
        Text::tr("predicted %1 Å").arg(number(double(r.predicted->at(m_recipe.channel, pair.i, pair.j))));
    if (r.structure) {
        const float known = trueDistances(*r.structure).at(m_recipe.channel, pair.i, pair.j);
        if (std::isfinite(known))
            text += Text::tr(", %1 Å in the structure").arg(number(double(known)));
    }
    return text;
}

QString TalkPages::randomisationText(ExplanationMethod method) const
{
    const auto &steps = m_trust.randomisation[std::size_t(method)];
    if (steps.empty())
        return {};
    const double left = steps.back().similarity.spearmanAbsolute;
    const QString numbers =
        Text::tr(
            "Randomisation (Adebayo et al. 2018): with all weights random, the magnitudes of the %1 picture "
            "still correlate %2 with the trained network's (Spearman; its values %3).")
            .arg(methodInSentence(method), number(left), number(steps.back().similarity.spearman));
    const QString reading =
        std::isnan(left) ? Text::tr("The random networks have no active path to this pair.")
        : std::abs(left) > 0.5
            ? Text::tr("So much of it is the input and the architecture, not what was learnt.")
        : std::abs(left) > 0.2
            ? Text::tr("Part of it is the input and the architecture, not what was learnt.")
            : Text::tr("So it shows what the network has learnt.");
    return numbers + QLatin1Char(' ') + reading;
}

QString TalkPages::panelNote(const char *study) const
{
    const StudyPanel *panel = m_studio->panel(study);
    if (const auto *curve = qobject_cast<const CurvePanel *>(panel))
        return curve->note();
    if (const auto *sign = qobject_cast<const SignPanel *>(panel))
        return sign->note();
    if (const auto *random = qobject_cast<const RandomisationPanel *>(panel))
        return random->note();
    return {};
}

Result<void> TalkPages::map(TalkPage &page)
{
    const bool known = m_studio->result().structure.has_value();
    page.seen =
        (known
             ? Text::tr(
                   "Below the diagonal the predicted distances, above it those of the structure, both from 4 "
                   "Å "
                   "(dark) to 20 Å.")
             : Text::tr(
                   "Below the diagonal the predicted distances, from 4 Å (dark) to 20 Å, above it the scores "
                   "of the couplings; no structure was given.")) +
        Text::tr(
            "\n\nThe square is the pair's receptive field: nothing outside of it reaches this prediction. "
            "The pair itself: %1.")
            .arg(distanceText());
    page.worth =
        Text::tr("No explanation is shown yet. Symmetry: the mirrored pair, (j, i), is predicted with a "
                 "difference "
                 "of %1 Å, and its picture correlates %2 with this one.")
            .arg(number(std::abs(m_trust.symmetry.outputDifference)), number(m_trust.symmetry.correlation));
    return add(page, "map");
}

Result<void> TalkPages::gradient(TalkPage &page)
{
    page.seen =
        Text::tr("21 × 21 tiles, amino acid at i downwards, at j to the right; each is the window around the "
                 "pair, Δi downwards and Δj to the right. Colour: how far the %1 distance moves for a unit "
                 "more of that coupling, by %2; red %3.\n\n%4")
            .arg(channelName(m_recipe.channel), methodInSentence(m_recipe.method),
                 targetName(m_recipe.target), methodCaveat(m_recipe.method));
    page.worth = randomisationText(m_recipe.method);
    return add(page, "gradient");
}

Result<void> TalkPages::methods(TalkPage &page)
{
    const Explainer &explainer = *m_studio->explanation()->explainer;
    std::vector<MosaicPicture> pictures;
    QStringList similar;
    for (const auto method :
         {ExplanationMethod::Gradient, ExplanationMethod::Deconvnet, ExplanationMethod::Guided}) {
        pictures.push_back(
            pictureOf(explainer.explain(*m_recipe.pair, m_recipe.channel, ruleOf(method), m_recipe.target)));
        const auto &steps = m_trust.randomisation[std::size_t(method)];
        similar << Text::tr("%1 %2").arg(
            methodInSentence(method), number(steps.empty() ? NAN : steps.back().similarity.spearmanAbsolute));
    }
    addMosaics(page, pictures);
    page.seen = Text::tr(
        "The same question answered by the plain gradient, the deconvnet and guided backpropagation; "
        "each has a colour scale of its own. They differ only in what a ReLU lets back: where it was "
        "active, where the gradient is positive, or both.");
    page.worth =
        Text::tr(
            "Similarity left when all weights are random (1: nothing learnt is seen): %1. The plain gradient "
            "agrees with central differences to %2 of its largest value. The deconvnet's picture changes by "
            "%3 "
            "from one pair to another: without pooling it hardly looks at the input.")
            .arg(similar.join(QStringLiteral(", ")), percent(m_trust.differences.largestDifference),
                 percent(m_trust.constancy.change));
    return {};
}

Result<void> TalkPages::couplings(TalkPage &page)
{
    page.seen =
        Text::tr("The couplings of the same window as the network sees them, in the same order: red pairs of "
                 "amino acids occur together more often than chance explains, blue ones less often.");
    page.worth = Text::tr("This is the input, no explanation: there is nothing to test. Methods that only "
                          "repaint the input look like it, which is why the gradient is compared with it.");
    return add(page, "couplings");
}

Result<void> TalkPages::jacobian(TalkPage &page)
{
    const JobResult &r = m_studio->result();
    const int length = r.length();
    const int a = stateOf(r.query.residues[std::size_t(m_recipe.pair->i)]);
    const int b = stateOf(r.query.residues[std::size_t(m_recipe.pair->j)]);
    std::vector<ResiduePair> pairs;
    for (int i = 0; i < length; ++i)
        for (int j = 0; j < length; ++j)
            pairs.push_back({i, j});
    ArrayPicture picture;
    picture.view =
        ArrayView({{Text::tr("residue i"), length, 1, {}}, {Text::tr("residue j"), length, 1, {}}});
    const Explainer &explainer = *m_studio->explanation()->explainer;
    auto streamed = streamWindows(
        explainer, pairs, question(),
        [&](const GradientWindow &window) -> Result<void> {
            picture.values.push_back(window.at(a, b, 0, 0));
            return {};
        },
        threads(), m_stop);
    if (!streamed.isOk())
        return streamed;
    const int r0 = explainer.windowSide() / 2;
    picture.title = Text::tr("[:, :, %1, %2, %3, %3], Å per unit of input").arg(a).arg(b).arg(r0);
    picture.bar.scale = ColorScale::symmetric(robustLimit(picture.values), {});
    picture.bar.clippedShare = clippedShare(picture.values, picture.bar.scale.high());
    auto image = std::make_unique<ArrayImage>();
    image->setPicture(std::move(picture));
    page.pictures.push_back({image.get()});
    m_made.push_back(std::move(image));
    page.seen =
        Text::tr("The gradient of every pair's distance is an array (%1, %1, 21, 21, %2, %2). Shown is one "
                 "plane of it: what the coupling of %3 at i with %4 at j does to the pair itself, at every "
                 "pair of the protein, by %5.\n\nThe array scroller walks through all of it.")
            .arg(length)
            .arg(explainer.windowSide())
            .arg(QLatin1Char(letterOf(a)))
            .arg(QLatin1Char(letterOf(b)))
            .arg(methodInSentence(methodOf(question().method)));
    page.seen += ruleNote();
    page.worth = randomisationText(methodOf(question().method));
    return {};
}

Result<void> TalkPages::correlation(TalkPage &page)
{
    const auto [low, high] = std::minmax(m_recipe.pair->i, m_recipe.pair->j);
    const PositionBlock block{low, high, low, high};
    const auto found =
        blockCorrelations(*m_studio->explanation()->explainer, block, question(), threads(), m_stop);
    if (!found.isOk())
        return found.error();
    if (auto added = add(page, "correlation", 0); !added.isOk())
        return added;
    auto map = std::make_unique<PairHeatMap>(QStringLiteral("block"), &m_selection);
    PairHeatMapPicture picture;
    picture.title = Text::tr("Over the windows of all pairs (%1:%2, %1:%2)").arg(low).arg(high);
    picture.values = found.value().correlations;
    picture.bar.scale = ColorScale::symmetric(1, {});
    picture.bar.highLabel = Text::tr("alike");
    picture.bar.lowLabel = Text::tr("opposed");
    map->setPicture(std::move(picture));
    page.pictures.push_back({map.get()});
    m_made.push_back(std::move(map));
    page.seen =
        Text::tr(
            "Pearson's correlation of explanation and input for each amino-acid pair: left over the "
            "window of this pair, right over the windows of %1 pairs. Of all magnitude there, %2 has the "
            "sign of its coupling, %3 the opposite.")
            .arg(found.value().positions)
            .arg(percent(found.value().allShares.positive), percent(found.value().allShares.negative));
    if (!ruleNote().isEmpty())
        page.seen +=
            Text::tr("\n\nRight the %1, the base of %2.")
                .arg(methodInSentence(methodOf(question().method)), methodInSentence(m_recipe.method));
    page.worth =
        Text::tr("A correlation says that two pictures look alike, not that one explains the other. ") +
        randomisationText(m_recipe.method);
    return {};
}

Result<void> TalkPages::signs(TalkPage &page)
{
    if (auto added = add(page, "sign"); !added.isOk())
        return added;
    const Completeness &whole = m_trust.completeness;
    page.seen =
        Text::tr("Each gradient times the sign of its coupling: red where more of what is there %1, blue "
                 "where it does the opposite.\n\n%2")
            .arg(targetName(m_recipe.target), panelNote("sign"));
    page.worth =
        Text::tr("Completeness of the plain gradient: input × gradient sums up to %1 Å and the biases' part "
                 "to %2 Å of the %3 Å predicted; unexplained %4 Å. Shares of signs say nothing of how much "
                 "of the distance they carry.\n\n")
            .arg(number(whole.inputPart), number(whole.biasPart), number(whole.output),
                 shortNumber(whole.residual())) +
        randomisationText(m_recipe.method);
    return {};
}

Result<void> TalkPages::curve(TalkPage &page)
{
    if (auto added = add(page, "curve"); !added.isOk())
        return added;
    page.seen =
        Text::tr("All couplings of the window move along the %1 picture, by the coefficient below; the line "
                 "is what the network then predicts, dashed its tangent.")
            .arg(methodInSentence(m_recipe.method));
    page.worth =
        panelNote("curve") +
        Text::tr("\n\nThe plain gradient agrees with central differences to %1 of its largest value. Where "
                 "the curve leaves the tangent, the picture no longer tells what happens.")
            .arg(percent(m_trust.differences.largestDifference));
    return {};
}

Result<void> TalkPages::field(TalkPage &page)
{
    page.seen = Text::tr(
        "The magnitude of the explanation at each neighbouring pair, summed over the 441 pairs of amino "
        "acids, and below it its mean by the distance from the pair. The centre is reached by more "
        "paths through the network than the edge.");
    page.worth =
        Text::tr("Much of this shape is the architecture: more paths lead to the centre in a random network "
                 "too. ") +
        randomisationText(m_recipe.method);
    return add(page, "field");
}

Result<void> TalkPages::constants(TalkPage &page)
{
    const auto found =
        explainWhatIfs(*m_studio->explanation()->explainer, *m_recipe.pair, question(),
                       {{WhatIfKind::Constant, -kConstant}, {}, {WhatIfKind::Constant, kConstant}}, m_stop);
    if (!found.isOk())
        return found.error();
    const QString names[] = {Text::tr("all −0.3"), Text::tr("original"), Text::tr("all +0.3")};
    std::vector<MosaicPicture> pictures;
    double limit = 0;
    for (std::size_t k = 0; k < found.value().size(); ++k) {
        const WhatIfResult &each = found.value()[k];
        pictures.push_back(pictureOf(each.explanation));
        pictures.back().title = Text::tr("%1: predicted %2 Å").arg(names[k], number(each.outputAngstrom));
        limit = std::max(limit, robustLimit(insideValues(each.explanation)));
    }
    for (MosaicPicture &picture : pictures) {
        picture.scale = MosaicScale::Locked;
        picture.lockedLimit = limit;
        picture.scaleName = Text::tr("one scale for all");
    }
    addMosaics(page, pictures);
    const InputRange known = m_studio->explanation()->knownInputs;
    page.seen = Text::tr(
        "The same pair when every input has one value, beside the original; above each what the network "
        "then predicts. One colour scale for all.");
    page.seen += ruleNote();
    page.worth =
        Text::tr("Inputs were between %1 and %2 %3. A constant input is none that evolution makes: what the "
                 "network says of it is extrapolation, and patterns that remain are its own.")
            .arg(number(double(known.least)), number(double(known.most)),
                 m_studio->explanation()->isTrainedOn ? Text::tr("in the training")
                                                      : Text::tr("in this protein"));
    return {};
}

Result<void> TalkPages::scatter(TalkPage &page)
{
    const auto found =
        explainWhatIfs(*m_studio->explanation()->explainer, *m_recipe.pair, question(),
                       {{}, {WhatIfKind::Shift, kShift}, {WhatIfKind::Shift, -kShift}}, m_stop);
    if (!found.isOk())
        return found.error();
    const QString names[] = {Text::tr("original"), Text::tr("all inputs +10"), Text::tr("all inputs −10")};
    QStringList predicted;
    for (std::size_t k = 0; k < found.value().size(); ++k) {
        const WhatIfResult &each = found.value()[k];
        auto grid = std::make_unique<ScatterGrid>(&m_selection);
        grid->setTiles(ScatterGrid::page(0));
        grid->setWindows(std::make_shared<const GradientWindow>(each.explanation),
                         std::make_shared<const GradientWindow>(each.input),
                         methodUnit(methodOf(question().method)));
        page.pictures.push_back(
            {grid.get(), Text::tr("%1: %2 Å").arg(names[k], number(each.outputAngstrom)), true});
        m_made.push_back(std::move(grid));
    }
    page.seen = Text::tr(
        "The first 25 pairs of amino acids, a point for each neighbouring pair: across the input, up "
        "the explanation. Each of the three has limits of its own, written below it.");
    page.seen += ruleNote();
    page.worth =
        Text::tr("Shifts by 10 lie far beyond what the network has seen (%1 to %2): they tell how it "
                 "extrapolates, nothing of this protein.")
            .arg(number(double(m_studio->explanation()->knownInputs.least)),
                 number(double(m_studio->explanation()->knownInputs.most)));
    return {};
}

Result<void> TalkPages::worth(TalkPage &page)
{
    if (auto added = add(page, "randomisation", 1); !added.isOk())
        return added;
    page.seen =
        Text::tr(
            "How alike the pictures stay, in magnitude, while the network's layers get random weights from "
            "the output down. ") +
        panelNote("randomisation");
    const Completeness &whole = m_trust.completeness;
    page.worth =
        Text::tr(
            "Completeness: unexplained %1 Å of %2 Å.\n\nCentral differences: the plain gradient is right to "
            "%3.\n\nSymmetry: (j, i) differs by %4 Å, its picture correlates %5.\n\nDeconvnet: "
            "changes by %6 between pairs; 0 would mean that it does not look at the input.")
            .arg(shortNumber(whole.residual()), number(whole.output),
                 percent(m_trust.differences.largestDifference),
                 number(std::abs(m_trust.symmetry.outputDifference)), number(m_trust.symmetry.correlation),
                 percent(m_trust.constancy.change));
    return {};
}

} // namespace WhiteBox
