// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurerow.h"
#include "widgets/mosaicpainter.h"
#include "widgets/studypanel.h"

#include <array>

class QComboBox;
class QLabel;

namespace WhiteBox {

class FigureGrid;
class TileMosaic;

/// The same pair with other inputs, beside the original: what would the network say, and why? All have the
/// scale of the strongest one.
class WhatIfPanel : public StudyPanel
{
    Q_OBJECT

public:
    WhatIfPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                QWidget *parent = nullptr);
    /// All side by side.
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    QComboBox *choice() const { return m_choice; }
    /// The original, then the others; the last one only where there are three.
    const std::array<TileMosaic *, 4> &mosaics() const { return m_mosaics; }
    const FigureGrid *grid() const { return m_grid; }
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    void showFound(std::vector<MosaicPicture> pictures, double limit);

    ViewSettings *m_settings;
    QComboBox *m_choice;
    FigureGrid *m_grid;
    QLabel *m_note;
    std::array<TileMosaic *, 4> m_mosaics{};
    MosaicRow m_row; ///< what is exported
};

} // namespace WhiteBox
