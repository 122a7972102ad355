// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QDoubleSpinBox;
class QLabel;

namespace WhiteBox {

class PlotPanel;

/// The predicted distance while the input moves along the explanation, beside its tangent.
class CurvePanel : public StudyPanel
{
    Q_OBJECT

public:
    explicit CurvePanel(ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    PlotPanel *plot() const { return m_plot; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    QDoubleSpinBox *m_span;
    PlotPanel *m_plot;
    QLabel *m_note;
};

} // namespace WhiteBox
