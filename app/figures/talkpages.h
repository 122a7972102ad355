// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/figures/figurestudio.h"
#include "app/figures/talkpage.h"
#include "core/attribution/trustreport.h"

#include <memory>
#include <vector>

namespace WhiteBox {

/// Makes the talk's pages one after the other: its figures, what is seen in them, and what the trust tests,
/// which are run once, say of it.
class TalkPages
{
public:
    static constexpr int kCount = 12;

    /// studio outlives it.
    TalkPages(FigureStudio *studio, FigureRecipe recipe, StopToken stop);

    static QString title(int page);
    /// Good until the next one is made. Fails: as FigureStudio::show(), Cancelled.
    Result<TalkPage> make(int page);

private:
    using Maker = Result<void> (TalkPages::*)(TalkPage &page);

    Result<void> examine();
    /// Adds the studio's figure to the page.
    Result<void> add(TalkPage &page, const char *figure, const QJsonValue &option = {});
    /// One picture for each mosaic.
    void addMosaics(TalkPage &page, const std::vector<MosaicPicture> &pictures);
    /// What studies by a rule for ReLUs are asked: for averages, the rule beneath them.
    WindowQuestion question() const;
    /// Says which rule is shown where it is not the recipe's method itself; else empty.
    QString ruleNote() const;
    QString randomisationText(ExplanationMethod method) const;
    /// Predicted and, where it is known, true distance.
    QString distanceText() const;
    QString panelNote(const char *study) const;

    Result<void> map(TalkPage &page);
    Result<void> gradient(TalkPage &page);
    Result<void> methods(TalkPage &page);
    Result<void> couplings(TalkPage &page);
    Result<void> jacobian(TalkPage &page);
    Result<void> correlation(TalkPage &page);
    Result<void> signs(TalkPage &page);
    Result<void> curve(TalkPage &page);
    Result<void> field(TalkPage &page);
    Result<void> constants(TalkPage &page);
    Result<void> scatter(TalkPage &page);
    Result<void> worth(TalkPage &page);

    FigureStudio *m_studio;
    FigureRecipe m_recipe;
    StopToken m_stop;
    TrustReport m_trust;
    bool m_isExamined = false;
    PairSelection m_selection;                        ///< of the pictures made here
    std::vector<std::unique_ptr<FigurePanel>> m_made; ///< of the page
};

} // namespace WhiteBox
