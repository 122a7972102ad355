// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "widgets/explanationpanels.h"
#include "widgets/figurecaption.h"
#include "widgets/figureexport.h"
#include "widgets/figurepage.h"
#include "widgets/figurerecipe.h"
#include "widgets/matrixview.h"
#include "widgets/studylist.h"

#include <memory>

namespace WhiteBox {

/// What figures are made of: a result, what explains it, and what the user called it.
struct FigureSource
{
    std::shared_ptr<const JobResult> result;
    ExplanationController::Factory factory;
    QString input;
};

/// The window's own views without the window: sets them up after a recipe and waits until they are computed.
/// For a program without a window, since it waits.
class FigureStudio
{
public:
    explicit FigureStudio(FigureSource source);
    ~FigureStudio();
    FigureStudio(const FigureStudio &) = delete;
    FigureStudio &operator=(const FigureStudio &) = delete;

    /// Names that show() takes, in their order.
    static QStringList names();
    /// The figure of a recipe, which stays good until the next call. Fails: InvalidInput (no such figure,
    /// pair or option), Mismatch (another truth), Cancelled, and as the explanation.
    Result<const FigurePanel *> show(const FigureRecipe &recipe, const StopToken &stop = {});
    /// Caption and recipe of what was shown last.
    FigureNotes notes() const;

    /// A study by its name, or null.
    const StudyPanel *panel(const char *study) const;
    const JobResult &result() const { return *m_source.result; }
    /// Of the pair shown last; null before.
    std::shared_ptr<const Explanation> explanation() const { return m_explanations.current(); }

private:
    Result<void> check(const FigureRecipe &recipe) const;
    Result<void> explain(const StopToken &stop);
    Result<const FigurePanel *> study(const FigureRecipe &recipe, const StopToken &stop);
    FigureCaption caption() const;
    bool isExplained() const;

    FigureSource m_source;
    PairSelection m_selection;
    ViewSettings m_settings;
    ExplanationController m_explanations;
    MatrixView m_map;
    ExplanationPanels m_panels;
    std::unique_ptr<QWidget> m_gradientBox; ///< which the panels leave to a dock, and so below
    std::unique_ptr<QWidget> m_couplingsBox;
    std::unique_ptr<QWidget> m_field;
    StudyList m_studies;
    QWidget m_stage; ///< where studies are "seen", and which owns them
    std::unique_ptr<FigurePage> m_page;
    FigureRecipe m_recipe;
    std::optional<Error> m_failure;
};

} // namespace WhiteBox
