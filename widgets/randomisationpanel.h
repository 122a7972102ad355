// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QComboBox;
class QLabel;

namespace WhiteBox {

class PlotPanel;

/// How much the picture changes when the network's weights are randomised layer by layer (Adebayo et al.
/// 2018).
class RandomisationPanel : public StudyPanel
{
    Q_OBJECT

public:
    explicit RandomisationPanel(ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    PlotPanel *plot() const { return m_plot; }
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    QComboBox *m_measure;
    PlotPanel *m_plot;
    QLabel *m_note;
};

} // namespace WhiteBox
