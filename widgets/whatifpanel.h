// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

#include <array>

class QComboBox;

namespace WhiteBox {

class TileMosaic;

/// The same pair with other inputs, side by side with the original: what would the network say, and why?
class WhatIfPanel : public StudyPanel
{
    Q_OBJECT

public:
    WhatIfPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                QWidget *parent = nullptr);
    /// The original, in the middle.
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QComboBox *choice() const { return m_choice; }
    /// Left, original, right.
    const std::array<TileMosaic *, 3> &mosaics() const { return m_mosaics; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    ViewSettings *m_settings;
    QComboBox *m_choice;
    std::array<TileMosaic *, 3> m_mosaics;
};

} // namespace WhiteBox
