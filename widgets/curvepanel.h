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
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    PlotPanel *plot() const { return m_plot; }
    QString note() const;
    /// 1: the curve ends where one input has moved by the 99.5th percentile of the window's inputs.
    void setSpan(double span);

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    void showMessage(const QString &text);

    QDoubleSpinBox *m_span;
    PlotPanel *m_plot;
    QLabel *m_note;
};

} // namespace WhiteBox
