// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trustpanel.h"

#include "core/attribution/trustreport.h"
#include "widgets/colorbar.h"
#include "widgets/textview.h"

#include <QVBoxLayout>

#include <cmath>

namespace WhiteBox {

namespace {

// Rounding of float32 sums over 100,000 products stays far below these.
constexpr double kResidualAngstrom = 1e-3;
constexpr double kDifferenceShare = 0.01;
constexpr double kIntegralAngstrom = 0.05;
// What a network that treats (i, j) and (j, i) alike would keep.
constexpr double kSymmetryCorrelation = 0.9;
constexpr double kSymmetryAngstrom = 0.5;

TrustBadge::Verdict verdictOf(bool passed)
{
    return passed ? TrustBadge::Verdict::Passed : TrustBadge::Verdict::Doubtful;
}

QString meaningOf(TrustTest test)
{
    const TrustNote note = noteOf(test);
    return QStringLiteral("%1 (%2)").arg(note.meaning, note.source);
}

/// Of integrated gradients: the integral is a sum of few steps, which leaves more than rounding.
TrustBadge integralBadge(const IntegratedGradients &sums)
{
    return {verdictOf(std::abs(sums.residual()) < kIntegralAngstrom), TrustPanel::tr("Complete"),
            TrustPanel::tr("%1 Å − %2 Å without couplings = %3, residual %4 Å")
                .arg(shortNumber(sums.outputAngstrom), shortNumber(sums.baselineAngstrom),
                     shortNumber(sums.sumAngstrom), shortNumber(sums.residual())),
            meaningOf(TrustTest::Completeness)};
}

TrustBadge completenessBadge(const Explanation &explanation)
{
    if (explanation.integrated)
        return integralBadge(*explanation.integrated);
    const GradientWindow &shown = *explanation.gradient;
    const Completeness parts = completeness(*explanation.explainer, shown.pair, shown.channel);
    return {verdictOf(std::abs(parts.residual()) < kResidualAngstrom),
            TrustPanel::tr("Complete") + ruleRemark(explanation.method),
            TrustPanel::tr("%1 Å = inputs %2 + biases %3, residual %4 Å")
                .arg(shortNumber(parts.output), shortNumber(parts.inputPart), shortNumber(parts.biasPart),
                     shortNumber(parts.residual())),
            meaningOf(TrustTest::Completeness)};
}

TrustBadge differencesBadge(const Explanation &explanation)
{
    const GradientWindow &shown = *explanation.gradient;
    const DifferenceCheck check = finiteDifferences(*explanation.explainer, shown.pair, shown.channel);
    return {verdictOf(check.largestDifference < kDifferenceShare), TrustPanel::tr("Finite differences"),
            TrustPanel::tr("%1 inputs, at most %2 % off")
                .arg(check.inputs)
                .arg(shortNumber(100 * check.largestDifference)),
            meaningOf(TrustTest::FiniteDifferences)};
}

TrustBadge symmetryBadge(const Explanation &explanation)
{
    const GradientWindow &shown = *explanation.gradient;
    const SymmetryAudit audit =
        symmetryAudit(*explanation.explainer, shown.pair, shown.channel, shown.method, shown.target);
    const bool alike =
        audit.correlation > kSymmetryCorrelation && std::abs(audit.outputDifference) < kSymmetryAngstrom;
    return {verdictOf(alike), TrustPanel::tr("Symmetry"),
            TrustPanel::tr("(j, i) differs by %1 Å, its picture%2 correlates %3")
                .arg(shortNumber(audit.outputDifference), ruleRemark(explanation.method),
                     shortNumber(audit.correlation)),
            meaningOf(TrustTest::Symmetry)};
}

TrustBadge deconvnetBadge(const Explanation &explanation)
{
    const GradientWindow &shown = *explanation.gradient;
    const DeconvnetConstancy found =
        deconvnetConstancy(*explanation.explainer, shown.pair, shown.channel, shown.target);
    const auto verdict = shown.method == AttributionMethod::Deconvnet
                             ? verdictOf(found.change > kDifferenceShare)
                             : TrustBadge::Verdict::Aside;
    const auto text = [](ResiduePair pair) {
        return QStringLiteral("%1, %2").arg(pair.i + 1).arg(pair.j + 1);
    };
    return {verdict, TrustPanel::tr("Deconvnet's constancy"),
            TrustPanel::tr("changes by %1 % from pair %2 to %3")
                .arg(shortNumber(100 * found.change), text(found.one), text(found.other)),
            meaningOf(TrustTest::DeconvnetConstancy)};
}

QString signOf(TrustBadge::Verdict verdict)
{
    switch (verdict) {
    case TrustBadge::Verdict::Passed:
        return QStringLiteral("✓");
    case TrustBadge::Verdict::Doubtful:
        return QStringLiteral("⚠");
    case TrustBadge::Verdict::Aside:
        break;
    }
    return QStringLiteral("•");
}

QString htmlOf(const TrustBadge &badge)
{
    return QStringLiteral("<p style='margin:0 0 6px 0'><b>%1 %2</b> %3<br><small>%4</small></p>")
        .arg(signOf(badge.verdict), badge.name.toHtmlEscaped(), badge.number.toHtmlEscaped(),
             badge.meaning.toHtmlEscaped());
}

} // namespace

TrustPanel::TrustPanel(ExplanationController *controller, QWidget *parent)
    : StudyPanel(controller, parent)
    , m_text(new TextView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setAccessibleName(tr("Trust tests"));
}

void TrustPanel::clear()
{
    m_badges.clear();
    m_text->showHtml(tr("Click a pair on the map: here stands what its explanation is worth."));
}

void TrustPanel::setBadges(std::vector<TrustBadge> badges)
{
    m_badges = std::move(badges);
    QString html;
    for (const TrustBadge &badge : m_badges)
        html += htmlOf(badge);
    html += QStringLiteral("<p style='margin:0'><small>%1</small></p>")
                .arg(tr("The tab Random asks the hardest question: does the picture depend on what "
                        "the network has "
                        "learnt?"));
    m_text->showHtml(html);
}

StudyRunner::Work TrustPanel::work(std::shared_ptr<const Explanation> explanation)
{
    return [this, explanation](const StopToken &stop) -> StudyRunner::Delivery {
        std::vector<TrustBadge> badges;
        for (const auto &check : {completenessBadge, differencesBadge, symmetryBadge, deconvnetBadge}) {
            if (stop.stop_requested())
                return {};
            badges.push_back(check(*explanation));
        }
        return [this, badges] { setBadges(badges); };
    };
}

} // namespace WhiteBox
