// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explanationcontroller.h"
#include "widgets/figurecaption.h"
#include "widgets/receptivefieldview.h"
#include "widgets/tilemosaic.h"

class QLabel;

namespace WhiteBox {

class MosaicScroll;

/// Feeds the three pictures of an explanation: the gradient's mosaic with the method's caveat, the
/// coevolution's mosaic and the receptive field. Owns none of them for longer than their docks do.
class ExplanationPanels : public QObject
{
    Q_OBJECT

public:
    ExplanationPanels(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                      QObject *parent = nullptr);

    /// The mosaic above its caveat; to be put into a dock.
    QWidget *gradientWidget() const { return m_gradientBox; }
    QWidget *couplingsWidget() const;
    TileMosaic *gradient() const { return m_gradient; }
    TileMosaic *couplings() const { return m_couplings; }
    ReceptiveFieldView *field() const { return m_field; }
    /// Of the colour scales, where what is shown answers what is selected and chosen now.
    std::optional<FigureCaption::Limits> limits() const;

private:
    void refresh();
    void keepLockedLimits();

    PairSelection *m_selection;
    ViewSettings *m_settings;
    ExplanationController *m_controller;
    QWidget *m_gradientBox;
    TileMosaic *m_gradient;
    TileMosaic *m_couplings;
    MosaicScroll *m_couplingsScroll;
    ReceptiveFieldView *m_field;
    QLabel *m_caveat;
};

} // namespace WhiteBox
