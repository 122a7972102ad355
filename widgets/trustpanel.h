// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

namespace WhiteBox {

class TextView;

/// One check of an explanation: whether it passed, its number, and what it means with its source.
struct TrustBadge
{
    enum class Verdict { Passed, Doubtful, Aside }; ///< Aside: of another method
    Verdict verdict = Verdict::Passed;
    QString name;
    QString number;
    QString meaning;
};

/// What is known of the worth of the shown explanation: completeness, finite differences, symmetry and the
/// deconvnet's constancy. Computed aside for every pair that is looked at.
class TrustPanel : public StudyPanel
{
    Q_OBJECT

public:
    explicit TrustPanel(ExplanationController *controller, QWidget *parent = nullptr);

    const std::vector<TrustBadge> &badges() const { return m_badges; }
    /// Nothing to export: numbers belong into captions.
    const FigurePanel *figure() const override { return nullptr; }
    QWidget *figureWidget() const override { return nullptr; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    void setBadges(std::vector<TrustBadge> badges);

    TextView *m_text;
    std::vector<TrustBadge> m_badges;
};

} // namespace WhiteBox
